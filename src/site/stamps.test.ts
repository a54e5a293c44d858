import { afterEach, expect, test } from "vitest";
import { type CkanPackage, toCkanPackage } from "../published/dataset/ckan.ts";
import { changesOf, renderChanges } from "../published/feeds/changes.ts";
import { examplePortal } from "../rules/example-portal.ts";
import {
  clearHistories,
  council,
  edited,
  moreTowns,
  type Opened,
  onBranch,
  onMain,
  openHistory,
  passport,
  portal,
  table,
} from "../test/fixtures/portal-history.ts";
import { loadPortal } from "./portal.ts";

afterEach(clearHistories);
const harvested = "2026-09-27T03:00:00";
const merged = "2026-10-01T12:00:00Z";
const written = "2026-09-25T10:00:00Z";

/** The package of the set, as it is served on a day. */
function served({ catalogue }: Opened, today: string): CkanPackage {
  const all = catalogue(today);
  const set = all.datasets.find(({ id }) => id === "stops");
  if (!set) throw new Error("There is no set.");
  return toCkanPackage(set, all);
}

const spots = (examplePortal[passport] ?? "").replace("Зупинки громадського", "Стоянки міського");

test.each<[situation: string, isChanged: boolean, happens: (history: Opened) => void]>([
  ["nothing happens", false, () => {}],
  ["a commit touches no data", false, edited("notes.txt", /$/, "a")],
  [
    "a table is written on a branch before the harvest and merged after it",
    true,
    (history) => {
      onBranch(history);
      onMain(history);
      history.git(["merge", "-q", "--no-ff", "-m", "Merge", "update"]);
    },
  ],
  [
    "the same is squashed",
    true,
    (history) => {
      onBranch(history);
      onMain(history);
      history.git(["merge", "-q", "--squash", "update"]);
      history.commit();
    },
  ],
  [
    "the same is rebased: the author's day stays, the committer's is that of the merge",
    true,
    ({ change, commit }) => {
      change(table, "Центр,1", "Центр,4");
      commit(merged, written);
    },
  ],
  ["there is a row more", true, moreTowns],
  ["the set has another title", true, edited(passport, "title: З", "title: Усі з")],
  ["a comment is written", false, edited(passport, /^/, "# Увага\n")],
  [
    "lines are put in another order",
    false,
    edited(passport, /(themes: .*\n)(frequency: .*\n)/, "$2$1"),
  ],
  [
    "the set has a title in English, which a package has no place for",
    false,
    edited(passport, /^/, "en: { title: Stops }\n"),
  ],
  ["the portal moves", true, edited(portal, "site: https://data", "site: https://open")],
  ["the default mailbox is another", true, edited(portal, "email: data", "email: open")],
  ["the licence of new sets is another", false, edited(portal, "CC-BY-4.0", "CC0-1.0")],
  ["tables are given in fewer formats", true, edited(portal, /$/, "copies: [json]\n")],
  ["the portal has another name", false, edited(portal, "title: В", "title: Нові в")],
  ["a day is off", false, edited(portal, /$/, "holidays: [2027-01-01]\n")],
  ["a publisher is renamed", true, edited(council, "Міська", "Селищна")],
  ["somebody else answers on GitHub", false, edited(council, /$/, 'owners: ["@rada/it"]\n')],
  [
    "another set comes",
    false,
    ({ put, commit }) => {
      put("data/datasets/spots/datapackage.yaml", spots);
      put("data/datasets/spots/stops.csv", examplePortal[table] ?? "");
      commit();
    },
  ],
])("%s: the package's stamp is new just as the package is (%s)", (_, isChanged, happens) => {
  const history = openHistory(loadPortal);
  const { metadata_modified: before, ...was } = served(history, "2026-09-27");
  happens(history);
  const { metadata_modified: after, ...is } = served(history, "2026-10-03");
  expect(JSON.stringify(unstamped(is)) !== JSON.stringify(unstamped(was))).toBe(isChanged);
  if (isChanged) expect(after > harvested).toBe(true);
  else expect(after).toBe(before);
});

test("a row that came and was taken back is a change twice: who harvested in between must hear of the second", () => {
  const history = openHistory(loadPortal);
  moreTowns(history);
  const { metadata_modified: between } = served(history, "2026-10-01");
  history.git(["revert", "--no-edit", "HEAD"], "2026-10-02T12:00:00Z");
  expect([between, served(history, "2026-10-03").metadata_modified]).toEqual([
    "2026-10-01T12:00:00",
    "2026-10-02T12:00:00",
  ]);
});

/** Without the stamps of files, which are of the same days as the package's. */
const unstamped = (served: Partial<CkanPackage>) => ({
  ...served,
  resources: served.resources?.map(({ last_modified: _, ...resource }) => resource),
});

test("a withdrawal is of the day it came out, whatever earlier day the passport names; its reason put right moves nothing", () => {
  const history = openHistory(loadPortal);
  moreTowns(history);
  const withdrawn = "status: withdrawn\nwithdrawn: { date: 2026-09-28, reason: Помилки }\n";
  history.change(passport, /$/, withdrawn);
  history.commit("2026-10-02T12:00:00Z");
  history.change(passport, "reason: Помилки", "reason: Помилки в координатах");
  history.commit("2026-10-03T12:00:00Z");
  const catalogue = history.catalogue("2026-10-04");
  const { changes, tombstones } = JSON.parse(renderChanges(catalogue));
  expect(
    changes.map(({ kind, date, withdrawn: own }: Record<string, string>) => [kind, date, own]),
  ).toEqual([
    ["passport", "2026-10-03T12:00:00Z", undefined],
    ["withdrawn", "2026-10-02T12:00:00Z", "2026-09-28"],
    ["passport", "2026-10-02T12:00:00Z", undefined],
    ["data", "2026-10-01T12:00:00Z", undefined],
    ["created", "2026-09-01T09:00:00Z", undefined],
  ]);
  expect(tombstones).toMatchObject([{ date: "2026-09-28", published: "2026-10-02T12:00:00Z" }]);
});

test("readers are told of a change in the passport's words or in the portal's, never in those of a commit", () => {
  const history = openHistory(loadPortal);
  history.change(passport, /$/, 'version: "2.0"\nversionNotes: Додано ринок.\n');
  history.change(table, /$/, "3,Ринок,2\n");
  history.commit("2026-10-01T12:00:00Z");
  history.change(passport, "title: З", "title: Усі з");
  history.commit("2026-10-02T12:00:00Z");
  const [set] = history.catalogue("2026-10-03").datasets;
  expect(set && changesOf(set).map(({ kind, note }) => `${kind}: ${note}`)).toEqual([
    "passport: Змінено паспорт",
    "data: Додано ринок.",
    "created: Набір оприлюднено",
  ]);
});
