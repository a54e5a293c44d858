import { BasicPlatform, Chart } from "chart.js";
import { save } from "../../find/browser/dom.ts";
import { type Frame, framedSvg, laidOut, margin } from "../drawn/chart-svg.ts";
import { configurationOf, family } from "../drawn/configuration.ts";
import type { Drawing } from "../drawn/drawing.ts";
import { pageInk, pageMeasure } from "./draw-chart.ts";

/** What a picture that leaves the page is as wide as, in pixels, whatever the reader's screen is; PNG has two dots a pixel. */
const width = 880;
const dots = 2;

/** A chart with its title, words and source as an SVG file. */
export function takeSvg(drawing: Drawing, frame: Frame, name: string): void {
  const { paper, ...ink } = pageInk();
  const language = document.documentElement.lang;
  const look = { width, measure: pageMeasure(), language, ink, paper };
  save(framedSvg(drawing, frame, look), "image/svg+xml", name);
}

/** A chart with its title, words and source as a PNG file. */
export function takePng(drawing: Drawing, frame: Frame, name: string): void {
  const { paper, ...ink } = pageInk();
  const measure = pageMeasure();
  const { lines, top, chart, height } = laidOut(drawing, frame, width, measure);
  const whole = document.createElement("canvas");
  [whole.width, whole.height] = [width * dots, height * dots];
  const pen = whole.getContext("2d");
  if (!pen) return;
  pen.scale(dots, dots);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, width, height);
  for (const { text, size, weight, y, quiet } of lines) {
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillStyle = quiet ? ink.quiet : ink.ink;
    pen.fillText(text, margin, y);
  }
  if (chart > 0) pen.drawImage(drawn(chart), margin, top, width - 2 * margin, chart);
  whole.toBlob((blob) => blob && save(blob, "image/png", name));

  function drawn(tall: number): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width - 2 * margin, tall];
    const look = {
      width: width - 2 * margin,
      ink,
      measure,
      language: document.documentElement.lang,
    };
    const { options, ...rest } = configurationOf(drawing, look);
    new Chart(canvas, {
      ...rest,
      platform: BasicPlatform,
      options: { ...options, responsive: false, devicePixelRatio: dots, events: [] } as never,
    });
    return canvas;
  }
}
