import { describe, expect, test } from "vitest";
import { base, from, passport, text } from "../test/fixtures/changed-portal.ts";

describe("a later version with words on it tells of what breaks", () => {
  const versioned = (version: string, notes: string) =>
    text.replace(
      'version: "1.1"\n',
      `${version && `version: "${version}"\n`}${notes && `versionNotes: ${notes}\n`}`,
    );
  const enough = "Сто рядків";
  test.each<[situation: string, was: [string, string], is: [string, string], told: boolean]>([
    ["a later number", ["1.9", ""], ["1.10", enough], true],
    ["an earlier number", ["1.10", ""], ["1.9", enough], false],
    ["a number of two digits, then of one", ["10", ""], ["9", enough], false],
    ["a part more", ["1.1", ""], ["1.1.1", enough], true],
    ["the same number", ["1.1", "Про інше було"], ["1.1", enough], false],
    ["a first number", ["", ""], ["1.0", enough], true],
    ["no number any more", ["1.0", ""], ["", enough], false],
    ["another word", ["весна", ""], ["осінь", enough], true],
    ["the same word", ["весна", "Про інше було"], ["весна", enough], false],
    ["a word after a number", ["1.1", ""], ["весна", enough], true],
    ["a number after a word", ["весна", ""], ["1.1", enough], true],
    ["numbers with a letter before them are words", ["v10", ""], ["v9", enough], true],
    ["numbers with letters behind them are words", ["10-b", ""], ["9-a", enough], true],
    ["no words", ["1.1", ""], ["1.2", ""], false],
    ["too few of them", ["1.1", ""], ["1.2", enough.slice(1)], false],
    ["those of the last version", ["1.1", enough], ["1.2", enough], false],
  ])("%s", (_, was, is, told) => {
    const [change] = from(
      { ...base, [passport]: versioned(...was) },
      {
        [passport]: versioned(...is).replace("title: Зупинки\n", "title: Усі\n"),
      },
    ).datasets;
    expect(change?.told).toBe(told);
  });
});
