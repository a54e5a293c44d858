import { z } from "zod";
import { text } from "../text.ts";

/** «column=value», several by «;»: rows where every one holds. */
const where = z
  .string()
  .regex(/^[^=;]+=[^=;]*(;[^=;]+=[^=;]*)*$/)
  .transform((written) =>
    written.split(";").map((part) => {
      const [column = "", value = ""] = part.split("=");
      return { column: column.trim(), value: value.trim() };
    }),
  )
  .optional();

/** Names in a row, «Видалено;Висаджено». */
const names = z
  .string()
  .transform((written) => written.split(";").map((name) => name.trim()))
  .optional();

const positive = z.coerce.number().min(1e-6).max(1e12).default(1);

/** Attributes of <Chart dataset="…" x="…" …/>: a question to a table. Without `y` rows are counted. */
export const chartQuerySchema = z.strictObject({
  dataset: z.string(),
  resource: z.string().optional(),
  title: text,
  kind: z.enum(["bar", "line"]),
  x: z.string(),
  y: z
    .string()
    .transform((written) => written.split(",").map((name) => name.trim()))
    .optional(),
  /** Dates brought to years or months, months of all years laid over each other, addresses to streets. */
  per: z.enum(["year", "month", "street"]).optional(),
  /** A column each of whose values is a series of its own, or the years of a column of months or days, side by side. */
  by: z.string().optional(),
  /** Each label's parts in per cent of their sum, or each series in per cent of its first value. */
  as: z.enum(["share", "index"]).optional(),
  /** Other tables on the same chart: «trees-planted:datePlanted:quantityFact», several by «;»; without a third word rows are counted. */
  and: z
    .string()
    .regex(/^[^:;]+(:[^:;]+){1,2}(;[^:;]+(:[^:;]+){1,2})*$/)
    .transform((written) =>
      written.split(";").map((part) => {
        const [dataset = "", x = "", y] = part.split(":").map((word) => word.trim());
        return { dataset, x, ...(y === undefined ? {} : { y }) };
      }),
    )
    .optional(),
  /** What the series of `and` are called, its own first, «Видалено;Висаджено»; else as their sets are. */
  names,
  finding: text.optional(),
  where,
  sort: z.enum(["x", "value"]).default("x"),
  limit: z.coerce.number().int().min(1).max(10_000).optional(),
  divideBy: positive,
  unit: text.optional(),
  /** The writer's words in English, for readers of /en/: the title, and what else is written. */
  en: text.optional(),
  enNames: names,
  enFinding: text.optional(),
  enUnit: text.optional(),
});

/** Attributes of <Figure dataset="…" of="…" …/>: one number of a table. */
export const figureQuerySchema = z
  .strictObject({
    dataset: z.string(),
    resource: z.string().optional(),
    of: z.enum(["rows", "sum", "mean", "minimum", "maximum"]),
    column: z.string().optional(),
    where,
    divideBy: positive,
    unit: text.optional(),
    label: text,
    /** The label and the unit in English. */
    en: text.optional(),
    enUnit: text.optional(),
  })
  .refine(({ of, column }) => (of === "rows") === (column === undefined));

export type ChartQuery = z.infer<typeof chartQuerySchema>;
export type FigureQuery = z.infer<typeof figureQuerySchema>;
