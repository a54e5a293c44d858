import { foldTitle } from "../../../table/layout/column-names.ts";
import { foldName } from "../../../table/layout/header.ts";
import type { Judged, JudgedColumn } from "../judge/judged.ts";

/** Pairs of letters of a text, each once. */
const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Share of pairs of letters that two texts have in common (Dice): 1 for the same, 0 for nothing. */
function inCommon(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

const firstWord = (title: string): string => foldTitle(title.trim().split(/\s+/)[0] ?? "");

/** How alike two titles are: «Назва зупинки» is a «Назва» before it is a «Тип зупинки», so the first word weighs most. */
function likeness(one: string, other: string): number {
  const share = inCommon(foldTitle(one), foldTitle(other));
  const isSameFirst = firstWord(one) !== "" && firstWord(one) === firstWord(other);
  return isSameFirst ? 0.7 + 0.3 * share : 0.8 * share;
}

/** Below this two names have nothing in common but chance. */
const enough = 0.55;

/** How a column of the file and a field of the structure go together. */
export type ColumnMatch = {
  column: number;
  /** The field the judge reads the column as. */
  field?: string;
  /** The field it is most like, where the judge knows none: to be agreed to by a person. */
  offered?: string;
};

/** Columns against the fields of a structure: those the judge knows, and for the others the likeliest field that is free. */
export function matchColumns(
  columns: readonly (JudgedColumn & { column: number })[],
  fields: NonNullable<Judged["fields"]>,
): ColumnMatch[] {
  const known = new Set(columns.flatMap(({ declared, field }) => (declared ? [field] : [])));
  const free = fields.filter(({ name }) => !known.has(name));
  const offers = columns
    .filter(({ declared }) => !declared)
    .flatMap(({ column, name, title, field }) =>
      free.map((one) => ({
        column,
        name: one.name,
        like: Math.max(
          inCommon(foldName(name), foldName(one.name)),
          inCommon(foldName(field), foldName(one.name)),
          likeness(title ?? name, one.title),
        ),
      })),
    )
    .filter(({ like }) => like >= enough)
    .sort((a, b) => b.like - a.like);
  const offered = new Map<number, string>();
  const taken = new Set<string>();
  for (const { column, name } of offers)
    if (!offered.has(column) && !taken.has(name)) {
      offered.set(column, name);
      taken.add(name);
    }
  return columns.map(({ column, declared, field }) => {
    const offer = offered.get(column);
    return {
      column,
      ...(declared ? { field } : {}),
      ...(offer === undefined ? {} : { offered: offer }),
    };
  });
}
