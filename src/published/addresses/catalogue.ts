import { generatedFiles } from "../../vocabularies/portal-files.ts";
import { archiveName, renderArchive } from "../archive.ts";
import { renderDatasetsCsv, renderDatasetsJson } from "../dataset/dataset-list.ts";
import { buildCatalogueGraph, countPages } from "../dcat/dcat.ts";
import { renderCkanJsonLd, toCkanGraph } from "../dcat/dcat-ckan.ts";
import { extensions, serialisations } from "../dcat/rdf.ts";
import { renderLlmsTxt } from "../hosting/llms-txt.ts";
import { renderGenerated, renderRegistryXlsx } from "../reports/registry.ts";
import { renderDatasetsParquet } from "../tables/parquet/catalogue.ts";
import { parquetType } from "../tables/parquet/parquet.ts";
import { renderPortalSql } from "../tables/portal-sql.ts";
import { type Address, grouped, mediaTypes, type PublishedSite, single } from "./address.ts";
import { exampleOf } from "./examples.ts";
import { notebooksOf, renderNotebook } from "./notebooks.ts";
import { planAddresses } from "./plan.ts";

const { csv, json, text, xlsx, zip } = mediaTypes;

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

/** Notebooks that read the portal, made with the table examples are made with. */
const examplesFiles: Address[] = [
  {
    path: "/examples/{tool}.ipynb",
    mediaType: "application/x-ipynb+json",
    title: {
      uk: "Зошит Jupyter, який читає портал: DuckDB, Polars, R",
      en: "A Jupyter notebook that reads the portal: DuckDB, Polars, R",
    },
    files: ({ catalogue }) => {
      const example = exampleOf(catalogue);
      return example
        ? notebooksOf(catalogue, example.dataset, example.table).map((tool) => ({
            slots: { tool },
            render: () => renderNotebook(tool, catalogue, example),
          }))
        : [];
    },
  },
];

/** What is published of the whole catalogue. */
export const catalogueAddresses: readonly Address[] = grouped("catalogue", [
  single(
    "/llms.txt",
    text,
    {
      uk: "Що є на порталі, для мовних моделей: набори й переліки, llms.txt",
      en: "What the portal has, for language models: datasets and lists, llms.txt",
    },
    ({ catalogue }) => renderLlmsTxt(catalogue),
  ),
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
  {
    ...single(
      "/datasets.parquet",
      parquetType,
      { uk: "Перелік наборів, Parquet", en: "List of datasets as Parquet" },
      ({ catalogue }) => renderDatasetsParquet(catalogue),
    ),
    page: "/datasets/",
  },
  single(
    "/portal.sql",
    "application/sql",
    {
      uk: "Усі таблиці порталу для DuckDB, з типами й описами колонок",
      en: "All tables of the portal for DuckDB, with types and descriptions of columns",
    },
    ({ catalogue }) => renderPortalSql(catalogue),
  ),
  ...examplesFiles,
  ...dcat,
  ...registry,
  single(
    `/${archiveName}`,
    zip,
    {
      uk: "Усі дані й паспорти одним архівом, з переліком і контрольними сумами",
      en: "All data and passports as one archive, with a manifest and checksums",
    },
    ({ catalogue, repository, buildNote, deflate }) =>
      renderArchive(catalogue, repository, { commit: buildNote().commit, deflate }),
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
  ...planAddresses,
]);
