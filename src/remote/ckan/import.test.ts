import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { openCkanStandIn } from "../../test/fixtures/ckan-stand-in.ts";
import { openReach } from "../reach.ts";
import { openCkan } from "./client.ts";
import { type ImportedBefore, type ImportResult, importCkan } from "./import.ts";
import { importPackage } from "./import-package.ts";
import { addressOf } from "./package/fields.ts";

type StandIn = Awaited<ReturnType<typeof openCkanStandIn>>;
type Package = NonNullable<NonNullable<Parameters<typeof openCkanStandIn>[0]>["packages"]>[number];
const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((portal) => portal.close()));
});

const context = {
  portal: "https://data.example.gov.ua",
  mailDomains: ["example.gov.ua"],
  places: new Set(["UA35040210000014072"]),
  taken: new Set<string>(),
};
const whole: Package = {
  id: "57b45ef8-4c08-4801-937e-4236fb4f3d3f",
  name: "zupynky",
  title: "Зупинки громадського транспорту",
  notes: "Перелік зупинок громадського транспорту громади.",
  purpose_of_collecting_information: "Закон України «Про автомобільний транспорт»; для поїздок.",
  update_frequency: "once a year",
  language: "ua",
  license_id: "cc-by",
  version: "2.1",
  maintainer: "Управління розвитку транспорту",
  maintainer_email: "transport@example.gov.ua",
  tags: [{ name: "зупинки" }, { name: "транспорт" }],
  groups: [{ name: "transport" }],
  extras: [{ key: "publisherIdentifier", value: "22438" }],
  organization: { name: "miska-rada", title: "Міська рада" },
  metadata_created: "2023-01-18T09:32:00.123456",
  metadata_modified: "2025-03-05T11:42:00.000001",
  resources: [
    {
      id: "a",
      name: "Зупинки.csv",
      url: "/files/stops.csv",
      format: "csv",
      size: 120,
      last_modified: "2025-03-05T11:42:00",
    },
  ],
};

test("a whole record loses nothing: every field has its place, the old ids live on as aliases", () => {
  const { id, descriptor, resources, publisher, gaps } = importPackage(whole, context);
  expect({ id, descriptor, resources, publisher, gaps }).toEqual({
    id: "zupynky",
    descriptor: {
      title: "Зупинки громадського транспорту",
      description: "Перелік зупинок громадського транспорту громади.",
      purpose: "Закон України «Про автомобільний транспорт»; для поїздок.",
      publisher: "miska-rada",
      contact: { email: "transport@example.gov.ua", unit: "Управління розвитку транспорту" },
      keywords: ["зупинки", "транспорт"],
      themes: ["TRAN"],
      frequency: "yearly",
      language: ["uk"],
      licenses: [{ name: "CC-BY-4.0" }],
      spatial: [],
      version: "2.1",
      importedFrom: "https://data.example.gov.ua/dataset/zupynky",
      identifier: "57b45ef8-4c08-4801-937e-4236fb4f3d3f",
      aliases: ["57b45ef8-4c08-4801-937e-4236fb4f3d3f"],
      issued: "2023-01-18T09:32:00Z",
      modified: "2025-03-05T11:42:00Z",
    },
    resources: [
      {
        name: "zupynky",
        title: "Зупинки.csv",
        path: "https://data.example.gov.ua/files/stops.csv",
        format: "CSV",
        bytes: 120,
        modified: "2025-03-05T11:42:00Z",
      },
    ],
    publisher: { id: "miska-rada", title: "Міська рада", edrpou: "00022438" },
    gaps: [
      {
        dataset: "zupynky",
        field: "edrpou",
        value: "22438",
        note: "Код ЄДРПОУ без початкових нулів; записано 00022438.",
      },
    ],
  });
});

const edrpouNote = "Код ЄДРПОУ без початкових нулів; записано 00022438.";

