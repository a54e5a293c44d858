import type { ParquetWriteOptions } from "hyparquet-writer";
import { arePlainNumbers } from "../../../explore/plain-number.ts";
import type { Field } from "../../../schemas/data/table-schema.ts";
import { isOfType } from "../../../table/column/cell.ts";

type SchemaElement = NonNullable<ParquetWriteOptions["schema"]>[number];

/** What a column of a Parquet file holds. */
export type ParquetType = "BOOLEAN" | "DATE" | "DOUBLE" | "INT32" | "INT64" | "STRING";
export type ParquetColumn = {
  type: ParquetType;
  /** With how many decimals its numbers are written in the file, where that is fixed and they are to be written so again. */
  decimals?: number;
};

/** More decimals than a number can be written with. */
const mostDecimals = 20;
const isWhole32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;

/**
 * What a column is, by its field and by every cell that is not empty: text wherever one of them would not come back whole.
 * A moment stays text: Parquet keeps no offset from Greenwich.
 * @param exact must each cell come back letter for letter, as the explorer shows it; else a number may: 1.50 is 1.5
 */
export function parquetColumn(
  type: Field["type"],
  cells: readonly string[],
  exact: boolean,
): ParquetColumn {
  if (cells.length === 0) return { type: "STRING" };
  if (type === "date" && cells.every(isOfType.date)) return { type: "DATE" };
  if (type === "boolean" && cells.every((cell) => /^(true|false)$/.test(cell)))
    return { type: "BOOLEAN" };
  if (type === "integer" || type === "number" || type === "year")
    return (exact ? exactNumbers(cells) : plainNumbers(cells)) ?? { type: "STRING" };
  return { type: "STRING" };
}

/** Numbers that are written back as they stand, those with a fixed number of decimals too; nothing where one would not be. */
function exactNumbers(cells: readonly string[]): ParquetColumn | undefined {
  const decimals = (cells[0]?.split(".")[1] ?? "").length;
  if (decimals > mostDecimals) return undefined;
  let [whole, plain, fixed] = [true, true, true];
  for (const cell of cells) {
    const value = Number(cell);
    if (!Number.isFinite(value)) return undefined;
    plain &&= String(value) === cell;
    fixed &&= value.toFixed(decimals) === cell;
    if (!plain && !fixed) return undefined;
    whole &&= isWhole32(value);
  }
  if (plain) return { type: whole ? "INT32" : "DOUBLE" };
  return { type: "DOUBLE", decimals };
}

/** Numbers whose every digit a program keeps; nothing of codes with noughts before them, and of longer ones. */
function plainNumbers(cells: readonly string[]): ParquetColumn | undefined {
  if (!arePlainNumbers(cells)) return undefined;
  if (!cells.every((cell) => /^[+-]?\d+$/.test(cell))) return { type: "DOUBLE" };
  return { type: cells.every((cell) => isWhole32(Number(cell))) ? "INT32" : "INT64" };
}

/** A cell as its column holds it; nothing of an empty one. */
export function parquetValue(
  type: ParquetType,
  cell: string,
): string | number | bigint | boolean | Date | null {
  if (cell === "") return null;
  switch (type) {
    case "BOOLEAN":
      return cell === "true";
    case "DATE":
      return new Date(`${cell}T00:00:00Z`);
    case "DOUBLE":
    case "INT32":
      return Number(cell);
    case "INT64":
      return BigInt(cell.replace(/^\+/, ""));
    case "STRING":
      return cell;
  }
}

/** A column in a Parquet file's schema (parquet.apache.org/docs/file-format/types). */
export function schemaElement(
  name: string,
  type: ParquetType,
  repetition: "OPTIONAL" | "REQUIRED" = "OPTIONAL",
): SchemaElement {
  const common = { name, repetition_type: repetition };
  if (type === "STRING")
    return {
      ...common,
      type: "BYTE_ARRAY",
      converted_type: "UTF8",
      logical_type: { type: "STRING" },
    };
  if (type === "DATE")
    return { ...common, type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } };
  return { ...common, type };
}
