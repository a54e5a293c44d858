import { expect, test } from "vitest";
import { workbookKind } from "./kind.ts";

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

test.each<[what: string, bytes: number[], kind: ReturnType<typeof workbookKind>]>([
  ["a ZIP archive", [0x50, 0x4b, 3, 4, 20, 0], "archive"],
  ["an empty ZIP archive", [0x50, 0x4b, 5, 6], undefined],
  ["half of an archive's mark", [0x50, 0x4b, 3], undefined],
  ["a compound file", [...compound, 0], "xls"],
  ["half of its mark", compound.slice(0, 4), undefined],
  ["records of Excel 2", [9, 0, 4, 0], "xls"],
  ["records of Excel 3", [9, 2, 6, 0], "xls"],
  ["records of Excel 4", [9, 4, 6, 0], "xls"],
  ["no byte", [], undefined],
  ["another record first", [10, 0, 4, 0], undefined],
  ["a version no Excel has", [9, 3, 6, 0], undefined],
  ["another length", [9, 2, 5, 0], undefined],
  ["a length beyond a byte", [9, 2, 6, 1], undefined],
  ["a record cut short", [9, 2, 6], undefined],
])("%s", (_, bytes, kind) => {
  expect(workbookKind(Uint8Array.from(bytes))).toBe(kind);
});
