/** What is drawn of a chart, in the words of its page. `bar` lies, its names read across; `columns` stand, for what has an order. */
export type Drawing = {
  kind: "bar" | "line" | "columns";
  labels: string[];
  unit: string;
  series: { name: string; values: (number | null)[] }[];
  stacked?: boolean;
  /** Where the axis of values ends, so that charts side by side have one scale. */
  most?: number;
};

/** Colours a chart is drawn in: of the page's, or names of classes that have them. */
export type Ink = { ink: string; quiet: string; line: string; series: readonly string[] };

/** How wide a line of text is, in pixels, at a size and weight of the portal's typeface. */
export type Measure = (text: string, size: number, weight: 400 | 600) => number;

/** Pixels: what names and figures are written in. */
export const letters = 13;

/** How tall a chart is drawn at a width, in pixels. */
export function heightOf({ kind, labels, series, stacked }: Drawing, width: number): number {
  if (kind !== "bar") return Math.round(Math.min(380, Math.max(240, width * 0.5)));
  const bars = stacked ? 1 : series.length;
  const isLong = labels.some((label) => wrapped(label, nameLetters(width), 2).length > 1);
  return Math.max(
    90,
    labels.length * Math.max(isLong ? 38 : 30, 16 * bars + 14) + (series.length > 1 ? 80 : 20),
  );
}

/** Below this a chart is one of a phone: shorter names, fewer of them. */
export const narrow = 520;

/** Letters in a line of a name beside its bar, about. */
export const nameLetters = (width: number): number => (width < narrow ? 18 : 36);

/** A word longer than a line, in its halves at a hyphen: «історико-», «меморіальний». */
const parts = (word: string, length: number): string[] =>
  word.length > length ? word.split(/(?<=-)/) : [word];

/** A line with room for the ellipsis after it, without the comma or dash before that. */
const cutAt = (line: string, length: number): string =>
  (line.length < length - 1 ? line : line.replace(/\s+\S*$/, "")).replace(/[,;:–—-]+$/, "");

/** A long name in lines of about so many letters; what does not fit ends with an ellipsis. */
export function wrapped(label: string, length: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ").flatMap((one) => parts(one, length))) {
    const last = lines.at(-1);
    if (last !== undefined && !last.endsWith("-") && last.length + word.length < length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most
    ? lines
    : lines
        .slice(0, most)
        .map((line, index) => (index === most - 1 ? `${cutAt(line, length)}…` : line));
}

/** Is there anything to draw? */
export const isEmpty = ({ series }: Drawing): boolean =>
  series.every(({ values }) => values.every((value) => value === null));