describe("defects of real records are carried over where they can be, and always told", () => {
  test.each<[situation: string, change: Partial<Package>, notes: string[], kept: object]>([
    [
      "the title is empty, there is only a description",
      { title: "" },
      ["Назви немає; взято початок опису. Напишіть справжню."],
      { title: "Перелік зупинок громадського транспорту громади." },
    ],
    [
      "the title is a placeholder",
      { title: "звіт" },
      ["Назва нічого не каже про набір: напишіть справжню."],
      { title: "звіт" },
    ],
    [
      "the title has 367 characters",
      { title: "Н".repeat(367) },
      ["Назва має 367 знаків, а дозволено 254: скоротіть."],
      { title: "Н".repeat(367) },
    ],
    [
      "the description says nothing",
      { notes: "інформація для доступу до набору даних" },
      ["Опис нічого не каже про дані: допишіть."],
      { description: "інформація для доступу до набору даних" },
    ],
    [
      "the description is a copy of article 10-1",
      { notes: "Будь-яка особа може вільно копіювати, публікувати, поширювати відкриті дані." },
      ["Замість опису — текст статті 10-1 Закону; його пропущено. Опишіть набір."],
      {},
    ],
    [
      "the act has a wrong number and a wrong year",
      { purpose_of_collecting_information: "Постанова КМУ від 21.10.2018 №385" },
      [
        "Схоже на описку в номері постанови № 835: перевірте.",
        "Постанова № 835 — від 21.10.2015: перевірте рік.",
      ],
      { purpose: "Постанова КМУ від 21.10.2018 №385" },
    ],
    [
      "the maintainer is a person: no name is carried over",
      { maintainer: "Коваленко Олена Петрівна" },
      ["Ім’я відповідальної особи не перенесено: вкажіть підрозділ (contact.unit)."],
      { contact: { email: "transport@example.gov.ua" } },
    ],
    [
      "two mailboxes in one field, the first of them private",
      { maintainer_email: "olena@ukr.net; data@example.gov.ua" },
      ["Взято першу службову."],
      { contact: { email: "data@example.gov.ua", unit: "Управління розвитку транспорту" } },
    ],
    [
      "the mailbox is private: it is not even repeated in the report",
      { maintainer_email: "olena.kovalenko@ukr.net" },
      ["Скриньку не перенесено: потрібна службова, у домені розпорядника."],
      {},
    ],
    [
      "КОАТУУ in place of КАТОТТГ",
      { koatuu: "3510100000" },
      ["Код КОАТУУ скасовано: вкажіть код КАТОТТГ."],
      { spatial: [] },
    ],
    [
      "more than once a day, for a yearly table",
      { update_frequency: "more than once a day" },
      ["Більш як раз на день: перевірте, чи справді так часто."],
      { frequency: "several-a-day" },
    ],
    [
      "the frequency is written with its label",
      { update_frequency: "Кожного півріччя" },
      [],
      { frequency: "half-yearly" },
    ],
    [
      "a frequency nobody knows",
      { update_frequency: "unscheduled" },
      ["Такої періодичності в переліку немає; пропущено."],
      {},
    ],
    [
      "a licence nobody knows",
      { license_id: "gfdl" },
      ["Такої ліцензії портал не приймає; пропущено."],
      {},
    ],
    [
      "a tag with a quote, one with an apostrophe",
      { tags: [{ name: "«зупинки»" }, { name: "об’єкти" }] },
      ["Слово має знаки, яких CKAN не приймає; пропущено."],
      { keywords: ["обʼєкти"] },
    ],
    [
      "a group of the portal's own",
      { groups: [{ name: "misto" }] },
      ["Групи немає серед дванадцяти; пропущено.", "Теми не визначено: вкажіть themes."],
      { themes: [] },
    ],
    ["no resources", { resources: [] }, ["Файлів у записі немає."], {}],
    [
      "the same key twice among the extras",
      {
        extras: [
          { key: "publisherIdentifier", value: "22438" },
          { key: "publisherIdentifier", value: "1" },
        ],
      },
      [],
      {},
    ],
  ])("%s", (_, change, notes, kept) => {
    const { descriptor, gaps } = importPackage({ ...whole, ...change }, context);
    expect(gaps.map(({ note }) => note).filter((note) => note !== edrpouNote)).toEqual(notes);
    expect(descriptor).toMatchObject(kept);
    expect(JSON.stringify(gaps)).not.toMatch(/olena|Коваленко/);
  });

  test("one portal under five host names is one address", () => {
    for (const host of [
      "data.gov.ua",
      "data.gov.ua.",
      "www.data.gov.ua",
      "test.data.gov.ua",
      "opendata.gov.ua",
    ])
      expect(
        addressOf(`https://${host}/dataset/x/resource/y/download/файл 1.csv`, context.portal),
      ).toBe("https://data.gov.ua/dataset/x/resource/y/download/%D1%84%D0%B0%D0%B9%D0%BB%201.csv");
    expect(addressOf("javascript:alert(1)", context.portal)).toBeUndefined();
    expect(addressOf("", context.portal)).toBeUndefined();
  });
});

/** One run of the import into a folder that is a map. */
async function run(
  portal: StandIn,
  files: Map<string, string>,
  before: ImportedBefore = { datasets: [], publishers: [] },
) {
  const told: string[] = [];
  const downloads: string[] = [];
  const result: ImportResult = await importCkan(
    openCkan({
      fetch: openReach({ allowLoopback: true }),
      url: portal.address,
      patience: 500,
      pauses: [1, 1],
    }),
    before,
    {
      portal: portal.address,
      files: true,
      mailDomains: ["example.gov.ua"],
      places: new Set(["UA35040210000014072"]),
      territory: { places: new Set() },
    },
    {
      async download(url) {
        downloads.push(new URL(url).pathname);
        const response = await fetch(url);
        return response.ok
          ? new Uint8Array(await response.arrayBuffer())
          : { problem: `сервер відповів ${response.status}` };
      },
      write: (path, content) => files.set(path, content),
      tell: (line) => told.push(line),
    },
  );
  return { ...result, told, downloads };
}

