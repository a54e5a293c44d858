import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { wholeRecord } from "../../test/fixtures/ckan-record.ts";
import { openCkanStandIn } from "../../test/fixtures/ckan-stand-in.ts";
import { openReach } from "../reach.ts";
import { openCkan } from "./client.ts";
import { type ImportedBefore, type ImportResult, importCkan } from "./import.ts";

type StandIn = Awaited<ReturnType<typeof openCkanStandIn>>;
type Package = NonNullable<NonNullable<Parameters<typeof openCkanStandIn>[0]>["packages"]>[number];
const open: StandIn[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((portal) => portal.close()));
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
    ...wholeRecord,
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
        ...wholeRecord,
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
