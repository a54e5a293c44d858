import { auditYears } from "../../catalogue/measures/plan/audit.ts";
import { measureRating } from "../../catalogue/measures/quality/rating.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { ckanActions } from "../dataset/ckan.ts";
import { serialisations } from "../dcat/rdf.ts";

/** An address of the static interface, for the page that shows it and for its OpenAPI description. */
export type ApiAddress = {
  /** From the site's root; {id}, {file}, {table} and {hash} stand for what differs. */
  path: string;
  /** The same with an example in place of what differs. */
  example: string;
  mediaType: string;
  group: "catalogue" | "ckan" | "dataset" | "changes";
  uk: string;
  en: string;
};

const json = "application/json";
const csv = "text/csv";
const atom = "application/atom+xml";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const xml = "application/xml";

const rdfNames: Record<keyof typeof serialisations, string> = {
  jsonld: "JSON-LD",
  ttl: "Turtle",
  rdf: "RDF/XML",
  nt: "N-Triples",
};
const rdf = Object.entries(serialisations).map(([extension, { mediaType }]) => ({
  extension,
  mediaType,
  name: rdfNames[extension as keyof typeof serialisations],
}));
const calls: Record<string, [uk: string, en: string]> = {
  package_search: ["Усі набори, у формі CKAN", "Every dataset, as CKAN has it"],
  package_list: ["Назви наборів", "Names of datasets"],
  organization_show: ["Організація порталу", "The portal’s organisation"],
  organization_list: ["Назви організацій", "Names of organisations"],
  group_list: ["Дванадцять груп data.gov.ua", "The twelve groups of data.gov.ua"],
  status_show: ["Відомості про портал", "About the portal"],
};

/** The dataset and table that examples are made with: the first whose table lies here, by Ukrainian title. */
export function exampleOf({ datasets }: Catalogue): { id: string; file: string } | undefined {
  for (const { id, passport, resources } of datasets) {
    const table = resources.find(({ file, table: read }) => file && read);
    if (passport.status === "active" && table?.path)
      return { id, file: table.path.split("/").at(-1) ?? "" };
  }
  return undefined;
}

