import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { speak } from "../i18n/translate.ts";
import {
  citationOf,
  citationText,
  renderBibtex,
  renderRis,
} from "../published/dataset/citation.ts";
import { changeWords } from "../published/feeds/change-words.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { loadPortal } from "./portal.ts";
import { inBlocks, openVersions } from "./versions.ts";

const root = mkdtempSync(join(tmpdir(), "versions-"));
const file = "data/datasets/stops/stops.csv";
const git = (...args: string[]) => {
  const { status, stderr, stdout } = spawnSync("git", ["-C", root, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};
let moment = 1_760_000_000;
function commit(subject: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  moment += 86_400;
  git("add", "-A");
  spawnSync(
    "git",
    ["-C", root, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", subject],
    {
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: `${moment} +0000`,
        GIT_COMMITTER_DATE: `${moment} +0000`,
      },
    },
  );
  return git("rev-parse", "HEAD");
}
const hashes: string[] = [];

beforeAll(() => {
  git("init", "-q");
  hashes.push(commit("Оприлюднено", examplePortal));
  hashes.push(
    commit("Нові зупинки", { [file]: "id,name,platforms\n1,Вокзал,3\n3,Парк,1\n4,Школа,2\n" }),
  );
  commit("Без змін у таблиці", { "data/publishers/council.yaml": "title: Рада\nkind: council\n" });
  hashes.push(
    commit("CRLF", { [file]: "id,name,platforms\r\n1,Вокзал,3\r\n3,Парк,1\r\n4,Школа,2\r\n" }),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("each version of a table says what it changed and gives the file as it was", () => {
  const { repository } = loadPortal(root, "2026-11-23");
  const versions = openVersions(root, repository)(file);
  expect(versions.map(({ hash }) => hash)).toEqual([...hashes].reverse());
  const speech = speak("uk");
  const said = versions.map((version) => changeWords(version, speech));
  expect(said).toEqual([
    "Змінився лише запис файлу, не дані",
    "+2\u00a0рядки, −1\u00a0рядок, 1\u00a0рядок змінено",
    "Перша версія",
  ]);
  expect(new TextDecoder().decode(versions.at(-1)?.content())).toBe(examplePortal[file]);
  expect(openVersions(root, repository)("data/datasets/stops/none.csv")).toEqual([]);
});

test.each([
  ["first", (names: string[]) => names],
  ["last", (names: string[]) => names.toReversed()],
])("files asked for from the %s on are read a hundred at once", (_, inTurn) => {
  const names = Array.from({ length: 250 }, (_value, number) => `${number}.csv`);
  const calls: number[] = [];
  const ask = inBlocks(names, (some) => {
    calls.push(some.length);
    return some.map((name) => `content of ${name}`);
  });
  const asked = [...inTurn(names), "other.csv"];
  expect(asked.map(ask)).toEqual(asked.map((name) => `content of ${name}`));
  expect(calls.toSorted()).toEqual([1, 100, 100, 50]);
});

test("a citation names the commit and the checksum; BibTeX and RIS say the same", () => {
  const { catalogue } = loadPortal(root, "2026-11-23");
  const [dataset] = catalogue?.datasets ?? [];
  if (!catalogue || !dataset) throw new Error("No dataset.");
  const citation = citationOf(
    { ...dataset, passport: { ...dataset.passport, version: "1.0" } },
    catalogue,
  );
  const sha256 = dataset.resources[0]?.sha256;
  expect(citationText(citation)).toBe(
    `Рада. Зупинки громадського транспорту, версія 1.0 [Набір даних]. Відкриті дані громади, 2025. URL: https://data.example.gov.ua/dataset/stops/. Станом на 13\u00a0жовтня\u00a02025\u00a0р. (коміт ${hashes.at(-1)?.slice(0, 10)}).`,
  );
  expect(
    renderBibtex("stops", { ...citation, title: "100 % {звіту} & #1" }),
  ).toBe(`@misc{stops-2025,
  author = {{Рада}},
  title = {{100 \\% \\textbraceleft{}звіту\\textbraceright{} \\& \\#1}},
  year = {2025},
  howpublished = {Відкриті дані громади},
  url = {https://data.example.gov.ua/dataset/stops/},
  urldate = {2025-10-13},
  version = {1.0},
  entrysubtype = {dataset},
  note = {git ${hashes.at(-1)}; stops.csv sha256:${sha256}}
}
`);
  expect(renderRis(citation).split("\r\n")).toEqual([
    "TY  - DATA",
    "AU  - Рада",
    "TI  - Зупинки громадського транспорту",
    "PY  - 2025",
    "DA  - 2025/10/13",
    "PB  - Відкриті дані громади",
    "ET  - 1.0",
    "UR  - https://data.example.gov.ua/dataset/stops/",
    `N1  - git ${hashes.at(-1)}; stops.csv sha256:${sha256}`,
    "ER  - ",
    "",
  ]);
});

test("versions of a renamed file follow the name it is said to have had, also when that is corrected", () => {
  const own = (name: string) => `data/datasets/stops/${name}.csv`;
  commit("Два файли", { [own("one")]: "id\n1\n", [own("two")]: "id\n2\n" });
  rmSync(join(root, own("one")));
  rmSync(join(root, own("two")));
  commit("Новий замість них", { [own("three")]: "id\n2\n3\n" });
  const { repository } = loadPortal(root, "2026-11-23");
  const versionsWith = (alias: string) => {
    const datasets = repository.datasets.map((source) => ({
      ...source,
      tables: [],
      value: { ...source.value, resources: [{ name: "t", path: "three.csv", aliases: [alias] }] },
    })) as unknown as typeof repository.datasets;
    const versions = openVersions(root, { ...repository, datasets })(own("three"));
    for (const { content, sha256 } of versions)
      expect(createHash("sha256").update(content()).digest("hex")).toBe(sha256);
    return versions.map(({ content }) => new TextDecoder().decode(content()));
  };
  expect(versionsWith("one.csv")).toEqual(["id\n2\n3\n", "id\n1\n"]);
  expect(versionsWith("two.csv")).toEqual(["id\n2\n3\n", "id\n2\n"]);
});
