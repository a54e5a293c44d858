import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { measuredPersonal } from "../../rules/tables/cells/personal-data.ts";
import { type LabelledColumn, peopleColumns } from "../../test/fixtures/people.ts";
import { realFiles } from "../../test/fixtures/real-files.ts";
import { readTable } from "../read-table.ts";
import { sourceOf } from "../scan/encoding.ts";

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Kinds found in the labelled column, whatever else stands beside it. */
function kindsIn(column: LabelledColumn): string[] {
  const columns = [column, ...(column.beside ?? [])];
  const lines = [
    ["rowNumber", ...columns.map(({ name }) => name)],
    ...column.values.map((_, row) => [
      String(row + 1),
      ...columns.map(({ values }) => values[row] ?? ""),
    ]),
  ];
  const csv = lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
  const report = readTable(new TextEncoder().encode(csv), { form: "any" });
  return report.columns[1]?.personal.map(({ kind }) => kind) ?? [];
}

test("personal data are found by column, as well as the help page says", () => {
  const columns = peopleColumns(20);
  const people = columns.filter(({ kind }) => kind !== "none");
  const alike = columns.filter(({ kind }) => kind === "none");
  const missed = people.filter((column) => !kindsIn(column).includes(column.kind));
  const alarms = alike.filter((column) => kindsIn(column).length > 0);
  expect(alarms).toEqual([]);
  expect([...new Set(missed.map(({ kind, name }) => `${kind}: ${name}`))]).toEqual([]);
  expect({
    people: people.length,
    found: people.length - missed.length,
    alike: alike.length,
    falseAlarms: alarms.length,
  }).toEqual({
    people: measuredPersonal.people,
    found: measuredPersonal.found,
    alike: measuredPersonal.alike,
    falseAlarms: measuredPersonal.falseAlarms,
  });
});

test.skipIf(realFiles.length === 0)(
  "the real files alarm as rarely as the help page says",
  async () => {
    let realColumns = 0;
    let realErrors = 0;
    let realWarnings = 0;
    for (const { name, path } of realFiles) {
      const { report } = await inspectFile(name, sourceOf(await readFile(path)));
      for (const { personal } of report?.columns ?? []) {
        realColumns++;
        if (personal.some(({ severity }) => severity === "error")) realErrors++;
        else if (personal.length > 0) realWarnings++;
      }
    }
    expect({ realColumns, realErrors, realWarnings }).toEqual({
      realColumns: measuredPersonal.realColumns,
      realErrors: measuredPersonal.realErrors,
      realWarnings: measuredPersonal.realWarnings,
    });
  },
);
