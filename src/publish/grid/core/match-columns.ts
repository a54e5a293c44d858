import { foldTitle } from "../../../table/layout/column-names.ts";
import { foldName } from "../../../table/layout/header.ts";
import type { StructureField } from "../../../vocabularies/structures.ts";
import type { JudgedColumn } from "../judge/judged.ts";

/** Pairs of letters of a text, each once. */
const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Share of pairs of letters that two texts have in common (Dice): 1 for the same, 0 for nothing. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
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
  fields: readonly Pick<StructureField, "name" | "title">[],
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
          likeness(foldName(name), foldName(one.name)),
          likeness(foldName(field), foldName(one.name)),
          likeness(foldTitle(title ?? name), foldTitle(one.title)),
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
