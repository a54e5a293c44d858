import { expect, test } from "vitest";
import { compareDatasets } from "../compare/datasets.ts";
import type { Finding } from "../model/finding.ts";
import type { History } from "../model/repository.ts";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { breakingTold } from "./breaking-told.ts";
import { examplePortal, stopsWith } from "./example-portal.ts";
import { portalWhole } from "./portal-whole.ts";
import { withdrawnExplained } from "./withdrawn-explained.ts";

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
  expect(told(stopsWith("frequency: yearly", "frequency: yearly\naliases: [gone]"))).toEqual([]);
  expect(told({ [gone]: "title: [\n" })).toEqual([]);
});

test("a set that went is told of once: where its history is known, by the rule that knows it", () => {
  const without = Object.fromEntries(
    Object.entries(examplePortal).filter(([path]) => !path.startsWith("data/datasets/stops/")),
  );
  const changes = compareDatasets(
    readRepository(treeOf(examplePortal)),
    readRepository(treeOf(without)),
  );
  const known = (id: string): Finding => ({
    rule: "withdrawn-explained",
    severity: "error",
    place: { file: `data/datasets/${id}/datapackage.yaml` },
    message: "",
    hint: "",
  });
  const told = (...findings: Finding[]) => breakingTold.compare(changes, findings).length;
  expect([told(), told(known("other")), told(known("stops"))]).toEqual([1, 1, 0]);
});
