import { addDays } from "../../catalogue/measures/quality/freshness.ts";
import { dictionaries, languages } from "../../i18n/translate.ts";
import { mostShareImages, portalShareImage, shareImageOf } from "../dataset/share-words.ts";
import { renderSitemap } from "../feeds/sitemap.ts";
import { groundOf, groundSources } from "../ground/own-ground.ts";
import { groundStreets, groundTiles, tileJsonOf, tilesForm } from "../ground/tiles.ts";
import { renderStamps } from "../harvest/stamps.ts";
import { renderColours } from "../hosting/colours.ts";
import { formerIds } from "../hosting/former-addresses.ts";
import { renderMark } from "../hosting/mark.ts";
import { renderMoved } from "../hosting/moved.ts";
import { renderRobots, renderSecurityTxt } from "../hosting/security.ts";
import { namesOfSet } from "../pages.ts";
import { renderPortalFacts } from "../publishing/portal-facts.ts";
import { renderFacetColumns } from "../tables/facet-columns.ts";
import { type Address, mediaTypes, single } from "./address.ts";
import { rowIndex } from "./dataset.ts";

const { binary, css, html, json, markdown, png, svg, text, vectorTile, xml } = mediaTypes;

/** Days security.txt is valid from the day of the build; the site is built each night. */
const validDays = 180;

/** Where the search's index lies: of the site, and what people write in no address. */
export const searchFolder = "/search-index/";

/** The words of what comes to a page later: the explorer with its charts and maps, the pages that send files and review them. */
const later: Readonly<Record<string, RegExp>> = {
  "": /^(explore|map|places|rows|embed|code|sql|table\.filter|dataset\.chart|chart\.(as|empty))/,
  "publish-":
    /^(publish\.|problem\.|dataset\.chart(Table|Summary)$|explore\.(left|most)$|chart\.|times\.|grid\.|rows\.|columns\.|conformity\.|value\.|mqa\.fix\.|check\.mend\.|findings\.|(review\.ukrainian|check\.(error|warning|help)|plan\.(yes|no))$)/,
  "check-": /^(check\.|findings\.|(column\.range|help\.fine)$)/,
  "review-": /^(review\.|field\.|check\.(error|warning|help)$)/,
};

/** What pages load as they need it. */
const ofPages: Address[] = [
  rowIndex,
  single(
    "/datasets/facets.bin",
    binary,
    { uk: "Колонки фільтрів каталогу", en: "Columns of the catalogue’s filters" },
    ({ catalogue }) => renderFacetColumns(catalogue),
  ),
  single(
    "/stamps.json",
    json,
    {
      uk: "Що сказано про кожен набір і відколи: для наступної публікації",
      en: "What is said of each dataset and since when: for the next publication",
    },
    ({ catalogue }) => renderStamps(catalogue),
  ),
  single(
    "/publish/portal.json",
    json,
    { uk: "За чим судять новий набір", en: "What a new dataset is judged by" },
    renderPortalFacts,
  ),
  ...(["news", "dashboards"] as const).map(
    (folder): Address => ({
      path: `/${folder}/{slug}/source.mdx`,
      mediaType: markdown,
      title:
        folder === "news"
          ? { uk: "Новина, як її записано в репозиторії", en: "A news item as it is written" }
          : {
              uk: "Панель даних, як її записано в репозиторії",
              en: "A dashboard as it is written",
            },
      files: ({ catalogue, repository: { tree } }) =>
        catalogue[folder].flatMap(({ slug }) => {
          const entry = tree.get(`content/${folder}/${slug}.mdx`);
          return entry ? [{ slots: { slug }, render: () => entry.bytes() }] : [];
        }),
    }),
  ),
  {
    path: "/words/{name}.json",
    mediaType: json,
    title: {
      uk: "Слова переглядача таблиць і карт та сторінок перевірки, оприлюднення й розгляду",
      en: "Words of the explorer of tables and maps, and of the pages that check, publish and review",
    },
    files: () =>
      Object.entries(later).flatMap(([room, keys]) =>
        languages.map((language) => ({
          slots: { name: `${room}${language}` },
          render: () =>
            JSON.stringify(
              Object.fromEntries(
                Object.entries(dictionaries[language]).filter(([key]) => keys.test(key)),
              ),
            ),
        })),
      ),
  },
  {
    path: `${searchFolder}{+name}`,
    mediaType: binary,
    title: { uk: "Покажчик пошуку", en: "Index of the search" },
    files: ({ searchIndex }) =>
      [...searchIndex].map(([name, content]) => ({ slots: { name }, render: () => content })),
  },
];

