import { auditYears } from "../../catalogue/measures/plan/audit.ts";
import { measureRating } from "../../catalogue/measures/quality/rating.ts";
import { registerNames, registerSchemas } from "../../schemas/data/registers.ts";
import { generatedFiles } from "../../vocabularies/portal-files.ts";
import { archiveName, renderArchive } from "../archive.ts";
import { renderDatasetsCsv, renderDatasetsJson } from "../dataset/dataset-list.ts";
import { buildCatalogueGraph, countPages } from "../dcat/dcat.ts";
import { renderCkanJsonLd, toCkanGraph } from "../dcat/dcat-ckan.ts";
import { extensions, serialisations } from "../dcat/rdf.ts";
import { renderBacklogCsv } from "../reports/audit.ts";
import { renderBadge } from "../reports/badge.ts";
import { renderCardCsv, renderCardXlsx } from "../reports/card.ts";
import {
  renderCoverageCsv,
  renderCoverageMatrixCsv,
  renderPlanCsv,
  renderPlanJson,
  renderRegisterCsv,
} from "../reports/plan.ts";
import { renderRatingCsv } from "../reports/rating.ts";
import { renderGenerated, renderRegistryXlsx } from "../reports/registry.ts";
import { type Address, grouped, mediaTypes, type PublishedSite, single } from "./address.ts";

const { csv, json, xlsx, svg, zip } = mediaTypes;

/** Numbers of a large catalogue's pages after the first. */
const laterPages = ({ catalogue }: PublishedSite): number[] =>
  Array.from({ length: countPages(catalogue) - 1 }, (_, index) => index + 2);

const ckanTitle = {
  uk: "Той самий каталог для CKAN 2018 року (data.gov.ua)",
  en: "The same catalogue for a CKAN of 2018 (data.gov.ua)",
};
const renderCkanCatalogue = ({ catalogue }: PublishedSite, page = 1): string =>
  renderCkanJsonLd(toCkanGraph(buildCatalogueGraph(catalogue, { page, stem: "catalog-ckan" })));

/** The catalogue in DCAT: each serialisation, and the pages of a catalogue too large for one file. */
const dcat: Address[] = [
  ...extensions.flatMap((extension): Address[] => {
    const { mediaType, name, render } = serialisations[extension];
    const title = {
      uk: `Каталог DCAT-AP 3.0.1, ${name}`,
      en: `DCAT-AP 3.0.1 catalogue, ${name}`,
    };
    const rendered = ({ catalogue }: PublishedSite, page: number) =>
      render(buildCatalogueGraph(catalogue, { page, extension }));
    return [
      {
        ...single(`/catalog.${extension}`, mediaType, title, (site) => rendered(site, 1)),
        page: "/",
      },
      {
        path: `/catalog/{page}.${extension}`,
        mediaType,
        title: {
          uk: `Наступні сторінки великого каталогу, ${name}`,
          en: `Further pages of a large catalogue, ${name}`,
        },
        files: (site) =>
          laterPages(site).map((page) => ({
            slots: { page: String(page) },
            render: () => rendered(site, page),
          })),
      },
    ];
  }),
  single("/catalog-ckan.jsonld", serialisations.jsonld.mediaType, ckanTitle, (site) =>
    renderCkanCatalogue(site),
  ),
  {
    path: "/catalog-ckan/{page}.jsonld",
    mediaType: serialisations.jsonld.mediaType,
    title: {
      uk: "Наступні сторінки великого каталогу для CKAN 2018 року",
      en: "Further pages of a large catalogue for a CKAN of 2018",
    },
    files: (site) =>
      laterPages(site).map((page) => ({
        slots: { page: String(page) },
        render: () => renderCkanCatalogue(site, page),
      })),
  },
];

const registryTitles = {
  "/registry.csv": {
    uk: "Реєстр наборів за додатком 7, CSV",
    en: "Register of datasets (Annex 7), CSV",
  },
  "/registry.json": { uk: "Реєстр наборів, JSON", en: "Register of datasets, JSON" },
};
const registry: Address[] = [
  ...generatedFiles.map((path) => ({
    ...single(
      path,
      path.endsWith(".csv") ? csv : json,
      registryTitles[path],
      ({ catalogue }: PublishedSite) => renderGenerated(path, catalogue),
    ),
    page: "/registry/",
  })),
  {
    ...single(
      "/registry.xlsx",
      xlsx,
      { uk: "Реєстр наборів, книга Excel", en: "Register of datasets, Excel workbook" },
      ({ catalogue }) => renderRegistryXlsx(catalogue),
    ),
    page: "/registry/",
  },
];

