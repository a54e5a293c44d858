import type { Finding, Place } from "./finding.ts";

/** A cell that changed; values that may be personal are veiled. */
export type CellChange = { column: string; before: string; after: string };

/** A row by its key, or by its line where the table has none; `line` is 1-based, in the newer file where it is there. */
export type RowChange = { key: string; line: number; cells: CellChange[] };

/** A field people wrote, by its path: what it was, what it is. */
export type FieldChange = { field: string; before: string; after: string };

/** Rows of one kind: how many, and the first of them. */
export type Rows = { count: number; shown: RowChange[] };

export type TableChange = {
  resource: string;
  file: string;
  /** Were rows matched by a key, or by their cells; `none` where the table has no key at all. */
  matched: "key" | "cells" | "none";
  /** Where nothing in it changed: only the order of rows, or only how the file is written. */
  same?: "order" | "writing";
  before: number;
  after: number;
  removed: Rows;
  changed: Rows;
  added: Rows;
  columns: {
    removed: string[];
    added: string[];
    renamed: { from: string; to: string }[];
    retyped: { column: string; from: string; to: string }[];
    /** Columns that were there stand in another order, or behind new ones. */
    reordered: boolean;
  };
  /** Sums of numeric columns that are not what they were. */
  totals: { column: string; before: number; after: number }[];
};

/** What programs that read the data cannot survive without being told. */
export const breakingKinds = [
  "dataset-removed",
  "identifier-changed",
  "file-removed",
  "file-moved",
  "resource-renamed",
  "column-removed",
  "column-renamed",
  "columns-reordered",
  "type-changed",
  "required-added",
  "values-removed",
  "limit-tightened",
  "key-changed",
  "missing-values-changed",
  "rows-lost",
  "licence-changed",
] as const;
export type BreakingKind = (typeof breakingKinds)[number];
export type Breaking = { kind: BreakingKind; subject: string; detail: string; place: Place };

export type DatasetChange = {
  id: string;
  title: string;
  kind: "new" | "changed" | "withdrawn" | "restored" | "renamed" | "removed";
  /** Why it is withdrawn, and what stands in its place. */
  withdrawn?: { date: string; reason: string; successor?: string };
  /** The former id of a renamed one. */
  from?: string;
  passport: FieldChange[];
  files: {
    removed: string[];
    added: string[];
    renamed: { from: string; to: string }[];
    changed: string[];
  };
  tables: TableChange[];
  breaking: Breaking[];
  /** Does the passport tell of the breaking changes: a new version, and what changed in it? */
  told: boolean;
  quality: {
    before?: { points: number; conforms: boolean };
    after?: { points: number; conforms: boolean; missing: string[]; failed: string[] };
  };
};

/** Everything a reviewer is told of a change. */
export type Review = {
  /** blocked: must not be merged. look: a person must see it. fine: nothing stands against it. */
  verdict: "blocked" | "look" | "fine";
  /** Findings that were not there before, errors first. */
  fresh: Finding[];
  /** Errors that were there before: they stop this change too. */
  standing: Finding[];
  mended: Finding[];
  datasets: DatasetChange[];
  /** Publishers, registers, news and other files under data/ and content/ that changed. */
  others: { path: string; kind: "added" | "changed" | "removed"; fields: FieldChange[] }[];
  /** Changed files outside data/ and content/: the portal's own code and settings; absent where a side is a folder. */
  code?: string[];
  /** What the harvesters will see; absent where a side has errors and so no catalogue. */
  harvest?: { created: string[]; updated: string[]; deleted: string[] };
};
