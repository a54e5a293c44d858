import { portalSchema } from "../../schemas/data/portal.ts";

/** A sign as portal.yaml keeps it: outlines, and the field they are drawn in. */
export type Sign = { box: [number, number, number, number]; paths: string[] };

const tag = /<(\/?)([\w:-]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
/** Parts of a drawing that hold or say nothing: their own parts are judged one by one. */
const quiet = new Set(["svg", "g", "title", "desc", "metadata"]);

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, a, b]) => [
      name ?? "",
      a ?? b ?? "",
    ]),
  );

/** A polygon as an outline: its corners joined, and the last with the first. */
const outlineOf = (points: string): string => `M${points.trim()}Z`;

/** A part of a drawing → the outline it is, nothing where it only holds or names others, or what is wrong with it. */
function outlineIn(
  name: string,
  { transform, d, points }: Record<string, string>,
): { outline?: string } | { fault: string } {
  if (transform !== undefined)
    return {
      fault: "У знаку є перетворення (transform): застосуйте його в редакторі й збережіть знову.",
    };
  if (name === "path" && d) return { outline: d.trim() };
  if (name === "polygon" && points) return { outline: outlineOf(points) };
  return quiet.has(name)
    ? {}
    : {
        fault: `У знаку є <${name}>, а лишити можна тільки обриси (path, polygon): перетворіть усе на контури в редакторі («Object to Path» в Inkscape).`,
      };
}

const boxOf = ({ viewBox, width = "", height = "" }: Record<string, string>): number[] =>
  (viewBox ?? `0 0 ${width} ${height}`).split(/[\s,]+/).map((part) => Number.parseFloat(part));

/**
 * An SVG file → the sign a portal keeps: only its outlines come over, so that nothing in the file can run, load or hide
 * on the portal's pages. Whatever cannot be kept whole is named.
 */
export function readSign(text: string): { sign: Sign } | { fault: string } {
  const drawing = text.replace(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/g, "");
  if (!/^\s*<svg[\s>]/.test(drawing))
    return { fault: "Це не SVG: файл має починатися з <svg. Збережіть знак як звичайний SVG." };
  const paths: string[] = [];
  let box: number[] = [];
  for (const [, closing, name = "", said = ""] of drawing.matchAll(tag)) {
    if (closing === "/") continue;
    const attributes = attributesOf(said);
    if (name === "svg") box = boxOf(attributes);
    const read = outlineIn(name, attributes);
    if ("fault" in read) return read;
    if (read.outline !== undefined) paths.push(read.outline);
  }
  const mark = portalSchema.shape.mark.safeParse({ box, paths });
  if (mark.success) return { sign: { box: box as Sign["box"], paths } };
  return {
    fault:
      paths.length === 0
        ? "У знаку немає жодного обрису: перетворіть його на контури в редакторі."
        : "Знак не прочитано: потрібні viewBox із чотирьох чисел і до 200 обрисів, кожен до 20 000 знаків.",
  };
}
