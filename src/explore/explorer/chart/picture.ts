import { save } from "../../../find/browser/dom.ts";

/** A chart's canvas with its title above, on the page's ground, as a PNG file. */
export function pictureAsPng(
  canvas: HTMLCanvasElement | undefined,
  title: string,
  name: string,
): void {
  if (!canvas) return;
  const style = getComputedStyle(document.documentElement);
  const ratio = canvas.width / canvas.clientWidth;
  const letters = 18 * ratio;
  const whole = document.createElement("canvas");
  const pen = whole.getContext("2d");
  if (!pen) return;
  const font = `600 ${letters}px Geologica, system-ui, sans-serif`;
  pen.font = font;
  const lines = linesOf(title, (text) => pen.measureText(text).width, canvas.width - 2 * letters);
  const above = (lines.length + 1) * letters * 1.3;
  whole.width = canvas.width;
  whole.height = canvas.height + above;
  pen.fillStyle = style.getPropertyValue("--paper");
  pen.fillRect(0, 0, whole.width, whole.height);
  pen.fillStyle = style.getPropertyValue("--ink");
  pen.font = font;
  for (const [at, line] of lines.entries()) pen.fillText(line, letters, (at + 1) * letters * 1.3);
  pen.drawImage(canvas, 0, above);
  whole.toBlob((blob) => blob && save(blob, "image/png", name));
}

function linesOf(text: string, widthOf: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
