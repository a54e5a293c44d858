import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** What a compiled module imports when it begins; what it imports when it is asked is left for then. */
const imported = /(?:\bfrom|\bimport)\s*["'](\.\/[^"']+\.js)["']/g;
const script = /<script type="module" src="([^"]+\.js)"/g;

/**
 * Names in a page's head the modules its scripts import, so that all of them come at once: found one after another they
 * cost a slow line a round trip each.
 * @param folder the folder that addresses of scripts begin at, after `root`
 */
export function openPreloads(folder: string, root: string): (html: string) => string {
  const known = new Map<string, string[]>();
  const importsOf = (path: string): string[] => {
    const found =
      known.get(path) ??
      [...readFileSync(join(folder, path), "utf8").matchAll(imported)].map(([, name = ""]) =>
        posix.join(posix.dirname(path), name),
      );
    known.set(path, found);
    return found;
  };
  return (html) => {
    const own = [...html.matchAll(script)].flatMap(([, src = ""]) =>
      src.startsWith(`${root}/`) ? [src.slice(root.length)] : [],
    );
    const all = new Set<string>();
    const waiting = [...own];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
      for (const name of importsOf(path))
        if (!all.has(name)) {
          all.add(name);
          waiting.push(name);
        }
    const links = [...all].map((path) => `<link rel="modulepreload" href="${root}${path}">`);
    return html.replace("</head>", `${links.join("")}</head>`);
  };
}
