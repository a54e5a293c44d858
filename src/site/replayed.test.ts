import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Catalogue } from "../model/catalogue.ts";
import { ckanActions } from "../published/dataset/ckan.ts";
import { buildCatalogueGraph } from "../published/dcat/dcat.ts";
import { serialisations } from "../published/dcat/rdf.ts";
import { readHarvest } from "../published/harvest/read.ts";
import { renderStamps, restamp } from "../published/harvest/stamps.ts";
import { withCopies } from "../published/tables/copies.ts";
import { parseRdf } from "../read/rdf.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { type Stamps, stampsSchema } from "../schemas/reports/stamps.ts";
import { type Outcome, openHarvesters, type Served } from "../test/fixtures/harvesters.ts";
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

const harvesters = openHarvesters().map(({ name }) => name);
const rows: string[] = [];
afterAll(() => {
  const columns = ["", ...harvesters].map((name) => name.padEnd(18)).join("");
  process.stdout.write(`\nWhat harvesters made of it:\n${columns}\n${rows.join("\n")}\n`);
});

const stampsOf = (catalogue: Catalogue) => stampsSchema.parse(JSON.parse(renderStamps(catalogue)));

const serve = async (catalogue: Catalogue): Promise<Served> => ({
  graph: readHarvest(await parseRdf(serialisations.ttl.render(buildCatalogueGraph(catalogue))))
    .datasets,
  packages: ckanActions.package_search(catalogue).results,
});

/** An engine that makes another workbook of the same table. */
const otherEngine = (catalogue: Catalogue): Catalogue =>
  withCopies(
    catalogue,
    new Map([["/dataset/stops/stops.xlsx", { bytes: 9, sha256: "ab".repeat(32) }]]),
  );

const rename = ({ git, change, commit }: Opened, named: string) => {
  change(passport, /$/, named);
  git(["mv", "data/datasets/stops", "data/datasets/halts"]);
  commit();
};

const nobody = ["unchanged", "unchanged", "unchanged", "unchanged"] as const;
const all = ["updated", "updated", "updated", "updated"] as const;
const graphs = ["unchanged", "updated", "updated", "updated"] as const;
const gone = ["unchanged", "deleted", "deleted", "deleted"] as const;

type Happening = (history: Opened) => void;
type Replay = [
  situation: string,
  made: readonly Outcome[],
  happens: Happening,
  engine?: (catalogue: Catalogue) => Catalogue,
];

const replays: Replay[] = [
  ["nothing", nobody, () => {}],
  ["no data touched", nobody, edited("notes.txt", /$/, "a")],
  [
    "merge commit",
    all,
    (history) => {
      onBranch(history);
      onMain(history);
      history.git(["merge", "-q", "--no-ff", "-m", "Merge", "update"]);
    },
  ],
  [
    "squash",
    all,
    (history) => {
      onBranch(history);
      onMain(history);
      history.git(["merge", "-q", "--squash", "update"]);
      history.commit();
    },
  ],
  [
    "rebase",
    all,
    ({ change, commit }) => {
      change(table, "Центр,1", "Центр,4");
      commit("2026-10-01T12:00:00Z", "2026-09-25T10:00:00Z");
    },
  ],
  [
    "fast-forward",
    all,
    (history) => {
      onBranch(history);
      onMain(history);
      history.git(["merge", "-q", "--ff-only", "update"]);
    },
  ],
  [
    // Nobody saw the row, but its file was written twice, and says since when it is as it is.
    "came, reverted",
    all,
    (history) => {
      moreTowns(history);
      history.git(["revert", "--no-edit", "HEAD"], "2026-10-01T13:00:00Z");
    },
  ],
  ["another title", all, edited(passport, "title: З", "title: Усі з")],
  ["English title", graphs, edited(passport, /^/, "en: { title: Stops }\n")],
  ["a comment", nobody, edited(passport, /^/, "# Увага\n")],
  ["moved site", all, edited(portal, "site: https://data", "site: https://open")],
  // Who is asked stands in a node of the set's own, which these read as it is.
  [
    "other mailbox",
    ["updated", "unchanged", "unchanged", "unchanged"],
    edited(portal, "email: data", "email: open"),
  ],
  [
    "publisher renamed",
    ["updated", "unchanged", "unchanged", "unchanged"],
    edited(council, "Міська", "Селищна"),
  ],
  ["newer engine", all, () => {}, otherEngine],
  [
    "withdrawn",
    gone,
    edited(
      passport,
      /$/,
      "status: withdrawn\nwithdrawn: { date: 2026-10-01, reason: Дані застаріли }\n",
    ),
  ],
];

describe("a set is published, harvested, changed, published again and harvested again", () => {
  test.each(replays)("%s", async (situation, made, happens, engine = (same) => same) => {
    const history = openHistory(loadPortal);
    const before = history.catalogue("2026-09-26");
    const four = openHarvesters();
    const first = await serve(before);
    for (const one of four) one.harvest(first, "2026-09-27T03:00:00");
    happens(history);
    const publish = (previous: Catalogue, moment: string) =>
      restamp(engine(history.catalogue("2026-10-03")), stampsOf(previous), moment);
    const after = publish(before, "2026-10-02T12:05:00Z");
    const second = await serve(after);
    const outcomes = four.map((one) => one.harvest(second, "2026-10-03T03:00:00"));
    rows.push([situation, ...outcomes].map((cell) => cell.padEnd(18)).join(""));
    expect(outcomes).toEqual(made);

    // Then two days with nothing: the same stamps, and nobody has anything to do.
    const later = publish(after, "2026-10-05T12:05:00Z");
    expect(renderStamps(later)).toBe(renderStamps(after));
    const third = await serve(later);
    expect(four.map((one) => one.harvest(third, "2026-10-06T03:00:00"))).toEqual(nobody);
  });
});

