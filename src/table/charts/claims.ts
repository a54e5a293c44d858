import type { Chart } from "../../model/catalogue.ts";

/** How many times more a word says, and how far from it the numbers may be. */
const times: readonly (readonly [RegExp, number])[] = [
  [/(?:удвічі|вдвічі|двічі)/giu, 2],
  [/(?:утричі|втричі|тричі)/giu, 3],
  [/(?:учетверо|вчетверо)/giu, 4],
  [/(?:уп.ятеро|вп.ятеро)/giu, 5],
];
const rough = 0.1;

/** A number as a sentence writes it, with how exactly: «516», «33,6», «1 695». */
export type Claim = { written: string; value: number; within: number; times?: true };

/** Numbers of a sentence, and how many times more its words say; digits of a word, such as «COVID-19», are none. */
export function claimsOf(sentence: string): Claim[] {
  const numbers = [
    ...sentence.matchAll(
      /(?<![\p{L}\d.,№-])\d+(?:[ \u00a0\u202f]\d{3})*(?:[,.]\d+)?(?![\p{L}\d])/gu,
    ),
  ];
  const told = numbers.map(([written]) => {
    const plain = written.replace(/[ \u00a0\u202f]/g, "").replace(",", ".");
    const decimals = plain.split(".")[1]?.length ?? 0;
    return { written, value: Number(plain), within: 0.5 * 10 ** -decimals + 1e-9 };
  });
  const words = times.flatMap(([word, value]) =>
    [...sentence.matchAll(word)].map(({ 0: written, index }) => {
      const before = sentence.slice(0, index).toLowerCase();
      // «Понад утричі» is more than three and less than four times, «майже утричі» more than two and a half.
      const [low, high] = /(понад|більш ніж)\s+$/.test(before)
        ? [value, value + 1]
        : /майже\s+$/.test(before)
          ? [value - 0.5, value]
          : [value * (1 - rough), value * (1 + rough)];
      return { written, value: (low + high) / 2, within: (high - low) / 2, times: true as const };
    }),
  );
  return [...told, ...words];
}

/** The numbers a chart says something by: first, last, greatest, second, least of each series. */
function marksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => b - a);
  return [values[0], values.at(-1), sorted[0], sorted[1], sorted.at(-1)].filter(
    (value) => value !== undefined,
  );
}

/** How many times more one of the chart's marks is than another. */
const ratiosOf = ({ series }: Chart): number[] =>
  series.flatMap(({ values }) => {
    const marks = marksOf(values.filter((value) => value !== null));
    return marks.flatMap((a) => marks.flatMap((b) => (b === 0 ? [] : [a / b])));
  });

/** Every number that a chart's own numbers bear out: they themselves, sums, shares, differences, ratios, what labels say. */
function borneOut({ labels, series, cut, left }: Chart): number[] {
  const told = [
    labels.length,
    ...(cut ? [cut.labels, ...cut.sums] : []),
    ...(left ? [left.rows, ...left.sums] : []),
  ];
  const written = labels.flatMap((label) => (label.match(/\d+/g) ?? []).map(Number));
  const counted = series.flatMap(({ values }, index) => {
    const known = values.filter((value) => value !== null);
    const shown = known.reduce((sum, value) => sum + value, 0);
    const lost = left?.sums.length === series.length ? (left.sums[index] ?? 0) : 0;
    const whole = cut?.sums[index] ?? shown + lost;
    const marks = marksOf(known);
    const pairs = marks.flatMap((a) =>
      marks.flatMap((b) =>
        b === 0 ? [] : [a / b, Math.abs(a - b), Math.abs(a / b - 1) * 100, (a / b) * 100],
      ),
    );
    const shares = whole === 0 ? [] : known.map((value) => (value / whole) * 100);
    return [...known, shown, whole, shown / Math.max(1, known.length), ...pairs, ...shares];
  });
  return [...told, ...written, ...counted].filter((value) => value !== null);
}

/** What a written sentence says of a chart that the chart's numbers do not bear out. */
export function unsupported(sentence: string, chart: Chart): Claim[] {
  const [known, ratios] = [borneOut(chart), ratiosOf(chart)];
  return claimsOf(sentence).filter(
    ({ value, within, times: asTimes }) =>
      !(asTimes ? ratios : known).some((one) => Math.abs(one - value) <= within),
  );
}
