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

/** A value as the tally sees it: two halves of a hash, and a text where it asks for one. */
const hashed = (hash: number, more: number, text = `${hash} ${more}`) =>
  ({ hashes: [hash], moreHashes: [more], cell: () => text }) as unknown as RecordView;
const added = (values: readonly RecordView[], columns = 1) => {
  const tally = createTally(columns);
  const known = values.map((value) => tally.add(value, 0));
  return { known, ...tally.result() };
};
const differentFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => hashed(from + at, (from + at) * 7));
const repeated = (count: number, value: RecordView): RecordView[] => Array(count).fill(value);

test("values are told apart by either half of their hash, and nought is a hash like any other", () => {
  const values = [hashed(1, 2), hashed(1, 3), hashed(4, 2), hashed(0, 0), hashed(0, 2)];
  expect(added([...values, ...values])).toEqual({
    known: [...values.map(() => false), ...values.map(() => true)],
    distinct: 5,
    exact: true,
    top: ["0 0", "0 2", "1 2", "1 3", "4 2"].map((value) => ({ value, count: 2 })),
  });
});

test("of the most frequent five are shown, alike ones by their text; what was met once is not", () => {
  const letters = ["е", "д", "г", "в", "б", "а"].map((text, at) => hashed(at, at, text));
  const [first] = letters;
  const { top } = added([...letters, ...letters, ...(first ? [first] : []), hashed(9, 9, "ґ")]);
  expect(top).toEqual([
    { value: "е", count: 3 },
    ...["а", "б", "в", "г"].map((value) => ({ value, count: 2 })),
  ]);
});

test("in a room of 256 values the 257th takes one from each, and the frequent one is given it back", () => {
  const often = repeated(30, hashed(-1, -1, "часте"));
  const full = added([...often, ...differentFrom(1, 255)], 5000);
  expect([full.exact, full.distinct]).toEqual([true, 256]);
  const over = added([...often, ...differentFrom(1, 256)], 5000);
  expect([over.exact, over.top]).toEqual([false, [{ value: "часте", count: 30 }]]);
  expect(Math.abs(over.distinct - 257)).toBeLessThan(8);
  // Lost twice: a value that came after the first time is given back one too many.
  const twice = added(
    [
      ...often,
      ...differentFrom(1, 256),
      ...repeated(5, hashed(-2, -2, "пізнє")),
      ...differentFrom(1000, 255),
    ],
    5000,
  );
  expect(twice.top).toEqual([
    { value: "часте", count: 30 },
    { value: "пізнє", count: 6 },
  ]);
});

test("a value is shown where it was met oftener than values were lost", () => {
  const often = repeated(30, hashed(-1, -1, "часте"));
  const rooms = [1, 1000, 2000].flatMap((from) => differentFrom(from, 256));
  const topOf = (times: number) =>
    added([...often, ...rooms, ...repeated(times, hashed(-2, -2, "пізнє"))], 5000).top;
  expect(topOf(3)).toEqual([{ value: "часте", count: 30 }]);
  expect(topOf(4)).toEqual([
    { value: "часте", count: 30 },
    { value: "пізнє", count: 7 },
  ]);
});

test("where all values differ they are no longer counted, after three rooms of them; the estimate goes on", () => {
  const rooms = (count: number) => differentFrom(1, 257 * count);
  const again = repeated(3, hashed(-1, -1));
  expect(added([...rooms(2), ...again], 5000).known.slice(-3)).toEqual([false, true, true]);
  expect(added([...rooms(3), ...again], 5000).known.slice(-3)).toEqual([false, false, false]);
  const often = repeated(30, hashed(-2, -2));
  expect(added([...often, ...rooms(4), ...again], 5000).known.slice(-3)).toEqual([
    false,
    true,
    true,
  ]);
  for (const count of [1000, 9000, 12_000, 40_000]) {
    const { distinct } = added(differentFrom(1, count), 5000);
    expect(Math.abs(distinct - count) / count).toBeLessThan(0.05);
  }
});

test("of values seen either half tells, nought is one, and a thousand of them stay known", () => {
  const seen = createSeen();
  const pairs = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 1],
    ...Array.from({ length: 1000 }, (_, at): [number, number] => [at * 3, -at]).slice(1),
  ] as [number, number][];
  expect(pairs.filter(([hash, more]) => seen.add(hash, more))).toEqual([]);
  expect(seen.size).toBe(pairs.length);
  expect(pairs.filter(([hash, more]) => !seen.add(hash, more))).toEqual([]);
  expect(seen.size).toBe(pairs.length);
});

test("a histogram has about twenty steps where its numbers are spread, and one where they are one", () => {
  const of = (...values: number[]) => {
    const histogram = createHistogram();
    for (const value of values) histogram.add(value);
    return histogram.result();
  };
  const hundred = Array.from({ length: 100 }, (_, at) => at);
  for (const values of [hundred, hundred.toReversed(), hundred.map((value) => value / 1000 - 7)]) {
    const { counts = [] } = of(...values) ?? {};
    expect(counts.length).toBeGreaterThan(10);
    expect(counts.length).toBeLessThanOrEqual(25);
  }
  expect(of(5, 5)).toEqual({ from: 5, width: 4 / 65536, counts: [2] });
  expect(of(1, 3)).toEqual({ from: 1, width: 1 / 8, counts: [1, ...Array(15).fill(0), 1] });
  expect(of(0, -1)).toMatchObject({ from: -1 });
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
