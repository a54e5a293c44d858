import { expect, test } from "vitest";
import { parse } from "yaml";
import { readTable } from "../table/read-table.ts";
import { fieldsBlock } from "./tables/columns/fields-block.ts";

test("columns become lines that YAML reads back as they stood, whatever they are called", () => {
  const names = [
    "zone",
    "Назва вулиці",
    "no",
    "null",
    "a: b",
    "№ п/п",
    "x #y",
    "-1",
    "2024",
    '"q"',
  ];
  const csv = `${names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",")}\n${names.map(() => "5").join(",")}\n`;
  const { columns } = readTable(new TextEncoder().encode(csv), { form: "published" });
  const block = fieldsBlock(columns).join("\n");
  expect(parse(`fields:\n${block}\n`)).toEqual({
    fields: names.map((name) => ({ name, type: "integer", title: name })),
  });
  expect(block.split("\n")[1]).toBe(
    "        - { name: Назва вулиці, type: integer, title: Назва вулиці }",
  );
});
