import type { StructureGuess } from "../../model/reports/inspection.ts";
import { foldTitle } from "./column-names.ts";
import { foldName } from "./header.ts";

type Candidate = { id: string; fields: readonly { name: string; title: string }[] };

/** Below this share of columns in common a likeness is chance: many tables have the same address block. */
const enough = 0.5;
const fewest = 3;

/** Names or titles of a table's columns → the structure that has most of them, and of which the table has most. */
export function guessStructure(
  columns: readonly { name: string; title?: string }[],
  candidates: Iterable<Candidate>,
): StructureGuess | undefined {
  const written = new Set(columns.map(({ name }) => name.trim()));
  const names = new Set(columns.map(({ name }) => foldName(name)));
  const titles = new Set(
    columns.flatMap(({ name, title }) => [foldTitle(name), foldTitle(title ?? name)]),
  );
  let best: (StructureGuess & { likeness: number }) | undefined;
  for (const { id, fields } of candidates) {
    const matched = fields.filter(
      ({ name, title }) => names.has(foldName(name)) || titles.has(foldTitle(title)),
    ).length;
    // Dice: common columns of all the columns both have; of two alike, the one whose names are written the same.
    const exact = fields.filter(({ name }) => written.has(name)).length;
    const likeness = (2 * matched + exact * 1e-3) / (fields.length + columns.length);
    if (matched >= fewest && likeness >= enough && likeness > (best?.likeness ?? 0))
      best = { id, matched, of: fields.length, likeness };
  }
  return best && { id: best.id, matched: best.matched, of: best.of };
}
