import { gzipSync } from "node:zlib";

/** What a page costs before its reader asks for more, in bytes over the wire (gzip; fonts as they are). */
export type Weight = { html: number; css: number; js: number; fonts: number; images: number };

/** A file of the built site by its path from the root; undefined where there is none. */
type ReadFile = (path: string) => Uint8Array | undefined;

const packed = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** A module and those it imports at once; what it imports later is not fetched with the page. */
function modules(path: string, read: ReadFile, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  const file = read(path);
  if (!file) throw new Error(`The page asks for ${path}, which is not there.`);
  seen.add(path);
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  for (const name of all(
    textOf(file),
    /(?:^|[;}\s])(?:import|export)[^"';(]*?["']\.\/([^"']+)["']/g,
  ))
    modules(folder + name, read, seen);
  return seen;
}

/** The weight of a page of the built site: its text, styles with the fonts they name, scripts with what they import, pictures. */
export function weigh(html: Uint8Array, read: ReadFile): Weight {
  const page = textOf(html);
  const sheets = all(page, /<link rel="stylesheet" href="([^"]+)"/g);
  const scripts = all(page, /<script type="module" src="([^"]+)"/g);
  const bytesOf = (paths: Iterable<string>, size: (bytes: Uint8Array) => number): number =>
    [...paths].reduce((sum, path) => {
      const file = read(path);
      if (!file) throw new Error(`The page asks for ${path}, which is not there.`);
      return sum + size(file);
    }, 0);
  const fonts = new Set(
    sheets.flatMap((sheet) =>
      all(textOf(read(sheet) ?? new Uint8Array()), /url\(["']?([^"')]+\.woff2)/g),
    ),
  );
  const needed = new Set<string>();
  for (const script of scripts) for (const path of modules(script, read)) needed.add(path);
  return {
    html: packed(html),
    css: bytesOf(sheets, packed),
    js: bytesOf(needed, packed),
    fonts: bytesOf(fonts, ({ length }) => length),
    images: bytesOf(all(page, /<img[^>]* src="(\/[^"]+)"/g), packed),
  };
}

export const totalOf = ({ html, css, js, fonts, images }: Weight): number =>
  html + css + js + fonts + images;
