import { describe, expect, test } from "vitest";
import { hasErrors } from "../../model/reports/finding.ts";
import { readRepository } from "../../read/repository.ts";
import { checkRepository } from "../../rules/index.ts";
import { sentHistory } from "../../test/fixtures/portal-facts-of.ts";
import { publishedStops, stopsFacts, stopsSources } from "../../test/fixtures/stops-portal.ts";
import { judgeSubmission } from "../judge/judge-submission.ts";
import type { Submission } from "../submission.ts";
import { type Files, filesAfter, treeOfFiles } from "../tree-of-submission.ts";
import {
  correctPassport,
  nextVersion,
  publishedPassport,
  updateDataset,
  withdrawDataset,
} from "./change-dataset.ts";
import { bytesOf } from "./new-dataset.ts";
import { referencesTo, renameDataset } from "./rename-dataset.ts";

const passport = publishedPassport(publishedStops);
const passportPath = "data/datasets/stops/datapackage.yaml";
const textIn = ({ files }: Submission, path: string) => {
  const bytes = files.get(path);
  return bytes && new TextDecoder().decode(bytes);
};
const judge = (submission: Submission, files: Files = publishedStops.files) =>
  judgeSubmission({ facts: stopsFacts, files }, submission);
/** Of both sets: the withdrawn one names the other as its successor. */
const ofSets = new Map([...stopsSources].filter(([path]) => path.startsWith("data/datasets/")));
/** What the whole portal says once it is merged. */
const merged = (submission: Submission) =>
  checkRepository(
    readRepository(
      treeOfFiles(filesAfter(stopsSources, submission)),
      sentHistory(treeOfFiles(stopsSources)),
    ),
  );

describe("a set is withdrawn", () => {
  const gone = { date: "2026-11-29", reason: "Перелік веде область" };

  test("its passport says when and why, and nothing else of it changes", () => {
    const submission = withdrawDataset(publishedStops, { ...gone, successor: "halts" });
    expect(submission).toMatchObject({
      kind: "withdrawal",
      id: "stops",
      title: "Зупинки громадського транспорту",
    });
    expect([...submission.files.keys()]).toEqual([passportPath]);
    expect(textIn(submission, passportPath)).toBe(
      passport.replace(
        "spatial: [UA35040210000014072]\n",
        "spatial: [UA35040210000014072]\nstatus: withdrawn\nwithdrawn: {date: 2026-11-29, reason: Перелік веде область, successor: halts}\n",
      ),
    );
    expect(judge(submission)).toEqual([]);
    expect(merged(submission)).toEqual([]);
  });

  test("a successor that is not there is told before it is sent", () => {
    const submission = withdrawDataset(publishedStops, { ...gone, successor: "stop" });
    expect(judge(submission).map(({ message }) => message)).toEqual([
      "Набору-наступника «stop» немає.",
    ]);
  });
});

describe("a set is renamed", () => {
  const rename = (sources?: ReadonlyMap<string, Uint8Array>) =>
    renameDataset(publishedStops, "bus-stops", {
      facts: stopsFacts,
      ...(sources ? { sources } : {}),
    });

  test("the folder moves, and all that names the set names it anew: the whole portal has nothing against it", () => {
    const { submission, cost } = rename(stopsSources);
    expect(
      [...submission.files].map(([path, bytes]) => [path, bytes !== undefined]).sort(),
    ).toEqual([
      ["content/news/stops.mdx", true],
      ["data/datasets/bus-stops/datapackage.yaml", true],
      ["data/datasets/bus-stops/stops.csv", true],
      ["data/datasets/halts/datapackage.yaml", true],
      ["data/datasets/stops/datapackage.yaml", false],
      ["data/datasets/stops/stops.csv", false],
      ["data/registers/products/map.yaml", true],
    ]);
    expect(textIn(submission, "data/datasets/bus-stops/datapackage.yaml")).toContain(
      'version: "2.0"\nversionNotes: "Набір перейменовано: раніше він звався stops."\naliases: [stops]\n',
    );
    expect(textIn(submission, "content/news/stops.mdx")).toContain(
      'datasets: [bus-stops]\n---\nУ наборі stops усі зупинки.\n\n<DatasetCard id="bus-stops" />\n\n<Figure dataset="bus-stops"',
    );
    expect(textIn(submission, "data/datasets/halts/datapackage.yaml")).toContain(
      "successor: bus-stops} # рішення № 1",
    );
    expect(merged(submission)).toEqual([]);
    expect(judge(submission, ofSets)).toEqual([]);
    expect(cost.references.every(({ mended }) => mended)).toBe(true);
  });

  test("what it costs is told: addresses, and what names the set", () => {
    const { cost } = rename();
    expect(cost.references).toEqual([
      { file: "content/news/stops.mdx", title: "Зупинки міста", kind: "news", mended: false },
      {
        file: "data/registers/products/map.yaml",
        title: "Мапа зупинок",
        kind: "products",
        mended: false,
      },
      {
        file: "data/datasets/halts/datapackage.yaml",
        title: "Зупинки громадського транспорту",
        kind: "successor",
        mended: false,
      },
    ]);
    expect(cost.addresses.slice(0, 3)).toEqual([
      { from: "/dataset/stops/", to: "/dataset/bus-stops/", leads: true },
      { from: "/en/dataset/stops/", to: "/en/dataset/bus-stops/", leads: true },
      { from: "/dataset/stops/stops.csv", to: "/dataset/bus-stops/stops.csv", leads: false },
    ]);
    expect(referencesTo("halts", stopsFacts)).toEqual([]);
  });

  test("what is not put right is told before it is sent, as the whole portal would", () => {
    const { submission } = rename();
    const places = (findings: ReturnType<typeof judge>) =>
      findings.map(({ place, message }) => `${place.file}: ${message}`);
    expect(places(judge(submission))).toEqual(places(merged(submission)));
    expect(hasErrors(judge(submission))).toBe(true);
  });

  test("an id that is taken is told", () => {
    const { submission } = renameDataset(publishedStops, "halts", { facts: stopsFacts });
    expect(hasErrors(judge(submission))).toBe(true);
  });
});

describe("a set is changed", () => {
  test("a passport is put right, and its comments stay", () => {
    const submission = correctPassport(publishedStops, { frequency: "monthly" });
    expect(textIn(submission, passportPath)).toBe(passport.replace("yearly", "monthly"));
    expect(judge(submission)).toEqual([]);
  });

  test("a newer table goes alone where the passport says the same", () => {
    const table = bytesOf("id,name,platforms\n1,Вокзал,3\n2,Центр,1\n");
    const submission = updateDataset(publishedStops, new Map([["stops.csv", table]]));
    expect([...submission.files.keys()]).toEqual(["data/datasets/stops/stops.csv"]);
    expect(judge(submission)).toEqual([]);
  });

  test("a table that breaks its own structure is told of by its passport's rules", () => {
    const table = bytesOf("id,name,platforms\n1,Вокзал,три\n1,Центр,1\n");
    const submission = updateDataset(publishedStops, new Map([["stops.csv", table]]));
    expect(judge(submission).map(({ rule }) => rule)).toEqual(["cells-valid", "keys-hold"]);
  });

  test.each<[version: string | undefined, breaks: boolean, next: string]>([
    [undefined, false, "1.1"],
    [undefined, true, "2.0"],
    ["1.4", false, "1.5"],
    ["1.4.2", true, "2.0.0"],
    ["3", false, "3.1"],
    ["весна", true, "2.0"],
  ])("after version %s, breaking %s, comes %s", (version, breaks, next) => {
    expect(nextVersion(version, breaks)).toBe(next);
  });
});
