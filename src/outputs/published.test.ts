import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScript } from "../fixtures/built-site.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
import { readWorkbook } from "../table/workbook/read-workbook.ts";
import { sheetText } from "../table/workbook/sheet-text.ts";

const folder = mkdtempSync(join(tmpdir(), "published-"));
const root = join(folder, "portal");
const site = join(folder, "site");

const passport = (title: string, more: string) => `title: ${title}
description: Що є одним рядком, звідки дані й чого в них немає.
purpose: Закон України «Про доступ до публічної інформації»; для перевірки.
publisher: council
contact: { email: data@example.gov.ua }
keywords: [перевірка, дерева]
frequency: yearly
licenses: [{ name: CC-BY-4.0 }]
spatial: [UA35040210000014072]
${more}`;

/** A portal with one of everything its outputs speak of, small enough to be read whole. */
const first: Record<string, string> = {
  ...examplePortal,
  "data/publishers/housing.yaml": `title: Управління житла
kind: executive
parent: council
edrpou: "00022438"
url: https://example.gov.ua/housing
en: { title: Housing department }
`,
  "data/series/trees.yaml": `title: Дерева за роками
description: Кожен набір серії охоплює один рік.
publisher: council
frequency: yearly
`,
  "data/datasets/trees-2025/datapackage.yaml": passport(
    "Дерева за 2025 рік",
    `themes: [ENVI, REGI]
series: trees
version: "1.1"
versionNotes: Додано породу.
temporal: { start: 2025-01-01, end: 2025-12-31 }
aliases: [old-trees]
en: { title: Trees of 2025, description: One row is one tree. }
resources:
  - name: trees
    title: Дерева
    path: trees.csv
    schema:
      primaryKey: id
      missingValues: ["", "-"]
      fields:
        - { name: id, type: integer, title: Номер, constraints: { required: true, unique: true, minimum: 1 } }
        - { name: planted, type: date, title: Дата }
        - { name: kind, type: string, title: Порода, description: Назва українською, constraints: { enum: [липа, клен] } }
        - { name: price, type: number, title: Ціна }
        - { name: lat, type: number, title: Широта }
        - { name: lon, type: number, title: Довгота }
  - name: map
    title: Карта
    path: map.geojson
  - name: elsewhere
    title: Дані на іншому порталі
    page: https://example.com/data
    format: CSV
`,
  ),
  "data/datasets/trees-2025/trees.csv":
    "id,planted,kind,price,lat,lon\n1,2025-03-01,липа,100.5,48.5001,32.2001\n2,2025-03-02,клен,-,48.5002,32.2002\n3,,липа,99,48.5003,32.2003\n",
  "data/datasets/trees-2025/map.geojson":
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":1},"geometry":{"type":"Point","coordinates":[32.2001,48.5001]}}]}\n',
  "data/datasets/gone/datapackage.yaml": passport(
    "Вилучений набір",
    `themes: [GOVE]
status: withdrawn
withdrawn: { date: 2026-02-01, reason: Перелік веде область, successor: stops }
resources: []
`,
  ),
  "content/news/trees.mdx": `---
title: Посадили дерева
date: 2026-01-15
description: Липи й клени.
datasets: [trees-2025]
---

Найбільше — лип.
`,
};
const second = {
  "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,3\n2,Центр,1\n3,Ринок,2\n",
};

function commit(files: Record<string, string>, subject: string, day: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", root, ...args], {
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: `${day}T10:00:00Z`,
        GIT_COMMITTER_DATE: `${day}T10:00:00Z`,
        GIT_CONFIG_GLOBAL: "/dev/null",
        ...Object.fromEntries(
          ["AUTHOR", "COMMITTER"].flatMap((who) => [
            [`GIT_${who}_NAME`, "Рада"],
            [`GIT_${who}_EMAIL`, "data@example.gov.ua"],
          ]),
        ),
      },
    });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", subject);
}

beforeAll(() => {
  commit(first, "Перші набори", "2026-01-10");
  commit(second, "Додано зупинку", "2026-03-05");
  commit(stopsWith("[зупинки, транспорт]", "[зупинки, автобус]"), "Уточнено слова", "2026-04-06");
  const { status, stdout, stderr } = runScript("build", ["--root", root, "--out", site], {
    PORTAL_DATE: "2026-11-23",
  });
  if (status !== 0) throw new Error(stdout + stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files for programs. Turtle, RDF/XML and N-Triples are held to be the JSON-LD, schemas and pages by tests of their own. */
const forPrograms =
  /\.(?:json|jsonld|xml|atom|csv|ics|bib|ris|txt|geojson|xlsx)$|^api\/3\/|^_headers$/;
const heldElsewhere =
  /^(?:_astro|pagefind|schemas|structures|words)\/|^build\.json$|words|facets|explore|openapi|sql/;

test("every file for programs of a small portal is what it was", async () => {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .sort();
  const parts: string[] = [];
  for (const file of files.filter((name) => forPrograms.test(name) && !heldElsewhere.test(name))) {
    const bytes = readFileSync(join(site, file));
    const { sheets } = file.endsWith(".xlsx") ? await readWorkbook(bytes) : { sheets: [] };
    const text = sheets.length > 0 ? sheets.map((sheet) => sheetText(sheet)).join("") : `${bytes}`;
    parts.push(`=== ${file}\n${text}`);
  }
  await expect(parts.join("\n")).toMatchFileSnapshot("../fixtures/published.txt");
});