test("a set renamed as the guide says is the same set, updated", async () => {
  const history = openHistory(loadPortal);
  const before = history.catalogue("2026-09-26");
  const four = openHarvesters();
  for (const one of four) one.harvest(await serve(before), "2026-09-27T03:00:00");
  rename(history, "aliases: [stops]\nrenamedFrom: stops\n");
  const after = restamp(history.catalogue("2026-10-03"), stampsOf(before), "2026-10-02T12:05:00Z");
  const served = await serve(after);
  expect(four.map((one) => one.harvest(served, "2026-10-03T03:00:00"))).toEqual(all);
});

/** The day of the catalogue, published after another that was published. */
function catalogueAfter(happens: Happening, was: (stamps: Stamps) => Stamps = (same) => same) {
  const history = openHistory(loadPortal);
  const before = restamp(history.catalogue("2026-09-26"), "unstamped", "2026-09-26T12:05:00Z");
  happens(history);
  return restamp(history.catalogue("2026-10-03"), was(stampsOf(before)), "2026-10-02T12:05:00Z");
}

describe("the catalogue says a day of its own", () => {
  const [known, published] = ["2026-09-26T12:05:00Z", "2026-10-02T12:05:00Z"];
  /** As on a branch: before the publication that did not have it. */
  const onOldDay =
    (path: string, from: string | RegExp, to: string) =>
    ({ change, commit }: Opened) => {
      change(path, from, to);
      commit("2026-09-25T10:00:00Z");
    };
  const spots = (examplePortal[passport] ?? "").replace("Зупинки", "Стоянки");
  test.each<[situation: string, day: string | undefined, happens: Happening]>([
    ["nothing happens", known, () => {}],
    ["a day is off", known, onOldDay(portal, /$/, "holidays: [2027-01-01]\n")],
    ["the portal has another name", published, onOldDay(portal, "title: В", "title: Нові в")],
    [
      "its place has another name",
      published,
      onOldDay(portal, /(- code: .*\n +title: )/, "$1Мале "),
    ],
    [
      "another set comes",
      published,
      ({ put, commit }) => {
        put("data/datasets/spots/datapackage.yaml", spots);
        put("data/datasets/spots/stops.csv", examplePortal[table] ?? "");
        commit("2026-09-24T10:00:00Z");
      },
    ],
    [
      "a set is withdrawn",
      published,
      onOldDay(
        passport,
        /$/,
        "status: withdrawn\nwithdrawn: { date: 2026-09-20, reason: Дані застаріли }\n",
      ),
    ],
    ["a row is written", published, onOldDay(table, /$/, "3,Ринок,2\n")],
  ])("%s: %s", (_, day, happens) => {
    const { modified, datasets } = catalogueAfter(happens);
    expect(modified).toBe(day);
    const members = datasets.flatMap((set) => [set.described ?? "", set.packaged ?? ""]);
    expect(members.filter((moment) => moment > (modified ?? ""))).toEqual([]);
  });
  test("stamps of an engine that kept none of the catalogue are read, and it may say more now", () =>
    expect(
      catalogueAfter(
        () => {},
        ({ sets }) => stampsSchema.parse({ sets }),
      ).modified,
    ).toBe(published));
  test("without a publication, git dates the portal’s name as it dates sets", () => {
    const history = openHistory(loadPortal);
    edited(portal, "title: В", "title: Нові в")(history);
    expect(history.catalogue("2026-10-03").modified).toBe("2026-10-01T12:00:00Z");
  });
});

describe("the stamp of a publication", () => {
  const before = () => openHistory(loadPortal).catalogue("2026-09-26");
  const moment = "2026-10-02T12:05:00Z";
  const stampIn = (catalogue: Catalogue) => catalogue.datasets[0]?.packaged;

  test("a site of an engine that kept no stamps: whatever it said, this one may say more", () =>
    expect(stampIn(restamp(before(), "unstamped", moment))).toBe(moment));
  test("a set that was not there became known with this publication, however old its commit", () =>
    expect(stampIn(restamp(before(), { sets: {} }, moment))).toBe(moment));
  test("what says the same keeps what it was published with, whatever git says", () => {
    const catalogue = restamp(before(), "unstamped", moment);
    const again = restamp(before(), stampsOf(catalogue), "2026-11-01T00:00:00Z");
    expect([stampIn(again), again.modified]).toEqual([moment, moment]);
  });
  test("a file that git dates anew, with the bytes it had, is no change", () => {
    const catalogue = restamp(before(), "unstamped", moment);
    const redated = before().datasets.map((set) => ({
      ...set,
      resources: set.resources.map((file) => ({ ...file, modified: "2026-10-20T09:00:00Z" })),
    }));
    const again = restamp(
      { ...catalogue, datasets: redated },
      stampsOf(catalogue),
      "2026-11-01T00:00:00Z",
    );
    expect(stampIn(again)).toBe(moment);
  });
  test("a portal that knows no dates is stamped with none", () => {
    const catalogue = before();
    const datasets = catalogue.datasets.map(({ packaged: _p, described: _d, ...set }) => set);
    const bare = { ...catalogue, datasets };
    expect(stampIn(restamp(bare, "unstamped", moment))).toBeUndefined();
    expect(JSON.parse(renderStamps(bare)).sets[datasets[0]?.iri ?? ""]).toEqual({});
  });
});
