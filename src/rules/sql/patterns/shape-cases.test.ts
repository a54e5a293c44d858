import fc from "fast-check";
import { expect, test } from "vitest";
import { isOfType } from "../../../table/column/cell.ts";
import { shapeOf } from "../../../table/column/role/shape.ts";
import { type ShapeCase, shapeCases, typeCases } from "./shape-cases.ts";

/** What cases tell, read as SQL reads them. */
function toldBy(cases: readonly ShapeCase[], text: string): string | undefined {
  for (const one of cases) {
    if (!one.fits.test(text)) continue;
    const shape = "shape" in one ? one.shape : toldBy(one.cases, text);
    if (shape !== undefined) return shape;
  }
  return undefined;
}
const told = (text: string) => toldBy(shapeCases, text) ?? "text";

/** Parts of what offices write in cells, put together in any order. */
const parts = fc.constantFrom(
  ..."0|1|5|9|12|28|29|30|31|1900|1999|2000|2024|2023|2100|0218|-|.|,|/|:| |\u00a0|\n|T|Т|р|р.|року|січня|лютого|квітня|грн|₴|$|%|(|)|«|»|+|<|−|e|E|Z|б/н|А|x|null|так|н/д|#REF!|😀".split(
    "|",
  ),
);
const loose = fc.array(parts, { maxLength: 8 }).map((all) => all.join(""));
const two = fc.integer({ min: 0, max: 39 }).map((n) => String(n).padStart(2, "0"));
const one = fc.oneof(two, fc.integer({ min: 0, max: 39 }).map(String));
const year = fc.constantFrom(
  "1600",
  "1700",
  "1900",
  "1996",
  "2000",
  "2023",
  "2024",
  "2100",
  "0000",
);
const month = fc.constantFrom("січня", "Лютого", "квітня", "грудня");
const tail = fc.constantFrom(
  "",
  " р.",
  "р",
  " року",
  " 10:30",
  "T10:30",
  "Т1",
  " 1:2",
  "  9:05",
  " б/н",
);
const dated = fc.oneof(
  fc.tuple(year, one, one, tail).map(([y, m, d, end]) => `${y}-${m}-${d}${end}`),
  fc.tuple(one, one, year, tail).map(([d, m, y, end]) => `${d}.${m}.${y}${end}`),
  fc.tuple(one, month, year, tail).map(([d, m, y, end]) => `«${d}» ${m} ${y}${end}`),
  fc.tuple(one, month, year, tail).map(([d, m, y, end]) => `${d} ${m} ${y}${end}`),
);
const text = fc.oneof(loose, dated).map((written) => written.trim());

test("patterns alone tell the shape of a cell that the engine tells", () => {
  fc.assert(
    fc.property(text, (cell) => {
      expect([cell, told(cell)]).toEqual([cell, shapeOf(cell)]);
    }),
    { numRuns: 20_000, seed: 7 },
  );
});

test("patterns alone tell the values of a type that the engine tells", () => {
  fc.assert(
    fc.property(text, (cell) => {
      for (const [type, pattern] of Object.entries(typeCases))
        expect([cell, type, pattern.test(cell)]).toEqual([
          cell,
          type,
          isOfType[type as keyof typeof isOfType](cell),
        ]);
    }),
    { numRuns: 20_000, seed: 8 },
  );
});
