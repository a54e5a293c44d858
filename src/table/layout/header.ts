import type { Field } from "../../schemas/data/table-schema.ts";
import { toLatinLetters } from "../column/role/codes.ts";
import { foldTitle } from "./column-names.ts";
import type { Layout } from "./layout.ts";

type Expected = { fields?: readonly Field[]; knownTitles?: ReadonlySet<string> };

/** Titles that mark a row as a header: of the structure at hand and of the official ones. */
export const titlesOf = ({ fields, knownTitles }: Expected): ReadonlySet<string> =>
  new Set([...(knownTitles ?? []), ...(fields ?? []).map(({ title }) => foldTitle(title))]);

/** A published file has its header in the first record; the structure's titles may stand in the second. */
export function publishedLayout(first: string[][], options: Expected): Layout {
  const names = first[0] ?? [];
  const titles = titlesOf(options);
  const second = (first[1] ?? []).filter((cell) => cell.trim() !== "");
  const isTitles =
    second.length >= 2 &&
    second.filter((cell) => titles.has(foldTitle(cell))).length >= second.length / 2;
  return {
    rows: isTitles ? ["names", "header"] : ["names"],
    texts: names.map(
      (name, index) => new Set([name, ...(isTitles ? [first[1]?.[index] ?? ""] : [])]),
    ),
    names,
    titles: names.map((_, index) => (isTitles ? first[1]?.[index] : undefined)),
    fields: names,
  };
}

/**
 * Names of columns compared: look-alike letters, invisible characters, case and marks apart. A name that comes again
 * may have been numbered by a program that counts from nought: `currencyCode.1` is the second one, `currencyCode2`.
 */
export const foldName = (name: string): string =>
  toLatinLetters(name)
    .toLowerCase()
    .replace(/\.(\d)$/, (_, again: string) => String(Number(again) + 1))
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** The structure's field for every column: by name, else by title. */
export function declaredFields(
  layout: Layout,
  fields: readonly Field[] = [],
): (Field | undefined)[] {
  return layout.names.map(
    (name, index) =>
      fields.find((field) => field.name === name) ??
      fields.find((field) => foldName(field.name) === foldName(name)) ??
      fields.find((field) =>
        [name, layout.titles[index] ?? name].some(
          (text) => foldTitle(text) === foldTitle(field.title),
        ),
      ),
  );
}
