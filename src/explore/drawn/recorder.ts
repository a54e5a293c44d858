import { letters, type Measure } from "./drawing.ts";

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** How far below its point the line of letters stands, in parts of their size. */
const drop: Readonly<Record<string, number>> = {
  middle: 0.35,
  top: 0.8,
  hanging: 0.8,
  bottom: -0.2,
};
const anchors: Readonly<Record<string, string>> = { center: "middle", right: "end", end: "end" };

type State = {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  dash: readonly number[];
  at: readonly [a: number, b: number, c: number, d: number, e: number, f: number];
};
const begun: State = {
  fillStyle: "",
  strokeStyle: "",
  lineWidth: 1,
  font: `400 ${letters}px`,
  textAlign: "start",
  textBaseline: "alphabetic",
  dash: [],
  at: [1, 0, 0, 1, 0, 0],
};

/** Attributes of a mark's colour: `fill="#0a4a86"`, or a class that has it. */
export type Paint = (kind: "fill" | "stroke", colour: string) => string;

const sizeOf = (font: string): number => Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? letters);
const isBold = (font: string): boolean => /\b(bold|[6-9]00)\b/.test(font);

/**
 * A canvas context that paints nothing and writes down as SVG what chart.js would have painted. Only what bars, lines, axes
 * and legends call is written. It keeps its state itself and is told how wide letters are, so that it works without a browser.
 */
export function createRecorder(width: number, height: number, paint: Paint, measure: Measure) {
  const parts: string[] = [];
  const kept: State[] = [];
  let state: State = { ...begun };
  let path = "";
  const at = (x: number, y: number): string => {
    const [a, b, c, d, e, f] = state.at;
    return `${rounded(a * x + c * y + e)} ${rounded(b * x + d * y + f)}`;
  };
  const box = (x: number, y: number, w: number, h: number): string =>
    `M${at(x, y)}L${at(x + w, y)}L${at(x + w, y + h)}L${at(x, y + h)}Z`;
  const fill = (d: string) => {
    if (d !== "") parts.push(`<path d="${d}" ${paint("fill", state.fillStyle)}/>`);
  };
  const stroke = (d: string) => {
    if (d === "" || state.lineWidth <= 0) return;
    const dash = state.dash.length > 0 ? ` stroke-dasharray="${state.dash.join(" ")}"` : "";
    parts.push(
      `<path d="${d}" fill="none" ${paint("stroke", state.strokeStyle)} stroke-width="${rounded(state.lineWidth)}" stroke-linejoin="round"${dash}/>`,
    );
  };
  const moved = (a: number, b: number, c: number, d: number, e: number, f: number) => {
    const [ka, kb, kc, kd, ke, kf] = state.at;
    state.at = [
      ka * a + kc * b,
      kb * a + kd * b,
      ka * c + kc * d,
      kb * c + kd * d,
      ka * e + kc * f + ke,
      kb * e + kd * f + kf,
    ];
  };
  const written = {
    canvas: { width, height },
    save() {
      kept.push({ ...state });
    },
    restore() {
      state = kept.pop() ?? state;
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
    /** Nothing of our charts is painted outside of its box but points at its edge, which belong to the chart. */
    clip() {},
    fillRect: (x: number, y: number, w: number, h: number) => fill(box(x, y, w, h)),
    strokeRect: (x: number, y: number, w: number, h: number) => stroke(box(x, y, w, h)),
    clearRect() {},
    setTransform: (...values: State["at"]) => {
      state.at = values;
    },
    resetTransform: () => {
      state.at = begun.at;
    },
    translate: (x: number, y: number) => moved(1, 0, 0, 1, x, y),
    scale: (x: number, y: number) => moved(x, 0, 0, y, 0, 0),
    rotate: (by: number) => moved(Math.cos(by), Math.sin(by), -Math.sin(by), Math.cos(by), 0, 0),
    setLineDash: (dash: readonly number[]) => {
      state.dash = dash;
    },
    getLineDash: () => state.dash,
    measureText: (text: string) => ({
      width: measure(text, sizeOf(state.font), isBold(state.font) ? 600 : 400),
    }),
    fillText(text: string, x: number, y: number) {
      const size = sizeOf(state.font);
      const anchor = anchors[state.textAlign];
      const [left, top] = at(x, y + (drop[state.textBaseline] ?? 0) * size).split(" ");
      parts.push(
        `<text x="${left}" y="${top}" font-size="${size}"${isBold(state.font) ? ' font-weight="600"' : ""}${anchor ? ` text-anchor="${anchor}"` : ""} ${paint("fill", state.fillStyle)}>${escaped(text)}</text>`,
      );
    },
  };
  const context = new Proxy(written, {
    get: (_, name) =>
      name in written
        ? written[name as keyof typeof written]
        : name in state
          ? state[name as keyof State]
          : undefined,
    set(_, name, value) {
      if (name in state) state = { ...state, [name]: value };
      return true;
    },
    has: () => true,
  });
  return { context, parts };
}

export { escaped as escapeSvg };
