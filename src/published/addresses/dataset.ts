import type { Dataset, Resource, Shared } from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { type DatasetFile, datasetFiles, passportFile } from "../../vocabularies/portal-files.ts";
import { renderCkan, toCkanPackage } from "../dataset/ckan.ts";
import { hasCroissant, toCroissant } from "../dataset/croissant.ts";
import { toDataPackage } from "../dataset/datapackage.ts";
import { renderDatasetMarkdown } from "../dataset/dataset-markdown.ts";
import { renderPassportCsv } from "../dataset/passport.ts";
import { versionPath } from "../dataset/version-path.ts";
import { buildDatasetGraph } from "../dcat/dcat.ts";
import { datasetExtensions, serialisations } from "../dcat/rdf.ts";
import { renderCalendar } from "../feeds/calendar.ts";
import { parquetType } from "../tables/parquet/parquet.ts";
import {
  hasStructure,
  isDescribed,
  renderFileMetadata,
  renderStructureCsv,
  renderStructureJson,
} from "../tables/structure.ts";
import { type TwinFormat, twinsOf } from "../tables/twins.ts";
import { type Address, type DatasetSite, grouped, mediaTypes, nameOf } from "./address.ts";

const { csv, json, xlsx, calendar, binary, markdown } = mediaTypes;

/** Those of the following that say what the set’s page says. */
const twinsOfPage: ReadonlySet<DatasetFile> = new Set(["datapackage.json", "index.md"]);

/** A file the portal makes beside a dataset's own. */
type Beside = {
  mediaType: string;
  title: Address["title"];
  render(dataset: Dataset, shared: Shared): string;
  /** Sets that have it; without one, all. */
  has?(dataset: Dataset): boolean;
};

const beside: Record<DatasetFile, Beside> = {
  "datapackage.json": {
    mediaType: json,
    title: { uk: "Паспорт набору: Data Package v2", en: "Passport of a dataset: Data Package v2" },
    render: (dataset, shared) => `${JSON.stringify(toDataPackage(dataset, shared), null, 2)}\n`,
  },
  "passport.csv": {
    mediaType: csv,
    title: { uk: "Паспорт набору таблицею", en: "Passport of a dataset as a table" },
    render: renderPassportCsv,
  },
  "structure.csv": {
    mediaType: csv,
    title: {
      uk: "Структура набору таблицею; є там, де є таблиці з описаними колонками",
      en: "Structure of a dataset as a table; where there are tables with described columns",
    },
    render: renderStructureCsv,
    has: hasStructure,
  },
  "structure.json": {
    mediaType: json,
    title: {
      uk: "Структура набору, CSV on the Web",
      en: "Structure of a dataset, CSV on the Web",
    },
    render: renderStructureJson,
    has: hasStructure,
  },
  "croissant.json": {
    mediaType: json,
    title: {
      uk: "Набір з описаними таблицями для машинного навчання, Croissant 1.1",
      en: "A dataset with described tables for machine learning, Croissant 1.1",
    },
    render: (dataset, shared) => `${JSON.stringify(toCroissant(dataset, shared), null, 2)}\n`,
    has: hasCroissant,
  },
  "ckan.json": {
    mediaType: json,
    title: {
      uk: "Один набір у формі CKAN package_show",
      en: "One dataset as CKAN’s package_show",
    },
    render: (dataset, shared) => renderCkan("package_show", toCkanPackage(dataset, shared), shared),
  },
  "index.md": {
    mediaType: markdown,
    title: { uk: "Сторінка набору як Markdown", en: "A dataset’s page as Markdown" },
    render: renderDatasetMarkdown,
  },
  "updates.ics": {
    mediaType: calendar,
    title: {
      uk: "Календар очікуваних оновлень набору",
      en: "Calendar of a dataset’s expected updates",
    },
    render: (dataset, { portal }) => renderCalendar(dataset.title.uk, [dataset], portal.site),
  },
};

const besideAddress = (name: DatasetFile): Address => {
  const { mediaType, title, render, has = () => true } = beside[name];
  return {
    path: `/dataset/{dataset}/${name}`,
    mediaType,
    title,
    ...(twinsOfPage.has(name) ? { page: "/dataset/{dataset}/" } : {}),
    filesOf: ({ dataset, shared }) =>
      has(dataset) ? [{ render: () => render(dataset, shared) }] : [],
  };
};

/** What a file is called, and what it was called before: under each name it is given. */
const namesOf = ({ path = "", aliases = [] }: Resource): string[] => [nameOf(path), ...aliases];

/** Files of datasets, byte for byte as they lie in the repository. */
const source: Address = {
  path: "/dataset/{dataset}/{file}",
  mediaType: csv,
  title: {
    uk: "Файл набору: остання версія за постійною адресою",
    en: "A file of a dataset: the latest version at a permanent address",
  },
  *filesOf({ dataset, repository: { tree } }) {
    for (const resource of dataset.resources) {
      const { path, file, format } = resource;
      if (path !== undefined && file !== undefined)
        for (const name of namesOf(resource))
          yield {
            slots: { file: name },
            mediaType: format === undefined ? binary : fileTypes[format].mediaType,
            render() {
              const entry = tree.get(file);
              if (!entry) throw new Error(`The file ${file} has gone.`);
              return entry.bytes();
            },
          };
    }
  },
};