const before = (files: Map<string, string>): ImportedBefore => {
  const { datasets, publishers } = readRepository(treeOf(Object.fromEntries(files)));
  return {
    datasets: datasets.map(({ id, value }) => ({
      id,
      known: [id, ...value.aliases, value.identifier ?? id],
    })),
    publishers: publishers.map(({ id, value }) => ({
      id,
      title: value.title,
      edrpou: value.edrpou,
    })),
  };
};

const csv = "id;Назва;Відкрито\n1;Вокзал;01.02.2024\n2;Центр;05.03.2024\n";
const many = Array.from(
  { length: 250 },
  (_, index): Package => ({
    ...whole,
    id: `${String(index).padStart(8, "0")}-4c08-4801-937e-4236fb4f3d3f`,
    name: `set-${index}`,
    title: `Набір ${index}`,
    resources: [],
  }),
);

test("a table is fetched, cleaned and described; what is no table stays where it is, and why is told", async () => {
  const portal = await openCkanStandIn({
    packages: [
      {
        ...whole,
        resources: [
          { id: "a", name: "Зупинки", url: "/files/stops.csv", format: "CSV" },
          { id: "b", name: "Люди", url: "/files/people.csv", format: "CSV" },
          { id: "c", name: "Звіт", url: "/files/report.csv", format: "CSV" },
          { id: "d", name: "Зниклий", url: "/files/gone.csv", format: "CSV" },
          { id: "e", name: "Зупинки", url: "/files/plan.pdf", format: "PDF" },
          { id: "f", name: "Без адреси", url: "", format: "CSV" },
        ],
      },
    ],
    files: {
      "/files/stops.csv": { body: csv },
      "/files/people.csv": {
        body: `id,phone\n${Array.from({ length: 9 }, (_, index) => `${index},+38050123456${index}`).join("\n")}\n`,
      },
      "/files/report.csv": { body: "%PDF-1.4 not a table" },
    },
  });
  open.push(portal);
  const files = new Map<string, string>();
  const result = await run(portal, files);
  expect([...files.keys()]).toEqual([
    "data/publishers/miska-rada.yaml",
    "data/datasets/zupynky/zupynky.csv",
    "data/datasets/zupynky/datapackage.yaml",
  ]);
  expect(files.get("data/datasets/zupynky/zupynky.csv")).toBe(
    "id,nazva,vidkryto\n1,Вокзал,2024-02-01\n2,Центр,2024-03-05\n",
  );
  const { resources } = parse(files.get("data/datasets/zupynky/datapackage.yaml") ?? "");
  expect(resources).toEqual([
    {
      name: "zupynky",
      title: "Зупинки",
      path: "zupynky.csv",
      schema: {
        fields: [
          { name: "id", type: "integer", title: "id" },
          { name: "nazva", type: "string", title: "Назва" },
          { name: "vidkryto", type: "date", title: "Відкрито" },
        ],
      },
    },
    { name: "liudy", title: "Люди", path: `${portal.address}/files/people.csv`, format: "CSV" },
    { name: "zvit", title: "Звіт", path: `${portal.address}/files/report.csv`, format: "CSV" },
    { name: "znyklyi", title: "Зниклий", path: `${portal.address}/files/gone.csv`, format: "CSV" },
    {
      name: "zupynky-2",
      title: "Зупинки",
      path: `${portal.address}/files/plan.pdf`,
      format: "PDF",
    },
    {
      name: "bez-adresy",
      title: "Без адреси",
      page: `${portal.address}/dataset/zupynky`,
      format: "CSV",
    },
  ]);
  const told = result.gaps
    .filter(({ field }) => field === "resources")
    .map(({ value, note }) => `${value}: ${note}`);
  expect(told).toEqual([
    "Без адреси: У файлу немає адреси, яку можна відкрити; лишено посилання на сторінку набору.",
    "Люди: У таблиці знайдено персональні дані. Лишено посилання.",
    "Звіт: Таблицю не прочитано: Це документ PDF, а не таблиця. Лишено посилання.",
    "Зниклий: Файл не завантажено: сервер відповів 404. Лишено посилання.",
  ]);
});

test("every page is read: 250 records in three; the portal may stumble on the way", async () => {
  const portal = await openCkanStandIn({ packages: many });
  open.push(portal);
  portal.faults.push(
    { action: "package_search", kind: 503 },
    { action: "package_search", kind: "half" },
  );
  const files = new Map<string, string>();
  const { imported } = await run(portal, files);
  expect(imported).toHaveLength(250);
  expect(new Set(imported).size).toBe(250);
});

