import { expect, test } from "vitest";
import { parse } from "yaml";
import { examplePortal } from "../../rules/example-portal.ts";
import { portalSchema } from "../../schemas/data/portal.ts";
import { portalChecks } from "./portal.ts";
import { renderCheckup, renderCheckupJson } from "./report.ts";

const portal = portalSchema.parse({
  ...parse(String(examplePortal["data/portal.yaml"])),
  repository: "https://github.com/council/data",
  maintainers: ["@council/portal"],
});
const facts = { portal, history: "complete", ownersFresh: true } as const;
const told = (change: object) =>
  portalChecks({ ...facts, ...change })
    .filter(({ result }) => result !== "good")
    .map(({ id, result }) => `${result} ${id}`);

test.each<[string, object, string[]]>([
  ["has all", {}, []],
  ["is a part of its history", { history: "shallow" }, ["must git-history"]],
  ["is no repository", { history: "absent" }, ["must git-history"]],
  ["has no repository", { portal: { ...portal, repository: undefined } }, ["should repository"]],
  [
    "is kept elsewhere",
    { portal: { ...portal, repository: "https://gitlab.com/council/data" } },
    ["should repository"],
  ],
  ["has nobody", { portal: { ...portal, maintainers: [] } }, ["should maintainers"]],
  ["has owners of last year", { ownersFresh: false }, ["should code-owners"]],
  ["has errors", { ownersFresh: undefined }, ["must code-owners"]],
])("a folder that %s", (_, change, found) => {
  expect(told(change)).toEqual(found);
});

test("a report begins with what is needed, and each lack says what to do", () => {
  const checks = portalChecks({ ...facts, history: "shallow", ownersFresh: false });
  expect(renderCheckup("https://data.example.gov.ua", checks)).toBe(`https://data.example.gov.ua

Потрібно (1)
  ✗ Історія git неповна: дати змін були б неправильні.
    що зробити: Виконайте git fetch --unshallow; у робочому процесі GitHub крок checkout має fetch-depth: 0.

Варто (1)
  ! CODEOWNERS немає або він застарів: зміни просять схвалити не тих людей.
    що зробити: Виконайте npm run github-files і збережіть файли комітом.

Добре (2)
  ✓ Репозиторій названо: https://github.com/council/data.
  ✓ За код і перевірки відповідають: @council/portal.

Порталу бракує потрібного: 1. Почніть згори й запустіть ще раз.
`);
  expect(JSON.parse(renderCheckupJson("https://data.example.gov.ua", checks))).toMatchObject({
    must: 1,
    should: 1,
    unseen: 0,
    good: 2,
    checks: [{ id: "git-history", result: "must" }, {}, {}, {}],
  });
  expect(renderCheckup("https://x", [])).toContain("Портал має все, що потрібно.");
});
