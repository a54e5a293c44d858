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
  where,
  sort: z.enum(["x", "value"]).default("x"),
  limit: z.coerce.number().int().min(1).max(10_000).optional(),
  divideBy: positive,
  unit: text.optional(),
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
  })
  .refine(({ of, column }) => (of === "rows") === (column === undefined));

export type ChartQuery = z.infer<typeof chartQuerySchema>;
export type FigureQuery = z.infer<typeof figureQuerySchema>;