/** Every address of the interface, in the order it is shown. */
export function apiAddresses(catalogue: Catalogue): ApiAddress[] {
  const { id = "id", file = "file.csv" } = exampleOf(catalogue) ?? {};
  const [publisher] = catalogue.publishers;
  const [theme] = catalogue.themes;
  // The newest commit that touched the example's file is a version of it.
  const version = catalogue.datasets
    .find((dataset) => dataset.id === id)
    ?.history.find(({ files }) => files.includes(file))?.hash;
  const fixed = (
    group: ApiAddress["group"],
    path: string,
    mediaType: string,
    uk: string,
    en: string,
  ): ApiAddress => ({ path, example: path, mediaType, group, uk, en });
  const ofDataset = (path: string, mediaType: string, uk: string, en: string): ApiAddress => ({
    path,
    example: path
      .replace("{id}", id)
      .replace("{file}", file)
      .replace("{table}", file.replace(/\.csv$/, "")),
    mediaType,
    group: "dataset",
    uk,
    en,
  });
  return [
    fixed(
      "catalogue",
      "/datasets.csv",
      csv,
      "Перелік наборів таблицею",
      "List of datasets as a table",
    ),
    fixed(
      "catalogue",
      "/datasets.json",
      json,
      "Перелік наборів у JSON",
      "List of datasets in JSON",
    ),
    ...rdf.map(({ extension, mediaType, name }) =>
      fixed(
        "catalogue",
        `/catalog.${extension}`,
        mediaType,
        `Каталог DCAT-AP 3.0.1, ${name}`,
        `DCAT-AP 3.0.1 catalogue, ${name}`,
      ),
    ),
    fixed(
      "catalogue",
      "/catalog-ckan.jsonld",
      "application/ld+json",
      "Той самий каталог для CKAN 2018 року (data.gov.ua)",
      "The same catalogue for a CKAN of 2018 (data.gov.ua)",
    ),
    fixed(
      "catalogue",
      "/registry.csv",
      csv,
      "Реєстр наборів за додатком 7, CSV",
      "Register of datasets (Annex 7), CSV",
    ),
    fixed(
      "catalogue",
      "/registry.json",
      json,
      "Реєстр наборів, JSON",
      "Register of datasets, JSON",
    ),
    fixed(
      "catalogue",
      "/registry.xlsx",
      xlsx,
      "Реєстр наборів, книга Excel",
      "Register of datasets, Excel workbook",
    ),
    fixed(
      "catalogue",
      "/archive.zip",
      "application/zip",
      "Усі дані й паспорти одним архівом, з переліком і контрольними сумами",
      "All data and passports as one archive, with a manifest and checksums",
    ),
    fixed(
      "catalogue",
      "/build.json",
      json,
      "Коміт і день, з яких зібрано сайт",
      "The commit and the day the site was built from",
    ),
    ...(catalogue.plan
      ? [
          fixed(
            "catalogue",
            "/plan.json",
            json,
            "Виконання Плану дій: показники й підтвердження",
            "The action plan: figures and evidence",
          ),
          fixed(
            "catalogue",
            "/plan.csv",
            csv,
            "Показники Плану дій таблицею",
            "Figures of the action plan as a table",
          ),
        ]
      : []),
    fixed(
      "catalogue",
      "/coverage.csv",
      csv,
      "Обов’язкові набори та їхній стан",
      "Mandated datasets and their state",
    ),
    fixed(
      "catalogue",
      "/coverage-by-publisher.csv",
      csv,
      "Обов’язкові набори за розпорядниками",
      "Mandated datasets by publisher",
    ),
    ...(catalogue.card
      ? [
          fixed("catalogue", "/card.csv", csv, "Картка оцінки таблицею", "The assessment card"),
          fixed(
            "catalogue",
            "/card.xlsx",
            xlsx,
            "Картка оцінки, книга Excel",
            "The assessment card, Excel workbook",
          ),
        ]
      : []),
    ...auditYears(catalogue)
      .slice(0, 1)
      .map((year) => ({
        ...fixed(
          "catalogue",
          "/audit/{id}.csv",
          csv,
          "Інформаційний аудит року: що відкрити далі",
          "The information audit of a year: what to open next",
        ),
        example: `/audit/${year}.csv`,
      })),
    ...measureRating(catalogue)
      .slice(0, 1)
      .map(({ publisher: first }) => ({
        ...fixed(
          "catalogue",
          "/publisher/{id}/badge.svg",
          "image/svg+xml",
          "Знак із балом розпорядника",
          "A badge with a publisher’s score",
        ),
        example: `/publisher/${first}/badge.svg`,
      })),
    fixed("catalogue", "/rating.csv", csv, "Рейтинг розпорядників", "Rating of publishers"),
    {
      ...fixed(
        "catalogue",
        "/registers/{id}.csv",
        csv,
        "Реєстр Плану дій таблицею",
        "A register of the action plan as a table",
      ),
      example: "/registers/acts.csv",
    },
    ofDataset(
      "/dataset/{id}/{file}",
      csv,
      "Файл набору: остання версія за постійною адресою",
      "A file of a dataset: the latest version at a permanent address",
    ),
    ofDataset(
      "/dataset/{id}/{table}.xlsx",
      xlsx,
      "Таблиця набору, книга Excel: числа, дати й коди вже мають свій тип",
      "A table of a dataset as an Excel workbook, with numbers, dates and codes typed",
    ),
    ofDataset(
      "/dataset/{id}/{table}.json",
      json,
      "Таблиця набору, список записів JSON",
      "A table of a dataset as a list of JSON records",
    ),
    ofDataset(
      "/dataset/{id}/datapackage.json",
      json,
      "Паспорт набору: Data Package v2",
      "Passport of a dataset: Data Package v2",
    ),
    ofDataset(
      "/dataset/{id}/passport.csv",
      csv,
      "Паспорт набору таблицею",
      "Passport of a dataset as a table",
    ),
    ofDataset(
      "/dataset/{id}/passport.xml",
      xml,
      "Паспорт набору, XML",
      "Passport of a dataset, XML",
    ),
    ofDataset(
      "/dataset/{id}/structure.csv",
      csv,
      "Структура набору таблицею; є там, де є таблиці з описаними колонками",
      "Structure of a dataset as a table; where there are tables with described columns",
    ),
    ofDataset(
      "/dataset/{id}/structure.json",
      json,
      "Структура набору, CSV on the Web",
      "Structure of a dataset, CSV on the Web",
    ),
    ofDataset(
      "/dataset/{id}/structure.xml",
      xml,
      "Структура набору, XML",
      "Structure of a dataset, XML",
    ),
    ofDataset(
      "/dataset/{id}/{file}-metadata.json",
      json,
      "CSVW одного файлу, там, де його шукають програми",
      "CSVW of one file, where programs look for it",
    ),
    ...rdf.map(({ extension, mediaType, name }) =>
      ofDataset(
        `/dataset/{id}.${extension}`,
        mediaType,
        `Один набір у DCAT-AP, ${name}`,
        `One dataset in DCAT-AP, ${name}`,
      ),
    ),
    ofDataset(
      "/dataset/{id}/ckan.json",
      json,
      "Один набір у формі CKAN package_show",
      "One dataset as CKAN’s package_show",
    ),
    ...Object.keys(ckanActions).map((call) =>
      fixed("ckan", `/api/3/action/${call}`, json, ...(calls[call] ?? [call, call])),
    ),
    fixed(
      "changes",
      "/changes.json",
      json,
      "Останні зміни й вилучені набори",
      "Latest changes and withdrawn datasets",
    ),
    fixed("changes", "/feeds/datasets.atom", atom, "Зміни всіх наборів", "Changes of all datasets"),
    {
      ...fixed(
        "changes",
        "/feeds/publisher/{id}.atom",
        atom,
        "Зміни наборів розпорядника",
        "Changes of a publisher’s datasets",
      ),
      example: `/feeds/publisher/${publisher?.id ?? "id"}.atom`,
    },
    {
      ...fixed(
        "changes",
        "/feeds/theme/{id}.atom",
        atom,
        "Зміни наборів теми",
        "Changes of a theme’s datasets",
      ),
      example: `/feeds/theme/${theme?.theme.toLowerCase() ?? "id"}.atom`,
    },
    {
      ...fixed(
        "changes",
        "/feeds/dataset/{id}.atom",
        atom,
        "Зміни одного набору",
        "Changes of one dataset",
      ),
      example: `/feeds/dataset/${id}.atom`,
    },
    fixed("changes", "/feeds/news.atom", atom, "Новини", "News"),
    fixed(
      "changes",
      "/calendar.ics",
      "text/calendar",
      "Календар очікуваних оновлень",
      "Calendar of expected updates",
    ),
    ...(version
      ? [
          {
            ...ofDataset(
              "/dataset/{id}/versions/{hash}/{file}",
              csv,
              "Версія файлу за незмінною адресою; які версії є, сказано на сторінці набору",
              "A version of a file at an immutable address; the dataset’s page lists them",
            ),
            example: `/dataset/${id}/versions/${version.slice(0, 10)}/${file}`,
          },
        ]
      : []),
  ];
}