/** Pictures, and the ground of maps: the sign, and what a link to a page shows. */
const pictures: Address[] = [
  single("/mark.svg", svg, { uk: "Знак порталу", en: "The portal’s sign" }, ({ catalogue }) =>
    renderMark(catalogue.portal.mark),
  ),
  {
    path: "/colours.css",
    mediaType: css,
    title: { uk: "Кольори порталу", en: "The portal’s colours" },
    files: ({ catalogue: { portal } }) => {
      const { colours } = portal;
      return colours ? [{ render: () => renderColours(colours) }] : [];
    },
  },
  {
    path: "/basemap.json",
    mediaType: json,
    title: { uk: "Тло карт або опис його плиток", en: "The ground of maps, or of its tiles" },
    files: ({ catalogue, repository }) => {
      const of = groundSources(catalogue, repository);
      const ground = () =>
        tileJsonOf(repository, catalogue.portal) ?? groundOf(catalogue, repository);
      return [{ ...(of ? { of } : {}), render: ground }];
    },
  },
  {
    path: "/basemap/streets.json",
    mediaType: json,
    title: { uk: "Вулиці тла карт", en: "Streets of the ground of maps" },
    files: ({ repository }) => {
      const streets = groundStreets(repository);
      return streets === undefined ? [] : [{ render: () => streets }];
    },
  },
  {
    path: tilesForm,
    mediaType: vectorTile,
    title: { uk: "Плитки тла карт", en: "Tiles of the ground of maps" },
    files: ({ repository }) =>
      groundTiles(repository).map(({ z, x, y, render }) => ({
        slots: { z: `${z}`, x: `${x}`, y: `${y}` },
        render,
      })),
  },
  single(
    "/share.png",
    png,
    { uk: "Картинка для посилань на портал", en: "A picture for links to the portal" },
    ({ catalogue, draw }) => draw(portalShareImage(catalogue)),
  ),
  {
    path: "/dataset/{dataset}/share.png",
    mediaType: png,
    title: { uk: "Картинка для посилань на набір", en: "A picture for links to a dataset" },
    files: ({ catalogue: { datasets, today }, draw }) =>
      datasets.length > mostShareImages
        ? []
        : datasets.flatMap((dataset) => {
            const image = shareImageOf(dataset, today);
            return namesOfSet(dataset).map((name) => ({
              slots: { dataset: name },
              of: image,
              render: () => draw(image),
            }));
          }),
  },
];

/** What hosts, search engines and those who find a weakness look for. */
const ofHosts: Address[] = [
  single(
    "/robots.txt",
    text,
    { uk: "Що можна пошуковим роботам", en: "What robots may do" },
    ({ catalogue }) => renderRobots(catalogue.portal.site),
  ),
  single(
    "/sitemap.xml",
    xml,
    { uk: "Перелік сторінок", en: "List of pages" },
    ({ catalogue, timeline }) => renderSitemap(catalogue, timeline()),
  ),
  single(
    "/.well-known/security.txt",
    text,
    { uk: "Кому писати про слабке місце", en: "Whom to write to about a weakness" },
    ({ catalogue: { portal, today } }) =>
      renderSecurityTxt({
        site: portal.site,
        contact: portal.contact.email,
        expires: addDays(today, validDays),
        ...(portal.repository
          ? { policy: `${portal.repository}/blob/main/.github/SECURITY.md` }
          : {}),
      }),
  ),
  ...languages.map(
    (language): Address => ({
      path: `${language === "uk" ? "" : "/en"}/dataset/{alias}/index.html`,
      mediaType: html,
      title: {
        uk: "Колишня адреса набору: веде до теперішньої",
        en: "A dataset’s former address: it leads to the present one",
      },
      filesOf: ({ dataset, shared: { portal } }) =>
        (portal.languages.includes(language) ? formerIds(dataset) : []).map((alias) => ({
          slots: { alias },
          render: () => renderMoved(dataset, language, portal),
        })),
    }),
  ),
];

/** Addresses that pages, hosts and search engines fetch by themselves. */
export const siteAddresses: readonly Address[] = [...ofPages, ...pictures, ...ofHosts];