test("cut short, it goes on where it stopped and touches nothing that is there", async () => {
  const portal = await openCkanStandIn({ packages: many.slice(0, 20) });
  open.push(portal);
  const files = new Map<string, string>();
  await run(portal, files);
  const edited = "data/datasets/set-3/datapackage.yaml";
  files.set(edited, (files.get(edited) ?? "").replace("Набір 3", "Набір третій"));
  for (const id of ["set-7", "set-12"]) files.delete(`data/datasets/${id}/datapackage.yaml`);
  const again = await run(portal, files, before(files));
  expect(again.imported.sort()).toEqual(["set-12", "set-7"]);
  expect(again.skipped).toHaveLength(18);
  expect(files.get(edited)).toContain("Набір третій");
  expect((await run(portal, files, before(files))).imported).toEqual([]);
});

test("records with one title get ids of their own; a portal that gives nothing is told apart from an empty one", async () => {
  const twins = many
    .slice(0, 3)
    .map((one) => ({ ...one, name: String(one.id), title: "Звіт про роботу" }));
  const portal = await openCkanStandIn({ packages: twins });
  open.push(portal);
  const { imported } = await run(portal, new Map());
  expect(imported).toEqual(["zvit-pro-robotu", "zvit-pro-robotu-2", "zvit-pro-robotu-3"]);
  portal.faults.push(
    ...Array.from({ length: 3 }, () => ({ action: "package_search", kind: 500 as const })),
  );
  await expect(run(portal, new Map())).rejects.toThrow("портал недоступний після 3 спроб");
});

const shared = join(project, "../shared/kropyvnytskyi");

describe.skipIf(!existsSync(shared))(
  "57 real records (skipped where the shared folder is absent)",
  () => {
    type Real = Record<string, unknown> & {
      source_url: string;
      resources?: Record<string, unknown>[];
    };
    const records: Real[] = existsSync(shared)
      ? [
          ...JSON.parse(readFileSync(join(shared, "datasets.json"), "utf8")),
          ...JSON.parse(readFileSync(join(shared, "reference-datasets-other-cities.json"), "utf8"))
            .datasets,
        ]
      : [];
    /** A record of a saved page in the form the portal's API gave it. */
    const toPackage = (record: Real, index: number): Package => ({
      id: String(record.identifier ?? `real-${index}`),
      name: String(record.portalSlug ?? new URL(record.source_url).pathname.split("/").at(-1)),
      title: record.title ?? "",
      notes: record.description ?? "",
      purpose_of_collecting_information: record.legalBasis ?? "",
      update_frequency: record.frequency ?? "",
      language: record.language ?? "",
      maintainer_email: record.contactEmail ?? "",
      organization: { name: record.publisherSlug ?? "", title: record.publisher ?? "" },
      metadata_created: record.created,
      metadata_modified: record.updated,
      version: record.version ?? "",
      license_id: record.licenseId ?? "",
      tags: (Array.isArray(record.keywords) ? record.keywords : []).map((name) => ({ name })),
      extras: [
        { key: "publisherIdentifier", value: record.publisherEdrpou ?? "" },
        { key: "koatuu", value: record.koatuu ?? "" },
      ],
      resources: (record.resources ?? []).map((resource, position) => ({
        id: `${index}-${position}`,
        url: resource.url ?? "",
        ...resource,
      })),
    });

    test("are imported, every one; what comes out is understood, and only its gaps are found in it", async () => {
      const packages = new Map(
        records.map((record, index) => {
          const one = toPackage(record, index);
          return [one.id, one];
        }),
      );
      const portal = await openCkanStandIn({ packages: [...packages.values()] });
      open.push(portal);
      const files = new Map<string, string>(
        Object.entries(examplePortal).filter(
          ([path]) => path === "data/portal.yaml" || path.startsWith("data/publishers"),
        ),
      );
      const result = await importCkan(
        openCkan({ fetch: openReach({ allowLoopback: true }), url: portal.address }),
        before(files),
        {
          portal: "https://data.example.gov.ua",
          files: false,
          mailDomains: ["krmr.gov.ua"],
          places: new Set(),
          territory: { places: new Set() },
        },
        {
          download: async () => ({ problem: "" }),
          write: (path, content) => files.set(path, content),
          tell: () => {},
        },
      );
      expect(result.imported).toHaveLength(packages.size);
      const repository = readRepository(treeOf(Object.fromEntries(files)));
      expect(repository.problems).toEqual([]);
      const errors = checkRepository(repository).filter(({ severity }) => severity === "error");
      expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      expect(result.gaps.length).toBeGreaterThan(packages.size);
    });
  },
);
