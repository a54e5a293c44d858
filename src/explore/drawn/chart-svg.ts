import { BasicPlatform, Chart } from "chart.js";
import { configurationOf, family } from "./configuration.ts";
import { type Drawing, heightOf, type Ink, letters, type Measure } from "./drawing.ts";
import { createRecorder, escapeSvg, type Paint } from "./recorder.ts";

/** What chart.js paints of a drawing, as SVG elements without their <svg>. */
function recordChart(
  drawing: Drawing,
  look: {
    width: number;
    height: number;
    ink: Ink;
    paint: Paint;
    measure: Measure;
    language: string;
  },
): string {
  const { width, height, paint, measure } = look;
  const recorder = createRecorder(width, height, paint, measure);
  const { options, ...rest } = configurationOf(drawing, look);
  const chart = new Chart({ getContext: () => recorder.context, width, height } as never, {
    ...rest,
    platform: BasicPlatform,
    options: { ...options, responsive: false, devicePixelRatio: 1, events: [] } as never,
  });
  // Drawn once to be measured and once to be kept.
  recorder.parts.length = 0;
  chart.draw();
  const drawn = recorder.parts.join("");
  chart.destroy();
  return drawn;
}

/** Classes that ChartView.css gives their colours, light or dark, on paper and where the reader's system forces its own. */
const classes: Ink = {
  ink: "ink",
  quiet: "quiet",
  line: "line",
  series: ["s0", "s1", "s2", "s3", "s4", "s5"],
};
const asClass: Paint = (kind, colour) =>
  /^[a-z]\w*$/.test(colour) ? `class="${kind === "fill" ? "f" : "k"}-${colour}"` : `${kind}="none"`;

/** A chart for a page, drawn while the site is built: its colours come from the page. */
export function pageSvg(
  drawing: Drawing,
  { width, measure, language }: { width: number; measure: Measure; language: string },
): string {
  const height = heightOf(drawing, width);
  const look = { width, height, measure, language, ink: classes, paint: asClass };
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${recordChart(drawing, look)}</svg>`;
}

/** What stands around a chart that leaves its page. */
export type Frame = {
  title: string;
  about: readonly string[];
  /** Whose data, of what time, from which portal. */
  source: readonly string[];
  /** Said where there is nothing to draw. */
  empty: string;
};

/** A word in parts no wider than the room: the address of a view is one word, and long. */
function partsOf(word: string, widthOf: (text: string) => number, width: number): string[] {
  let fits = word.length;
  while (fits > 1 && widthOf(word.slice(0, fits)) > width) fits--;
  return fits === word.length
    ? [word]
    : [word.slice(0, fits), ...partsOf(word.slice(fits), widthOf, width)];
}

/** Lines of a text no wider than the room. */
function linesOf(text: string, widthOf: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((whole) => partsOf(whole, widthOf, width))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

type Line = { text: string; size: number; weight: 400 | 600; y: number; quiet: boolean };

/** Where title, words and source of a framed chart stand, and where between them the chart does. */
export function laidOut(
  drawing: Drawing,
  { title, about, source, empty }: Frame,
  width: number,
  measure: Measure,
): { lines: Line[]; top: number; chart: number; height: number } {
  const room = width - 2 * margin;
  const lines: Line[] = [];
  let y = margin;
  const write = (text: string, size: number, weight: 400 | 600, quiet: boolean) => {
    for (const line of linesOf(text, (part) => measure(part, size, weight), room)) {
      y += size * 1.3;
      lines.push({ text: line, size, weight, y: Math.round(y), quiet });
    }
  };
  write(title, 19, 600, false);
  for (const sentence of about) write(sentence, 14, 400, true);
  const top = Math.round(y + 14);
  const isBare = drawing.series.every(({ values }) => values.every((value) => value === null));
  const chart = isBare ? 60 : heightOf(drawing, room);
  if (isBare) lines.push({ text: empty, size: 15, weight: 400, y: top + 30, quiet: false });
  y = top + chart + 6;
  for (const sentence of source) write(sentence, 12, 400, true);
  return { lines, top, chart: isBare ? 0 : chart, height: Math.round(y + margin) };
}

/** Pixels around a framed chart. */
export const margin = 20;

/** A chart that leaves its page, as an SVG file: title, what it shows, the drawing, the source. */
export function framedSvg(
  drawing: Drawing,
  frame: Frame,
  {
    width,
    measure,
    language,
    ink,
    paper,
  }: { width: number; measure: Measure; language: string; ink: Ink; paper: string },
): string {
  const { lines, top, chart, height } = laidOut(drawing, frame, width, measure);
  const paint: Paint = (kind, colour) => `${kind}="${escapeSvg(colour)}"`;
  const texts = lines.map(
    ({ text, size, weight, y, quiet }) =>
      `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${quiet ? ink.quiet : ink.ink}">${escapeSvg(text)}</text>`,
  );
  const look = { width: width - 2 * margin, height: chart, ink, paint, measure, language };
  const drawn = chart > 0 ? recordChart(drawing, look) : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}" font-size="${letters}"><title>${escapeSvg(frame.title)}</title><rect width="100%" height="100%" fill="${paper}"/>${texts.join("")}<g transform="translate(${margin} ${top})">${drawn}</g></svg>`;
}
