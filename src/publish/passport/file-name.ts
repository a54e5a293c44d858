import { deviceName } from "../../schemas/text.ts";
import { toSlug } from "../../table/layout/transliterate.ts";
import { reservedFiles } from "../../vocabularies/portal-files.ts";

/** Letters of an id: it is part of an address that people read out. */
const longest = 60;

/** What clerks add to a name that says nothing of the data: «(остаточний)», «копія», «нова редакція». */
const remarks =
  /\(\s*(?:остат|фінал|final|нов|копія|copy|ред|випр|\d+\s*\))[^)]*\)?|(?:^|[\s_-])(?:остаточн\p{L}*|фінальн\p{L}*|final|копія|copy|виправлен\p{L}*|чернетка|draft|new|v\d+)(?=$|[\s_.-])/giu;

/** «Школи міста 2026 (остаточний).xlsx» → «Школи міста 2026»: what a file's name says of the data. */
export function wordsOfFile(file: string): string {
  const stem = (file.split(/[\\/]/).at(-1) ?? file).replace(/(\.clean)?\.[A-Za-z0-9]{1,8}$/, "");
  return stem
    .normalize("NFC")
    .replace(/[_]+/g, " ")
    .replace(remarks, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,–-]+|[\s.,–-]+$/g, "");
}

/** Words → a name that can be part of an address and of a command: «shkoly-mista-2026». */
export function safeName(words: string, fallback = "dataset"): string {
  // Whole words, as many as there is room for.
  const slug = toSlug(words, 8)
    .split("-")
    .reduce(
      (name, word) => (`${name}-${word}`.length > longest ? name : name ? `${name}-${word}` : word),
      "",
    );
  const name = slug.slice(0, longest) || fallback;
  return deviceName.test(name) ? `${name}-1` : name;
}

/** The name a clerk's file goes by on the portal: «Школи міста 2026 (остаточний).xlsx» → «shkoly-mista-2026.csv». */
export function safeFileName(file: string, ending = "csv"): string {
  const name = `${safeName(wordsOfFile(file), "table")}.${ending}`;
  return reservedFiles.has(name) ? name.replace(/\.(?=[^.]*$)/, "-1.") : name;
}
