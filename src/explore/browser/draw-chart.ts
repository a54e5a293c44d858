import { Chart } from "chart.js";
import { configurationOf, family } from "../drawn/configuration.ts";
import type { Drawing, Ink, Measure } from "../drawn/drawing.ts";

/** The colours of the page a chart stands on. */
export function pageInk(): Ink & { paper: string } {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: value("--paper"),
    ink: value("--ink"),
    quiet: value("--quiet"),
    line: value("--line"),
    series: value("--series")
      .split(",")
      .map((part) => part.trim()),
  };
}

/** Measures text as this browser writes it. */
export function pageMeasure(): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) throw new Error("This browser draws no canvas.");
  return (text, size, weight) => {
    pen.font = `${weight} ${size}px ${family}`;
    return pen.measureText(text).width;
  };
}

/** Draws on a canvas. The numbers stand beside it in a table, for those who cannot see the picture. */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing): Chart<"bar" | "line"> {
  canvas.setAttribute("aria-hidden", "true");
  const width = canvas.parentElement?.clientWidth ?? 800;
  const language = document.documentElement.lang;
  return new Chart(
    canvas,
    configurationOf(drawing, { width, ink: pageInk(), measure: pageMeasure(), language }),
  );
}