const plan: Address[] = [
  {
    path: "/plan.json",
    mediaType: json,
    title: {
      uk: "Виконання Плану дій: показники й підтвердження",
      en: "The action plan: figures and evidence",
    },
    page: "/plan/",
    files: ({ catalogue }) => (catalogue.plan ? [{ render: () => renderPlanJson(catalogue) }] : []),
  },
  {
    path: "/plan.csv",
    mediaType: csv,
    title: {
      uk: "Показники Плану дій таблицею",
      en: "Figures of the action plan as a table",
    },
    page: "/plan/",
    files: ({ catalogue }) => (catalogue.plan ? [{ render: () => renderPlanCsv(catalogue) }] : []),
  },
  {
    ...single(
      "/coverage.csv",
      csv,
      { uk: "Обов’язкові набори та їхній стан", en: "Mandated datasets and their state" },
      ({ catalogue }) => renderCoverageCsv(catalogue),
    ),
    page: "/coverage/",
  },
  {
    ...single(
      "/coverage-by-publisher.csv",
      csv,
      { uk: "Обов’язкові набори за розпорядниками", en: "Mandated datasets by publisher" },
      ({ catalogue }) => renderCoverageMatrixCsv(catalogue),
    ),
    page: "/coverage/",
  },
  {
    path: "/card.csv",
    mediaType: csv,
    title: { uk: "Картка оцінки таблицею", en: "The assessment card" },
    page: "/card/",
    files: ({ catalogue }) => (catalogue.card ? [{ render: () => renderCardCsv(catalogue) }] : []),
  },
  {
    path: "/card.xlsx",
    mediaType: xlsx,
    title: { uk: "Картка оцінки, книга Excel", en: "The assessment card, Excel workbook" },
    page: "/card/",
    files: ({ catalogue }) => (catalogue.card ? [{ render: () => renderCardXlsx(catalogue) }] : []),
  },
  {
    path: "/audit/{year}.csv",
    mediaType: csv,
    title: {
      uk: "Інформаційний аудит року: що відкрити далі",
      en: "The information audit of a year: what to open next",
    },
    page: "/audit/{year}/",
    files: ({ catalogue }) =>
      auditYears(catalogue).map((year) => ({
        slots: { year: String(year) },
        render: () => renderBacklogCsv(catalogue, year),
      })),
  },
  {
    path: "/publisher/{publisher}/badge.svg",
    mediaType: svg,
    title: { uk: "Знак із балом розпорядника", en: "A badge with a publisher’s score" },
    files: ({ catalogue }) =>
      measureRating(catalogue).map((score, index, all) => ({
        slots: { publisher: score.publisher },
        render: () => renderBadge(score, index + 1, all.length),
      })),
  },
  {
    ...single(
      "/rating.csv",
      csv,
      { uk: "Рейтинг розпорядників", en: "Rating of publishers" },
      ({ catalogue }) => renderRatingCsv(catalogue),
    ),
    page: "/rating/",
  },
  {
    path: "/registers/{register}.csv",
    mediaType: csv,
    title: {
      uk: "Реєстр Плану дій таблицею",
      en: "A register of the action plan as a table",
    },
    page: "/registers/{register}/",
    files: ({ catalogue }) =>
      registerNames.map((register) => ({
        slots: { register },
        render: () =>
          renderRegisterCsv(
            catalogue.registers[register],
            Object.keys(registerSchemas[register].shape),
          ),
      })),
  },
];

/** What is published of the whole catalogue. */
export const catalogueAddresses: readonly Address[] = grouped("catalogue", [
  {
    ...single(
      "/datasets.csv",
      csv,
      { uk: "Перелік наборів таблицею", en: "List of datasets as a table" },
      ({ catalogue }) => renderDatasetsCsv(catalogue),
    ),
    page: "/datasets/",
  },
  {
    ...single(
      "/datasets.json",
      json,
      { uk: "Перелік наборів у JSON", en: "List of datasets in JSON" },
      ({ catalogue }) => renderDatasetsJson(catalogue),
    ),
    page: "/datasets/",
  },
  ...dcat,
  ...registry,
  single(
    `/${archiveName}`,
    zip,
    {
      uk: "Усі дані й паспорти одним архівом, з переліком і контрольними сумами",
      en: "All data and passports as one archive, with a manifest and checksums",
    },
    ({ catalogue, repository, buildNote }) =>
      renderArchive(catalogue, repository, buildNote().commit),
  ),
  single(
    "/build.json",
    json,
    {
      uk: "Коміт і день, з яких зібрано сайт",
      en: "The commit and the day the site was built from",
    },
    ({ buildNote }) => `${JSON.stringify(buildNote(), null, 1)}\n`,
  ),
  ...plan,
]);
