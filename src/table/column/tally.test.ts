import { expect, test } from "vitest";
import { randomOf } from "../../test/fixtures/random.ts";
import { createRecordScanner, type RecordView } from "../scan/records.ts";
import { createHistogram } from "./histogram.ts";
import { createSeen, createTally } from "./tally.ts";

/** Each value as the only cell of a record. */
function records(values: readonly string[], take: (record: RecordView) => void): void {
  const scanner = createRecordScanner({ delimiter: ",", newline: "\n" }, take, () => {});
  scanner.write(values.map((value) => `${value}\n`).join(""));
  scanner.end();
}
const tallied = (values: readonly string[], columns = 1) => {
  const tally = createTally(columns);
  const known: boolean[] = [];
  records(values, (record) => known.push(tally.add(record, 0)));
  return { known, ...tally.result() };
};

test("values within the room are counted exactly, as a map counts them", () => {
  const random = randomOf(7);
  for (const [count, kinds] of [
    [10, 3],
    [500, 20],
    [5000, 3000],
    [40_000, 16_000],
  ] as const) {
    const values = Array.from({ length: count }, () => `значення ${random(kinds)}`);
    const counts = new Map<string, number>();
    const known = values.map((value) => {
      const before = counts.get(value) ?? 0;
      counts.set(value, before + 1);
      return before > 0;
    });
    const top = [...counts]
      .map(([value, n]) => ({ value, count: n }))
      .filter(({ count: n }) => n > 1)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 5);
    expect(tallied(values)).toEqual({ known, distinct: counts.size, exact: true, top });
  }
});

test("a long value is kept to its two hundredth letter", () => {
  const value = "ж".repeat(300);
  expect(tallied([value, value]).top).toEqual([{ value: "ж".repeat(200), count: 2 }]);
});

test("beyond the room the frequent stay with their counts, and the different are estimated", () => {
  const random = randomOf(11);
  const often = ["перше", "друге", "третє"];
  for (const columns of [1, 100]) {
    const values = Array.from({ length: 200_000 }, (_, at) =>
      at % 4 < 3 ? (often[at % 4] ?? "") : `рідке ${random(1_000_000_000)}`,
    );
    const { distinct, exact, top } = tallied(values, columns);
    expect(exact).toBe(false);
    expect(Math.abs(distinct - new Set(values).size) / new Set(values).size).toBeLessThan(0.05);
    expect(
      top
        .slice(0, 3)
        .map(({ value }) => value)
        .sort(),
    ).toEqual([...often].sort());
    for (const { count } of top.slice(0, 3)) expect(Math.abs(count - 50_000)).toBeLessThan(21);
  }
});

test("columns share the room: a narrow table's column has more of it, a wide one's never less than 256", () => {
  const different = (count: number, columns: number) =>
    tallied(
      Array.from({ length: count }, (_, at) => `${at}`),
      columns,
    ).exact;
  expect([different(16_384, 1), different(16_385, 1)]).toEqual([true, false]);
  expect([different(2622, 100), different(2623, 100)]).toEqual([true, false]);
  expect([different(256, 5000), different(257, 5000)]).toEqual([true, false]);
});

test("what was seen is known, however many there are", () => {
  const random = randomOf(3);
  const seen = createSeen();
  const known = new Set<string>();
  for (let at = 0; at < 20_000; at++) {
    const [hash, more] = [random(5000) | 0, -random(3)];
    expect(seen.add(hash, more)).toBe(known.has(`${hash} ${more}`));
    known.add(`${hash} ${more}`);
  }
  expect(seen.size).toBe(known.size);
});

test("a histogram's steps hold each number, and all of them", () => {
  const random = randomOf(5);
  for (const make of [
    () => random(1000),
    () => -random(1_000_000) / 8,
    () => random(7) * 1e9 - 3e9,
    () => 0.1 * random(30),
    () => 5,
    () => 0,
  ]) {
    const values = Array.from({ length: 2000 }, make);
    const histogram = createHistogram();
    for (const value of [...values, Number.NaN, Number.POSITIVE_INFINITY]) histogram.add(value);
    const { from = 0, width = 0, counts = [] } = histogram.result() ?? {};
    const expected = counts.map(
      (_, at) =>
        values.filter((value) => value >= from + at * width && value < from + (at + 1) * width)
          .length,
    );
    expect(counts).toEqual(expected);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2000);
    expect([counts[0], counts.at(-1)]).not.toContain(0);
    expect(counts.length).toBeLessThanOrEqual(41);
  }
  expect(createHistogram().result()).toBeUndefined();
});
