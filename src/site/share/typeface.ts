import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkitten";

/** Files of the typeface, the letters most met first; a letter is taken from the first that has it. */
const subsets = ["cyrillic", "latin", "cyrillic-ext", "latin-ext"];

/** In thousandths of the letters' size. */
type Glyph = { advance: number; outline: string };

export type Typeface = ReturnType<typeof openTypeface>;

/**
 * The portal's typeface for drawing: text is measured and turned into outlines, because a picture drawn elsewhere has
 * no typeface of its own, and the drawing library mixes the files of one badly.
 */
export function openTypeface(weight: 400 | 700) {
  const fonts = subsets.map((subset) => {
    const file = import.meta.resolve(
      `@fontsource/geologica/files/geologica-${subset}-${weight}-normal.woff2`,
    );
    return create(readFileSync(fileURLToPath(file))) as Font;
  });
  const known = new Map<string, Glyph>();
  function drawn(letter: string): Glyph {
    // The narrow space of Ukrainian numbers is in none of the files.
    const code = letter === "\u202f" ? 0xa0 : (letter.codePointAt(0) ?? 0);
    const font = fonts.find((one) => one.hasGlyphForCodePoint(code));
    if (!font) return { advance: 0, outline: "" };
    const scale = 1000 / font.unitsPerEm;
    const { advanceWidth, path } = font.glyphForCodePoint(code);
    const outline = path
      .scale(scale, -scale)
      .toSVG()
      .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))));
    return { advance: advanceWidth * scale, outline };
  }
  const glyph = (letter: string): Glyph => {
    const found = known.get(letter) ?? drawn(letter);
    known.set(letter, found);
    return found;
  };
  const width = (text: string, size: number): number =>
    ([...text].reduce((sum, letter) => sum + glyph(letter).advance, 0) * size) / 1000;
  const cut = (line: string, size: number, room: number): string => {
    const letters = [...line];
    while (letters.length > 0 && width(`${letters.join("")}…`, size) > room) letters.pop();
    return `${letters.join("").replace(/[\s,;:–—-]+$/u, "")}…`;
  };
  return {
    width,
    /** A text in lines no wider than the room, at most so many; what does not fit ends with an ellipsis. */
    lines(text: string, size: number, room: number, most: number): string[] {
      const lines: string[] = [];
      for (const word of text.split(/[ \t\n]+/).filter((part) => part !== "")) {
        const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
        if (lines.length > 0 && width(longer, size) <= room) lines[lines.length - 1] = longer;
        else lines.push(word);
      }
      return lines
        .slice(0, most)
        .map((line, at) =>
          width(line, size) > room || (at === most - 1 && lines.length > most)
            ? cut(line, size, room)
            : line,
        );
    },
    /** A line of text as SVG, its baseline beginning at a point. */
    draw(text: string, x: number, y: number, size: number, fill: string): string {
      let at = 0;
      const letters = [...text].map((letter) => {
        const { advance, outline } = glyph(letter);
        const drawing =
          outline === "" ? "" : `<path transform="translate(${Math.round(at)})" d="${outline}"/>`;
        at += advance;
        return drawing;
      });
      return `<g fill="${fill}" transform="translate(${x} ${y}) scale(${size / 1000})">${letters.join("")}</g>`;
    },
  };
}