/** The passport as people wrote it, with their comments: who changes a set begins with it. */
const written: Address = {
  path: `/dataset/{dataset}/${passportFile}`,
  mediaType: "application/yaml",
  title: {
    uk: "Паспорт набору, як його записано в репозиторії",
    en: "Passport of a dataset as it is written in the repository",
  },
  page: "/dataset/{dataset}/",
  filesOf: ({ repository: { datasets, tree } }) =>
    datasets.flatMap(({ file }) => {
      const entry = tree.get(file);
      return entry ? [{ render: () => entry.bytes() }] : [];
    }),
};

/** Every kept version of every file at an address of its own, which never shows anything else. */
const version: Address = {
  path: "/dataset/{dataset}/versions/{version}/{file}",
  mediaType: csv,
  title: {
    uk: "Версія файлу за незмінною адресою; які версії є, сказано на сторінці набору",
    en: "A version of a file at an immutable address; the dataset’s page lists them",
  },
  *filesOf({ dataset, versions }) {
    for (const resource of dataset.resources) {
      const { path, file, format } = resource;
      if (path === undefined || file === undefined) continue;
      for (const { hash, content } of versions(file)) {
        const [, short = ""] = /([^/]+)\/[^/]+$/.exec(versionPath(path, hash)) ?? [];
        for (const name of namesOf(resource))
          yield {
            slots: { version: short, file: name },
            mediaType: format === undefined ? binary : fileTypes[format].mediaType,
            render: content,
          };
      }
    }
  },
};

/** Copies of a dataset's tables in every format: each format's address asks for its own of them. */
const twinsOfSet = once(({ dataset, shared, repository }: DatasetSite) =>
  twinsOf(dataset, repository, shared.portal.copies),
);

/** The portal's copies of a table in another format. */
const twin = (format: TwinFormat, mediaType: string, title: Address["title"]): Address => ({
  path: `/dataset/{dataset}/{table}.${format}`,
  mediaType,
  title,
  copies: true,
  *filesOf(of) {
    for (const { format: made, stems, render } of twinsOfSet(of))
      if (made === format) for (const table of stems) yield { slots: { table }, render };
  },
});

/** CSV on the Web of one table, where programs that were given only the table look for it. */
const metadata: Address = {
  path: "/dataset/{dataset}/{file}-metadata.json",
  mediaType: json,
  title: {
    uk: "CSVW одного файлу, там, де його шукають програми",
    en: "CSVW of one file, where programs look for it",
  },
  *filesOf({ dataset }) {
    for (const resource of dataset.resources) {
      const [file = "", ...former] = namesOf(resource);
      if (resource.format === "CSV" && isDescribed(dataset, file))
        for (const name of [file, ...former])
          yield {
            slots: { file: name },
            render: () => renderFileMetadata(dataset, file, name) ?? "",
          };
    }
  },
};

const graphs = datasetExtensions.map((extension): Address => {
  const { mediaType, name, render } = serialisations[extension];
  return {
    path: `/dataset/{dataset}.${extension}`,
    mediaType,
    title: { uk: `Один набір у DCAT-AP, ${name}`, en: `One dataset in DCAT-AP, ${name}` },
    page: "/dataset/{dataset}/",
    filesOf: ({ dataset, shared }) => [
      { render: () => render(buildDatasetGraph(dataset, shared)) },
    ],
  };
});

/** What is published of each dataset. */
export const datasetAddresses: readonly Address[] = grouped("dataset", [
  source,
  twin("xlsx", xlsx, {
    uk: "Таблиця набору, книга Excel: числа, дати й коди вже мають свій тип",
    en: "A table of a dataset as an Excel workbook, with numbers, dates and codes typed",
  }),
  twin("json", json, {
    uk: "Таблиця набору, список записів JSON",
    en: "A table of a dataset as a list of JSON records",
  }),
  twin("geojson", fileTypes.GEOJSON.mediaType, {
    uk: "Таблиця набору з координатами, GeoJSON: кожен рядок — точка на карті",
    en: "A table of a dataset with coordinates as GeoJSON, a point for each row",
  }),
  twin("parquet", parquetType, {
    uk: "Таблиця набору, Parquet: колонки вже мають тип і опис, програми читають лише потрібне",
    en: "A table of a dataset as Parquet: columns typed and described, and programs read what they need",
  }),
  ...datasetFiles.map(besideAddress),
  written,
  metadata,
  ...graphs,
  version,
]);

/** Where a large table's rows stand in its Parquet file: what the explorer of the site reads. */
export const rowIndex = twin("rows", binary, {
  uk: "Покажчик рядків великої таблиці",
  en: "Index of a large table’s rows",
});
