import { expect, test } from "vitest";
import { base } from "../test/fixtures/changed-portal.ts";
import {
  became,
  type Changes,
  type Expected,
  type Files,
  files,
  folder,
  untouched,
} from "../test/fixtures/changed-sets.ts";

import { sameBytes } from "./files.ts";

const pdf = (...entries: [name: string, words: string | null][]) =>
  Object.fromEntries(entries.map(([name, words]) => [`${folder}/${name}`, words])) as Files;

test.each<[situation: string, old: Files, changes: Changes, expected: Expected[]]>([
  [
    "a picture gets another name while one goes and one comes",
    { ...base, ...pdf(["scheme.pdf", "%PDF-1"], ["old.pdf", "%PDF-2"]) },
    pdf(["scheme.pdf", null], ["old.pdf", null], ["plan.pdf", "%PDF-1"], ["new.pdf", "%PDF-3"]),
    [
      {
        files: files({
          removed: ["old.pdf"],
          added: ["new.pdf"],
          renamed: [{ from: "scheme.pdf", to: "plan.pdf" }],
        }),
      },
    ],
  ],
  [
    "of two copies one is left, with another name",
    { ...base, ...pdf(["1.pdf", "%PDF"], ["2.pdf", "%PDF"]) },
    pdf(["1.pdf", null], ["2.pdf", null], ["3.pdf", "%PDF"]),
    [{ files: files({ removed: ["2.pdf"], renamed: [{ from: "1.pdf", to: "3.pdf" }] }) }],
  ],
  [
    "both copies get another name",
    { ...base, ...pdf(["1.pdf", "%PDF"], ["2.pdf", "%PDF"]) },
    pdf(["1.pdf", null], ["2.pdf", null], ["3.pdf", "%PDF"], ["4.pdf", "%PDF"]),
    [
      {
        files: files({
          renamed: [
            { from: "1.pdf", to: "3.pdf" },
            { from: "2.pdf", to: "4.pdf" },
          ],
        }),
      },
    ],
  ],
  [
    "a file far from the sets has a path like theirs",
    base,
    { "content/data/datasets/stops-1/notes.txt": "Примітка\n" },
    [],
  ],
])("%s", (_, old, changes, expected) => {
  expect(became(old, changes)).toEqual(expected.map((set) => ({ ...untouched, ...set })));
});

test("files of two commits are told apart by their names in git, and read by nobody", () => {
  const inCommit = (blob: string) => ({
    size: 3,
    blob,
    bytes(): Uint8Array {
      throw new Error("Nobody should read it.");
    },
  });
  expect(sameBytes(inCommit("aa"), inCommit("aa"))).toBe(true);
  expect(sameBytes(inCommit("aa"), inCommit("bb"))).toBe(false);
  // A folder's files have no such name: their bytes tell.
  const inFolder = { size: 3, bytes: () => new TextEncoder().encode("а1") };
  expect(sameBytes({ ...inFolder, blob: "aa" }, { ...inFolder })).toBe(true);
});
