import { expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { renderInspectionJson, renderInspectionText } from "../../inspect/render.ts";
import { type LabelledColumn, peopleColumns } from "../../test/fixtures/people.ts";
import { publishedPeople } from "../../test/fixtures/published-people.ts";
import { sourceOf } from "../scan/encoding.ts";

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Everything a person or a program is shown of a table: findings, figures of columns, repairs. */
async function shown({ name, values, beside = [] }: LabelledColumn): Promise<string> {
  const columns = [{ name, values }, ...beside];
  // Each value twice: the frequent ones are shown as well.
  const lines = [...values, ...values].map((_, row) =>
    [String(row + 1), ...columns.map((column) => column.values[row % values.length] ?? "")]
      .map(quoted)
      .join(","),
  );
  const head = ["rowNumber", ...columns.map((column) => column.name)].map(quoted).join(",");
  const csv = `${[head, ...lines].join("\n")}\n`;
  const inspection = await inspectFile("people.csv", sourceOf(new TextEncoder().encode(csv)));
  const repairs = (await inspection.clean?.(() => {})) ?? [];
  return `${renderInspectionText(inspection, repairs, (rule) => rule)}${renderInspectionJson(inspection, repairs)}`;
}

const numbers = ["tax-number", "passport", "id-card", "unzr", "phone"];

test("nothing of a stopped column is shown as it stands", async () => {
  const leaks: string[] = [];
  const people = [0, 1] as const;
  for (const column of people.flatMap((half) => publishedPeople(half, 1))) {
    const text = await shown(column);
    const leaked = column.values.filter((value) => text.includes(value));
    if (leaked.length > 0) leaks.push(`${column.form}: ${leaked.length}`);
  }
  for (const column of peopleColumns(2).filter(({ kind }) => kind !== "none" && kind !== "mail")) {
    const text = await shown(column);
    const parts = column.values.flatMap((value) =>
      numbers.includes(column.kind)
        ? (value.match(/\d[\d\s().-]{6,}\d/g) ?? [])
        : (value.match(
            /\p{Lu}\p{L}+ \p{Lu}\p{L}+ \p{Lu}\p{L}+(?:вич|вна)|\p{Lu}\p{L}+ \p{Lu}\. \p{Lu}\./gu,
          ) ?? []),
    );
    const leaked = parts.filter((part) => text.includes(part));
    if (leaked.length > 0) leaks.push(`${column.kind}, ${column.name}: ${leaked.length}`);
  }
  expect(leaks).toEqual([]);
});
