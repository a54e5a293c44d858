import { expect, test } from "vitest";
import type { Finding } from "../model/reports/finding.ts";
import type { History } from "../model/repository.ts";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { compareDatasets } from "../review/datasets.ts";
import { findingLine } from "../test/fixtures/finding-line.ts";
import { portalWhole } from "./content/portal-whole.ts";
import { breakingTold } from "./dataset/identity/breaking-told.ts";
import { withdrawnExplained } from "./dataset/identity/withdrawn-explained.ts";
import { examplePortal, stopsWith } from "./example-portal.ts";

const commit = { hash: "a".repeat(40), time: 1_700_000_000, subject: "Набір" };
const history = (state: History["state"], ...paths: readonly string[]): History => ({
  state,
  commits: new Map(paths.map((path) => [path, [commit]])),
});
const portal = (past: History, files: Record<string, string> = {}) => ({
  ...readRepository(treeOf({ ...examplePortal, ...files })),
  history: past,
});

test("dates of a history that is not whole would be untrue: the portal is not built", () => {
  const told = (state: History["state"]) =>
    portalWhole.check(portal(history(state))).map(({ severity, message }) => [severity, message]);
  expect(told("shallow")).toEqual([
    ["error", "Історію змін завантажено не всю, тому дати наборів були б неправдиві."],
  ]);
  expect([told("complete"), told("absent")]).toEqual([[], []]);
});

test("a set that was and is no more is asked for, unless it has another name now or its passport is broken", () => {
  const gone = "data/datasets/gone/datapackage.yaml";
  const told = (files: Record<string, string> = {}) =>
    withdrawnExplained.check(
      portal(
        history("complete", gone, "data/datasets/stops/datapackage.yaml", "data/portal.yaml"),
        files,
      ),
    );
  expect(told().map(({ severity, place, message }) => [severity, place.file, message])).toEqual([
    ["error", gone, "Набір «gone» був на порталі, а тепер його теки немає."],
  ]);
  const other = "data/datasets/other/datapackage.yaml";
  expect(
    told({
      ...stopsWith("frequency: yearly", "frequency: yearly\naliases: [gone]"),
      [other]: `${examplePortal["data/datasets/stops/datapackage.yaml"]}`,
    }),
  ).toEqual([]);
  expect(told({ [gone]: "title: [\n" })).toEqual([]);
});

test("paths that only look like a passport's are no sets that went", () => {
  const alike = [
    "data/data/datasets/gone/datapackage.yaml",
    "data/datasets/gone/datapackage.yaml.txt",
  ];
  expect(withdrawnExplained.check(portal(history("complete", ...alike)))).toEqual([]);
});

const before = readRepository(treeOf(examplePortal));
const known = (rule: Finding["rule"], id: string): Finding => ({
  rule,
  severity: "error",
  place: { file: `data/datasets/${id}/datapackage.yaml` },
  message: "",
  hint: "",
});
const toldOf = (files: Record<string, string>, findings: Finding[] = []) =>
  breakingTold
    .compare(compareDatasets(before, readRepository(treeOf(files))), findings)
    .map(findingLine);

test("of a change that breaks readers it is said how; of one that breaks nobody, nothing", () => {
  const table = "data/datasets/stops/stops.csv";
  const described = stopsWith("description: Перелік зупинок", "description: Список зупинок");
  expect(toldOf({ ...examplePortal, ...described })).toEqual([]);
  const breaking = {
    ...examplePortal,
    ...stopsWith("        - { name: name, type: string, title: Назва }\n", ""),
    [table]: "id,platforms\n1,2\n",
  };
  expect(toldOf(breaking)).toEqual([
    "✗ breaking-told data/datasets/stops/datapackage.yaml:17:7 Зміни в наборі «Зупинки громадського транспорту» зламають програми, що його читають, а паспорт про це не каже. → Дайте набору новішу версію (version) і напишіть, що в ній змінилося (versionNotes).",
  ]);
  // Its passport may be at fault in other ways too.
  expect(toldOf(breaking, [known("withdrawn-explained", "stops")])).toHaveLength(1);
});

test("a set that went is told of once: where its history is known, by the rule that knows it", () => {
  const without = Object.fromEntries(
    Object.entries(examplePortal).filter(([path]) => !path.startsWith("data/datasets/stops/")),
  );
  expect(toldOf(without)).toEqual([
    "✗ breaking-told data/datasets/stops/datapackage.yaml Теки набору «Зупинки громадського транспорту» немає, і ніде не сказано чому. → Поверніть теку й позначте набір вилученим: status, date, reason.",
  ]);
  expect(toldOf(without, [known("withdrawn-explained", "other")])).toHaveLength(1);
  expect(toldOf(without, [known("file-place", "stops")])).toHaveLength(1);
  expect(toldOf(without, [known("withdrawn-explained", "stops")])).toEqual([]);
});
