import { BasicPlatform, Chart } from "chart.js";
import { configurationOf, type Drawing } from "../../browser/draw-chart.ts";

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * A canvas context that paints nothing and writes down as SVG what chart.js would have painted. Only what bars, lines,
 * axes and legends call is written; the state (colours, letters, transforms) is kept by a real context.
 */
function recorder(width: number, height: number) {
  const real = document.createElement("canvas").getContext("2d");
  if (!real) return undefined;
  const parts: string[] = [];
  const groups: number[] = [];
  let [path, clips, open] = ["", 0, 0];
  const at = (x: number, y: number): string => {
    const { a, b, c, d, e, f } = real.getTransform();
    return `${rounded(a * x + c * y + e)} ${rounded(b * x + d * y + f)}`;
  };
  const box = (x: number, y: number, w: number, h: number): string =>
    `M${at(x, y)}L${at(x + w, y)}L${at(x + w, y + h)}L${at(x, y + h)}Z`;
  const fill = (d: string) =>
    parts.push(`<path d="${d}" fill="${escaped(String(real.fillStyle))}"/>`);
  const stroke = (d: string) => {
    const dash = real.getLineDash();
    parts.push(
      `<path d="${d}" fill="none" stroke="${escaped(String(real.strokeStyle))}" stroke-width="${real.lineWidth}" stroke-linejoin="round"${dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`,
    );
  };
  const written = {
    canvas: { width, height },
    save() {
      real.save();
      groups.push(open);
    },
    restore() {
      real.restore();
      for (const kept = groups.pop() ?? 0; open > kept; open--) parts.push("</g>");
    },
    beginPath() {
      path = "";
    },
    closePath() {
      path += "Z";
    },
    moveTo(x: number, y: number) {
      path += `M${at(x, y)}`;
    },
    lineTo(x: number, y: number) {
      path += `${path ? "L" : "M"}${at(x, y)}`;
    },
    bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number) {
      path += `C${at(a, b)} ${at(c, d)} ${at(x, y)}`;
    },
    rect(x: number, y: number, w: number, h: number) {
      path += box(x, y, w, h);
    },
    /** Only whole circles are asked for: the points of a line. */
    arc(x: number, y: number, r: number) {
      path += `M${at(x - r, y)}A${r} ${r} 0 1 0 ${at(x + r, y)}A${r} ${r} 0 1 0 ${at(x - r, y)}Z`;
    },
    fill: () => fill(path),
    stroke: () => stroke(path),
    clip() {
      clips++;
      open++;
      parts.push(
        `<clipPath id="c${clips}"><path d="${path}"/></clipPath><g clip-path="url(#c${clips})">`,
      );
    },
    fillRect: (x: number, y: number, w: number, h: number) => fill(box(x, y, w, h)),
    strokeRect: (x: number, y: number, w: number, h: number) => stroke(box(x, y, w, h)),
    clearRect() {},
    fillText(text: string, x: number, y: number) {
      const { width: long, fontBoundingBoxAscent: above } = real.measureText(text);
      real.save();
      real.textBaseline = "alphabetic";
      const drop = real.measureText(text).fontBoundingBoxAscent - above;
      real.restore();
      const { a, b, c, d, e, f } = real.getTransform();
      const shift = { center: long / 2, right: long, end: long, left: 0, start: 0 }[real.textAlign];
      const matrix = [a, b, c, d, e, f].map((value) => Math.round(value * 1e4) / 1e4).join(" ");
      // A width of its own keeps labels in place where the reader's program has not the typeface.
      parts.push(
        `<text x="${rounded(x - shift)}" y="${rounded(y + drop)}" textLength="${rounded(long)}" lengthAdjust="spacingAndGlyphs" fill="${escaped(String(real.fillStyle))}" style="font:${escaped(real.font)}" transform="matrix(${matrix})">${escaped(text)}</text>`,
      );
    },
  };
  const context = new Proxy(real, {
    get(_, name) {
      if (name in written) return written[name as keyof typeof written];
      const value: unknown = real[name as keyof CanvasRenderingContext2D];
      return typeof value === "function" ? value.bind(real) : value;
    },
    set: (_, name, value) => Reflect.set(real, name, value, real),
  });
  return { context, parts };
}

/** A drawing as SVG: drawn once more by chart.js, with its title above, on the page's ground. */
export function chartSvg(drawing: Drawing, title: string, width: number, height: number): string {
  const style = getComputedStyle(document.documentElement);
  const recorded = recorder(width, height);
  if (!recorded) throw new Error("This browser draws no canvas.");
  const { data, options, ...rest } = configurationOf(drawing, width);
  const chart = new Chart({ getContext: () => recorded.context } as never, {
    ...rest,
    platform: BasicPlatform,
    // With `segment` a line is drawn by calls; without, by a Path2D, which nobody can read.
    data: { ...data, datasets: data.datasets.map((set) => ({ ...set, segment: {} })) } as never,
    options: { ...options, responsive: false, devicePixelRatio: 1, events: [] } as never,
  });
  const drawn = recorded.parts.join("");
  chart.destroy();
  const above = 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + above}" viewBox="0 0 ${width} ${height + above}"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="${style.getPropertyValue("--paper")}"/><text x="12" y="26" style="font:600 17px Geologica, system-ui, sans-serif" fill="${style.getPropertyValue("--ink")}">${escaped(title)}</text><g transform="translate(0 ${above})">${drawn}</g></svg>`;
}
