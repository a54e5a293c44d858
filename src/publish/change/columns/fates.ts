import type { WrittenPassport } from "../../../schemas/data/dataset.ts";

type Resource = NonNullable<WrittenPassport["resources"]>[number];
export type WrittenField = NonNullable<Resource["schema"]>["fields"][number];

/**
 * What became of a column that a newer table has not: it is there under another name and keeps on the portal the one it
 * had, or gets the one it has now; or it is gone.
 */
export type Fate = { column: string; named: "before" | "now" } | "gone";

/** Fates of columns by the names they had; of those nothing was said about, nothing. */
export type Fates = ReadonlyMap<string, Fate>;

/** A fate as an answer of a form holds it: «gone», «before:sum», «now:sum». */
export const fateText = (fate: Fate): string =>
  fate === "gone" ? fate : `${fate.named}:${fate.column}`;

function fateOf(text: unknown): Fate | undefined {
  if (text === "gone") return text;
  const [, named, column = ""] = /^(before|now):(.+)$/.exec(String(text)) ?? [];
  return named === "before" || named === "now" ? { column, named } : undefined;
}

/** Answers of a form → fates; what is none is left out. */
export function fatesIn(answers: unknown): Fates {
  const all = typeof answers === "object" && answers !== null ? Object.entries(answers) : [];
  return new Map(
    all.flatMap(([name, text]) => {
      const fate = fateOf(text);
      return fate ? [[name, fate] as const] : [];
    }),
  );
}

/** Columns that are no longer called as they were: by their former names, what they are called now; undefined where they are gone. */
export type Moved = ReadonlyMap<string, string | undefined>;

export const movedBy = (fates: Fates): Moved =>
  new Map(
    [...fates].flatMap(([name, fate]): [string, string | undefined][] => {
      if (fate === "gone") return [[name, undefined]];
      return fate.named === "now" ? [[name, fate.column]] : [];
    }),
  );

/** A column of a newer table nobody knows by its name, as the portal is to describe it: a known one, where it was said to be that. */
export function withFate(
  own: WrittenField,
  fields: readonly WrittenField[],
  fates: Fates,
): WrittenField {
  for (const field of fields) {
    const fate = fates.get(field.name);
    if (!fate || fate === "gone" || fate.column !== own.name) continue;
    return fate.named === "before" ? field : { ...field, name: own.name, title: own.title };
  }
  return own;
}