/** OpenAPI 3.1 of the interface: every address, one answer each, and that nothing else is answered. */
export function renderOpenApi(catalogue: Catalogue): string {
  const { portal } = catalogue;
  const described: Record<string, string> = {
    file: "Назва файлу набору",
    table: "Назва таблиці",
    hash: "Перші десять знаків коміту",
  };
  const parameters = (path: string) =>
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
      name,
      in: "path",
      required: true,
      description: described[name] ?? "Ідентифікатор",
      schema: {
        type: "string",
        pattern: name === "file" ? "^[a-z0-9][a-z0-9._-]*$" : "^[a-z0-9]+(-[a-z0-9]+)*$",
      },
    }));
  const envelope = {
    type: "object",
    required: ["help", "success", "result"],
    properties: { help: { type: "string", format: "uri" }, success: { const: true }, result: {} },
  };
  return `${JSON.stringify(
    {
      openapi: "3.1.0",
      info: {
        title: portal.title,
        version: "1",
        description: `${portal.description} Статичні файли: ключа й параметрів запиту немає.`,
        contact: { email: portal.contact.email, url: `${portal.site}/api/` },
        license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      },
      servers: [{ url: portal.site }],
      tags: [
        { name: "catalogue", description: "Каталог" },
        { name: "dataset", description: "Набір" },
        { name: "ckan", description: "Знімок CKAN Action API" },
        { name: "changes", description: "Зміни" },
      ],
      paths: Object.fromEntries(
        apiAddresses(catalogue).map(({ path, mediaType, group, uk, en }) => [
          path,
          {
            ...(path.includes("{") ? { parameters: parameters(path) } : {}),
            get: {
              operationId: path.replace(/[^\w]+/g, "_").replace(/^_|_$/g, ""),
              tags: [group],
              summary: uk,
              description: en,
              responses: {
                "200": {
                  description: uk,
                  content: {
                    [mediaType]: {
                      schema:
                        group === "ckan" || path.endsWith("/ckan.json")
                          ? { $ref: "#/components/schemas/CkanAnswer" }
                          : {},
                    },
                  },
                },
                "404": { description: "Такого файлу немає" },
              },
            },
          },
        ]),
      ),
      components: { schemas: { CkanAnswer: envelope } },
    },
    null,
    1,
  )}\n`;
}
