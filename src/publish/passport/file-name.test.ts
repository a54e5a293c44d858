import fc from "fast-check";
import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { pathProblem } from "../../rules/dataset/resources/resource-path.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { fileName } from "../../rules/files/file-name.ts";
import { safeFileName, wordsOfFile } from "./file-name.ts";

test.each<[file: string, words: string, safe: string]>([
  ["Школи міста 2026 (остаточний).xlsx", "Школи міста 2026", "shkoly-mista-2026.csv"],
  ["Перелік_закладів_остаточний.xls", "Перелік закладів", "perelik-zakladiv.csv"],
  ["C:\\Дані\\Згурівська вул..csv", "Згурівська вул", "zghurivska-vul.csv"],
  ["data (2).csv", "data", "data.csv"],
  ["Зупинки - копія.xlsx", "Зупинки", "zupynky.csv"],
  ["aux.xlsx", "aux", "aux-1.csv"],
  ["passport.csv", "passport", "passport-1.csv"],
  ["🚌.xlsx", "🚌", "table.csv"],
])("%s", (file, words, safe) => {
  expect([wordsOfFile(file), safeFileName(file)]).toEqual([words, safe]);
});

test("whatever a file is called, its safe name breaks no rule", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const safe = safeFileName(`${name}.xlsx`);
      const path = `data/datasets/stops/${safe}`;
      const repository = readRepository(treeOf({ ...examplePortal, [path]: "id\n1\n" }));
      expect(pathProblem(safe), safe).toBeUndefined();
      expect(fileName.check(repository), safe).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
