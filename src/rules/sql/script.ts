import type { Dialect } from "./dialects/dialect.ts";
import { duckdb } from "./dialects/duckdb.ts";
import { spark } from "./dialects/spark.ts";
import { trino } from "./dialects/trino.ts";
import type { Statement } from "./statements.ts";

/** Every dialect that the checks are written in, by its name. */
export const dialects: Readonly<Record<"duckdb" | "spark" | "trino", Dialect>> = {
  duckdb,
  spark,
  trino,
};
export type DialectName = keyof typeof dialects;

/** A text in one line of a comment. */
const comment = (text: string): string => `-- ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}\n`;

/** Statements for a program that runs a file of SQL; what they leave out stands above them. */
export const renderScript = (
  statements: readonly Statement[],
  uncovered: readonly string[],
): string =>
  [
    uncovered.map(comment).join(""),
    ...statements.map(({ about, sql }) => `${comment(about)}${sql};\n`),
  ].join("\n");
