import { z } from "zod";
import { breakingKinds, type Review } from "../model/review.ts";

const line = z.string().max(2000);
const count = z.number();
const lines = z.array(line).max(100_000);
const place = z.strictObject({
  file: line,
  sheet: line.optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});
const finding = z.strictObject({
  rule: z.string().regex(/^[a-z-]{1,60}$/),
  severity: z.enum(["error", "warning"]),
  place,
  message: z.string().max(5000),
  hint: z.string().max(5000),
});
const findings = z.array(finding).max(100_000);
const cell = z.strictObject({ column: line, before: line, after: line });
const rows = z.strictObject({
  count,
  shown: z
    .array(z.strictObject({ key: line, line: z.int(), cells: z.array(cell).max(2000) }))
    .max(100),
});
const fields = z.array(z.strictObject({ field: line, before: line, after: line })).max(100_000);
const move = z.strictObject({ from: line, to: line });
const table = z.strictObject({
  resource: line,
  file: line,
  matched: z.enum(["key", "cells", "none"]),
  same: z.enum(["order", "writing"]).optional(),
  before: count,
  after: count,
  removed: rows,
  changed: rows,
  added: rows,
  columns: z.strictObject({
    removed: lines,
    added: lines,
    renamed: z.array(move),
    retyped: z.array(z.strictObject({ column: line, from: line, to: line })),
    reordered: z.boolean(),
  }),
  totals: z.array(z.strictObject({ column: line, before: count, after: count })),
});
const dataset = z.strictObject({
  id: line,
  title: line,
  kind: z.enum(["new", "changed", "withdrawn", "restored", "renamed", "removed"]),
  from: line.optional(),
  withdrawn: z.strictObject({ date: line, reason: line, successor: line.optional() }).optional(),
  passport: fields,
  files: z.strictObject({ removed: lines, added: lines, renamed: z.array(move), changed: lines }),
  tables: z.array(table),
  breaking: z.array(
    z.strictObject({ kind: z.enum(breakingKinds), subject: line, detail: line, place }),
  ),
  told: z.boolean(),
  quality: z.strictObject({
    before: z.strictObject({ points: count, conforms: z.boolean() }).optional(),
    after: z
      .strictObject({ points: count, conforms: z.boolean(), missing: lines, failed: lines })
      .optional(),
  }),
});
const reviewSchema = z.strictObject({
  verdict: z.enum(["blocked", "look", "fine"]),
  fresh: findings,
  standing: findings,
  mended: findings,
  datasets: z.array(dataset).max(20_000),
  others: z.array(
    z.strictObject({ path: line, kind: z.enum(["added", "changed", "removed"]), fields }),
  ),
  code: lines.optional(),
  harvest: z.strictObject({ created: lines, updated: lines, deleted: lines }).optional(),
});

/** Bytes of a report that are read; a longer one is no report of this portal's. */
export const longestReport = 10_000_000;

/**
 * The report a check left behind → a review, or undefined where it is anything else. The check ran a stranger's change,
 * so its words are data: shaped by a strict schema here, escaped where they are shown.
 */
export function parseReport(text: string): Review | undefined {
  if (text.length > longestReport) return undefined;
  try {
    return reviewSchema.safeParse(JSON.parse(text)).data as Review | undefined;
  } catch {
    return undefined;
  }
}
