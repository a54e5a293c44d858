import { expect, test } from "vitest";
import { parse } from "yaml";
import { wholeRecord } from "../../test/fixtures/ckan-record.ts";
import { type CkanStandIn, closedAfterEach } from "../../test/fixtures/ckan-stand-in.ts";
import { before } from "../../test/fixtures/imported-before.ts";
import { openReach } from "../reach.ts";
import { openCkan } from "./client.ts";
import { type ImportedBefore, type ImportResult, importCkan } from "./import.ts";

const standIn = closedAfterEach();
type Package = NonNullable<NonNullable<Parameters<typeof standIn>[0]>["packages"]>[number];

/** One run of the import into a folder that is a map. */
async function run(
  portal: CkanStandIn,
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
      day: "2026-11-30",
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
  const portal = await standIn({
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
  const portal = await standIn({ packages: many });
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
  const portal = await standIn({ packages: many.slice(0, 20) });
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
  const portal = await standIn({ packages: twins });
  const { imported } = await run(portal, new Map());
  expect(imported).toEqual(["zvit-pro-robotu", "zvit-pro-robotu-2", "zvit-pro-robotu-3"]);
  portal.faults.push(
    ...Array.from({ length: 3 }, () => ({ action: "package_search", kind: 500 as const })),
  );
  await expect(run(portal, new Map())).rejects.toThrow("портал недоступний після 3 спроб");
});
