import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { type ShareImage, shareSize } from "../../model/share-image.ts";
import { renderIndexedPng } from "./indexed-png.ts";
import { openTypeface, type Typeface } from "./typeface.ts";

const edge = 64;
const colours = {
  paper: "#fbf8f1",
  wash: "#f2e9d3",
  wheat: "#e6b53d",
  ink: "#211a13",
  quiet: "#5d5243",
  rule: "#b9a988",
  sky: "#0a4a86",
};

let opened: Promise<{ regular: Typeface; bold: Typeface }> | undefined;

async function open() {
  const wasm = fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"));
  await initWasm(readFileSync(wasm));
  return { regular: openTypeface(400), bold: openTypeface(700) };
}

/** A share image as PNG; the same words give the same bytes. */
export async function drawShareImage(image: ShareImage): Promise<Uint8Array> {
  opened ??= open();
  const drawing = new Resvg(toSvg(image, await opened), { background: colours.paper });
  const rendered = drawing.render();
  // A share image has a hundred colours: four, and the steps between them at the edges of letters.
  const bytes = renderIndexedPng(rendered.pixels, shareSize) ?? rendered.asPng();
  // The library's memory is not collected by itself.
  rendered.free();
  drawing.free();
  return bytes;
}

function toSvg(
  { over, title, facts, values, kind }: ShareImage,
  { regular, bold }: { regular: Typeface; bold: Typeface },
): string {
  const { width, height } = shareSize;
  const room = width - 2 * edge;
  // A long name in smaller letters and one line more.
  const large = bold.lines(title, 64, room, 3);
  const [size, lines] = large.at(-1)?.endsWith("…")
    ? [52, bold.lines(title, 52, room, 4)]
    : [64, large];
  const parts = [
    `<rect y="${height - 214}" width="${width}" height="214" fill="${colours.wash}"/>`,
    `<rect width="${width}" height="16" fill="${colours.wheat}"/>`,
    regular.draw(regular.lines(over, 28, room, 1)[0] ?? "", edge, 96, 28, colours.quiet),
    ...lines.map((line, at) =>
      bold.draw(line, edge, 96 + Math.round(size * 1.2 * (at + 1)), size, colours.ink),
    ),
  ];
  let x = edge;
  for (const { figure, words } of facts) {
    parts.push(bold.draw(figure, x, height - 104, 46, colours.sky));
    parts.push(regular.draw(words, x, height - 62, 25, colours.quiet));
    x += Math.max(bold.width(figure, 46), regular.width(words, 25)) + 56;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("")}${chart(values, kind, Math.max(x, 720))}</svg>`;
}

/** Bars or a line in the lower right corner; of one value or none there is no chart. */
function chart(values: readonly number[], kind: "bar" | "line", left: number): string {
  const right = shareSize.width - edge;
  const [top, bottom] = [shareSize.height - 178, shareSize.height - 40];
  const most = Math.max(...values, 0);
  if (values.length < 2 || most <= 0 || right - left < 160) return "";
  const step = (right - left) / (kind === "bar" ? values.length : values.length - 1);
  const y = (value: number) => Math.round(bottom - ((bottom - top) * Math.max(0, value)) / most);
  const base = `<path d="M${left} ${bottom + 1}H${right}" stroke="${colours.rule}" stroke-width="2"/>`;
  if (kind === "line") {
    const points = values.map((value, at) => `${(left + at * step).toFixed(1)},${y(value)}`);
    return `${base}<polyline fill="none" stroke="${colours.sky}" stroke-width="5" stroke-linejoin="round" points="${points.join(" ")}"/>`;
  }
  const bars = values.map((value, at) => {
    const x = (left + at * step).toFixed(1);
    const wide = (step * 0.78).toFixed(1);
    return `M${x} ${y(value)}h${wide}V${bottom}h-${wide}z`;
  });
  return `${base}<path fill="${colours.sky}" d="${bars.join("")}"/>`;
}
