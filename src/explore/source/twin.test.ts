import { describe, expect, test } from "vitest";
import { previewOf } from "../../catalogue/build-dataset.ts";
import { renderLargeParquet } from "../../published/tables/parquet/parquet.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { readRows, readTable } from "../../table/read-table.ts";
import { column } from "../../test/fixtures/explored-columns.ts";
import { createEngine } from "../engine.ts";
import { emptyView } from "../view.ts";
import { largeSource } from "./large-source.ts";
import { type RowIndex, readRowIndex } from "./row-index.ts";

describe("the twin of a large table", () => {
  const field = (name: string, type: Field["type"], title = name): Field => ({
    name,
    type,
    title,
    constraints: {},
  });
  async function twinOf(text: string, fields: Field[]) {
    const csv = new TextEncoder().encode(text);
    const report = readTable(csv, { form: "published", fields });
    const schema = { fields, missingValues: [""], foreignKeys: [] };
    const table = { header: report.columns.map(({ name }) => name), rows: readRows(csv, report) };
    const preview = previewOf(table, schema, report);
    const { parquet, index } = renderLargeParquet(table, preview, [""], csv);
    const part = (bytes: Uint8Array) => async (from: number, to: number) =>
      new Uint8Array(bytes.slice(from, to)).buffer;
    const source = await largeSource(
      { csv: part(csv), parquet: part(parquet) },
      readRowIndex(new Uint8Array(index).buffer) as RowIndex,
      fields.map(({ name }) => name),
      [""],
    );
    const columns = fields.map(({ name, type }) => column(name, type, { distinct: 1000 }));
    return createEngine(source, columns);
  }

  test("takes a text with a point and a hundred letters after it for a text", async () => {
    const long = `Дерево аварійне. Потребує ${"обстеження ".repeat(20).trim()}`;
    const engine = await twinOf(`id,note\n1,${long}\n`, [
      field("id", "integer"),
      field("note", "string"),
    ]);
    expect(await engine.row(1)).toEqual(["1", long]);
  });

  test("is made of a table with names and titles above its rows", async () => {
    const engine = await twinOf("id,name\nНомер,Назва\n1,Перша\n2,Друга\n", [
      field("id", "integer", "Номер"),
      field("name", "string", "Назва"),
    ]);
    expect(await engine.row(2)).toEqual(["2", "Друга"]);
  });

  test("keeps codes as text: they are found by their zeros and stand in the order of text", async () => {
    const engine = await twinOf("kved\n47.10\n10.60\n10.13\n", [field("kved", "string")]);
    const kveds = async (view: object) =>
      (await engine.page({ ...emptyView, ...view })).rows.map(({ cells }) => cells[0]);
    expect(await kveds({ filters: { kved: { kind: "text", text: ".60" } } })).toEqual(["10.60"]);
    expect(await kveds({ sort: { column: "kved", down: false } })).toEqual([
      "10.13",
      "10.60",
      "47.10",
    ]);
    expect((await engine.values("kved")).map(({ value }) => value)).toContain("10.60");
  });
});
