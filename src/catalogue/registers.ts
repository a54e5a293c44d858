import type { MandatedItem, Registers } from "../model/catalogue.ts";
import type { Repository } from "../model/repository.ts";

/** Entries of every register, by file name. */
export const registersOf = ({ registers }: Repository): Registers =>
  Object.fromEntries(
    Object.entries(registers).map(([name, sources]) => [
      name,
      sources.map(({ id, file, value }) => ({ ...value, id, file })),
    ]),
  ) as unknown as Registers;

/** Rows of the table of mandated sets that the plan names. */
export function mandatedOf({ plan, datasets }: Repository): MandatedItem[] {
  const list = plan?.value.mandated;
  const source = datasets.find(({ id }) => id === list?.dataset);
  const index = source?.value.resources.findIndex(({ name }) => name === list?.resource);
  const table = source?.tables.find(({ resource }) => resource === index)?.table;
  if (!table) return [];
  const cell = (cells: readonly string[], column: string): string =>
    cells[table.header.indexOf(column)] ?? "";
  return table.rows.map(({ cells }) => ({
    code: cell(cells, "code"),
    category: cell(cells, "category"),
    title: cell(cells, "title"),
    everyone: cell(cells, "scope") === "усі розпорядники",
  }));
}
