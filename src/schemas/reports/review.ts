import { z } from "zod";
import { ruleIds } from "../../vocabularies/rule-ids.ts";

/** The longest text and the longest list of a report; who writes one cuts at these, who reads one refuses what is longer. */
export const longestText = 5000;
export const longestList = 20_000;
/** Bytes of a report that are read; a longer one is no report of this portal's. */
export const longestReport = 10_000_000;

const line = z.string().max(longestText);
const count = z.number();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(longestList);
const lines = list(line);
const move = z.strictObject({ from: line, to: line });

const place = z.strictObject({
  file: line,
  sheet: line.exactOptional(),
  line: z.int().exactOptional(),
  column: z.int().exactOptional(),
});
const finding = z.strictObject({
  rule: z.enum(ruleIds),
  severity: z.enum(["error", "warning"]),
  place,
  key: line.exactOptional(),
  message: line,
  hint: line,
  paste: lines.exactOptional(),
});

/** A cell that changed; values that may be personal are veiled. */
const cell = z.strictObject({ column: line, before: line, after: line });
/** A row by its key, or by its line where the table has none; `line` is 1-based, in the newer file where it is there. */
const row = z.strictObject({ key: line, line: z.int(), cells: list(cell) });
/** A field people wrote, by its path: what it was, what it is. */
const field = z.strictObject({ field: line, before: line, after: line });
/** Rows of one kind: how many, and the first of them. */
const rows = z.strictObject({ count, shown: list(row) });

/** What a column or a table never did before; see compare/unusual. */
export const unusualKinds = [
  "magnitude",
  "sign",
  "dates",
  "category",
  "nulls",
  "repeated",
  "replaced",
  "collapsed",
  "rescaled",
  "sum-jump",
  "row-jump",
  "copies",
] as const;
const unusual = z.strictObject({
  kind: z.enum(unusualKinds),
  /** Empty where it is the whole table's. */
  column: line,
  was: line,
  is: line,
  count,
  spots: list(z.strictObject({ key: line, line: z.int(), before: line, after: line })),
});

/** A column that was not there before: what it says it holds, and what it holds. */
const newColumn = z.strictObject({
  name: line,
  title: line,
  type: line,
  filled: count,
  distinct: count,
  least: line,
  most: line,
  samples: lines,
});

const table = z.strictObject({
  resource: line,
  file: line,
  /** Were rows matched by a key, or by their cells; `none` where the table has no key at all, `whole` where without one it has too many rows: what changed is then told as gone and come. */
  matched: z.enum(["key", "cells", "none", "whole"]),
  /** Where nothing in it changed: only the order of rows, or only how the file is written. */
  same: z.enum(["order", "writing"]).exactOptional(),
  before: count,
  after: count,
  removed: rows,
  changed: rows,
  added: rows,
  columns: z.strictObject({
    removed: lines,
    added: lines,
    renamed: list(move),
    retyped: list(z.strictObject({ column: line, from: line, to: line })),
    /** Columns that were there stand in another order, or behind new ones. */
    reordered: z.boolean(),
  }),
  /** Columns that came, of a new table all. */
  fresh: list(newColumn),
  /** Sums of numeric columns that are not what they were. */
  totals: list(z.strictObject({ column: line, before: count, after: count })),
  /** What the table's own past does not explain, rarest first. */
  unusual: list(unusual),
});

/** What programs that read the data cannot survive without being told. */
export const breakingKinds = [
  "dataset-removed",
  "iri-changed",
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
const breaking = z.strictObject({
  kind: z.enum(breakingKinds),
  subject: line,
  detail: line,
  place,
});

const dataset = z.strictObject({
  id: line,
  title: line,
  kind: z.enum(["new", "changed", "withdrawn", "restored", "renamed", "removed"]),
  /** Why it is withdrawn, and what stands in its place. */
  withdrawn: z
    .strictObject({ date: line, reason: line, successor: line.exactOptional() })
    .exactOptional(),
  /** The former id of a renamed one. */
  from: line.exactOptional(),
  passport: list(field),
  files: z.strictObject({ removed: lines, added: lines, renamed: list(move), changed: lines }),
  tables: list(table),
  breaking: list(breaking),
  /** Does the passport tell of the breaking changes: a new version, and what changed in it? */
  told: z.boolean(),
  quality: z.strictObject({
    before: z.strictObject({ points: count, conforms: z.boolean() }).exactOptional(),
    after: z
      .strictObject({ points: count, conforms: z.boolean(), missing: lines, failed: lines })
      .exactOptional(),
  }),
});

/** Everything a reviewer is told of a change: the one shape that is written, read and shown. */
export const reviewSchema = z.strictObject({
  /** blocked: must not be merged. look: a person must see it. fine: nothing stands against it. */
  verdict: z.enum(["blocked", "look", "fine"]),
  /** Findings that were not there before, errors first. */
  fresh: list(finding),
  /** Errors that were there before: they stop this change too. */
  standing: list(finding),
  mended: list(finding),
  datasets: list(dataset),
  /** Publishers, registers, news and other files under data/ and content/ that changed. */
  others: list(
    z.strictObject({
      path: line,
      kind: z.enum(["added", "changed", "removed"]),
      fields: list(field),
    }),
  ),
  /** Changed files outside data/ and content/: the portal's own code and settings; absent where nobody could tell. */
  code: lines.exactOptional(),
  /** Why the code was not compared: a side is a folder and has none, or git failed to answer. */
  codeUnknown: z.enum(["folder", "failed"]).exactOptional(),
  /** What the harvesters will see; absent where a side has errors and so no catalogue. */
  harvest: z.strictObject({ created: lines, updated: lines, deleted: lines }).exactOptional(),
});

export type CellChange = z.infer<typeof cell>;
export type RowChange = z.infer<typeof row>;
export type FieldChange = z.infer<typeof field>;
export type Rows = z.infer<typeof rows>;
export type UnusualKind = (typeof unusualKinds)[number];
export type UnusualChange = z.infer<typeof unusual>;
export type NewColumn = z.infer<typeof newColumn>;
export type TableChange = z.infer<typeof table>;
export type BreakingKind = (typeof breakingKinds)[number];
export type Breaking = z.infer<typeof breaking>;
export type DatasetChange = z.infer<typeof dataset>;
export type Review = z.infer<typeof reviewSchema>;
