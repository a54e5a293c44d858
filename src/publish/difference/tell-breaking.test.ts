import { expect, test } from "vitest";
import { publishedStops, stopsFacts } from "../../test/fixtures/stops-portal.ts";
import { correctPassport, updateDataset } from "../change/change-dataset.ts";
import { bytesOf } from "../change/new-dataset.ts";
import { passportValues } from "../passport/passport-text.ts";
import type { Submission } from "../submission.ts";
import { tellBreaking } from "./tell-breaking.ts";

const published = { facts: stopsFacts, files: publishedStops.files };
const words = "Вилучено зупинки, що закрилися.";
const update = (table: string) =>
  updateDataset(publishedStops, new Map([["stops.csv", bytesOf(table)]]));
const [whole, half] = [
  "id,name,platforms\n1,Вокзал,2\n2,Центр,5\n",
  "id,name,platforms\n1,Вокзал,2\n",
];
const otherLicence = correctPassport(publishedStops, { licenses: [{ name: "CC0-1.0" }] });

test.each<
  [
    situation: string,
    submission: Submission,
    notes: string,
    asked: boolean | undefined,
    told: boolean,
    versionAfter: string | undefined,
  ]
>([
  ["rows gone, and nothing said", update(half), "", true, false, undefined],
  ["rows gone, and too little said", update(half), "Так.", true, false, "2.0"],
  ["rows gone, and it is said why", update(half), words, true, true, "2.0"],
  ["a passport that breaks is asked about as well", otherLicence, words, false, true, "2.0"],
  ["what was said of another table is left out", update(whole), words, undefined, true, undefined],
])("%s", (_, submission, notes, isLoss, told, version) => {
  const difference = tellBreaking(published, submission, notes);
  expect(difference.breaking?.isLoss).toBe(isLoss);
  expect(difference.findings.map(({ rule }) => rule)).toEqual(told ? [] : ["breaking-told"]);
  const passport = difference.submission.files.get("data/datasets/stops/datapackage.yaml");
  const values = passport && passportValues(new TextDecoder().decode(passport));
  expect(values?.version).toBe(version);
});
