import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { measuredPublished } from "../../rules/tables/cells/personal-data.ts";
import type { LabelledColumn } from "../../test/fixtures/people.ts";
import { columnsOf, publishedInnocent } from "../../test/fixtures/published-innocent.ts";
import { type Half, publishedPeople } from "../../test/fixtures/published-people.ts";
import { realFiles } from "../../test/fixtures/real-files.ts";
import { readTable } from "../read-table.ts";
import { firstRecords } from "../scan/dialect.ts";

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const severityOf = ({ name, values }: LabelledColumn): "error" | "warning" | "none" => {
  const lines = [
    `id,${quoted(name)}`,
    ...values.map((value, row) => `${row + 1},${quoted(value)}`),
  ];
  const { columns } = readTable(new TextEncoder().encode(`${lines.join("\n")}\n`), { form: "any" });
  const found = columns[1]?.personal ?? [];
  return found.some(({ severity }) => severity === "error")
    ? "error"
    : found.length > 0
      ? "warning"
      : "none";
};

/** Columns of real tables that hold names of places and things, under a name that says nothing. */
const realLists: [file: string, column: number][] = [
  ["kyiv-reiestr-vulyts-2020.csv", 2],
  ["adresy.csv", 0],
  ["heohrafichni-nazvy-kirovohradska.csv", 1],
  ["heohrafichni-nazvy-kirovohradska.csv", 2],
  ["pereimenovani-naseleni-punkty-2017.csv", 1],
  ["pereimenovani-naseleni-punkty-2017.csv", 2],
  ["katottg-koatuu-vidpovidnist-BOM.csv", 3],
  ["ternopil-blahodiina-dopomoha.csv", 1],
];
const realColumns = (half: Half): LabelledColumn[] =>
  realLists.flatMap(([file, column]) => {
    const path = realFiles.find(({ name }) => name.endsWith(file))?.path;
    if (!path) return [];
    const text = readFileSync(path, "utf8");
    const delimiter = (text.split("\n")[0] ?? "").includes(";") ? ";" : ",";
    const records = firstRecords(text, { delimiter, newline: "\n" }, 4000);
    return columnsOf(
      "name",
      records.slice(1).map((cells) => (cells[column] ?? "").trim()),
      half,
    );
  });

test.each([0, 1] as const)("published names and things, half %i", (half) => {
  const people = publishedPeople(half, 5).map((column) => ({
    ...column,
    said: severityOf(column),
  }));
  const innocent = [...publishedInnocent(half), ...realColumns(half)].map((column) => ({
    ...column,
    said: severityOf(column),
  }));
  const stopped = people.filter(({ said }) => said === "error").length;
  const alarms = innocent.filter(({ said }) => said === "error");
  const share = (stopped / people.length) * 100;
  process.stdout.write(
    `Персональні дані, ${half === 0 ? "перша" : "друга"} половина імен: зупинено ${stopped} колонок людей з ${people.length} (${share.toFixed(1)} %), хибно — ${alarms.length} з ${innocent.length}.\n`,
  );
  if (half === 0 && process.env.SHOW_MISSED) {
    const missed = people.filter(({ said }) => said !== "error");
    for (const { form, name, said, values } of missed)
      console.log(form, name, said, values.slice(0, 6));
    for (const { name, said, values } of innocent.filter(({ said }) => said !== "none"))
      console.log("ALARM", name, said, values.slice(0, 30).join(" | "));
  }
  expect(stopped).toBeGreaterThanOrEqual(people.length * 0.97);
  expect(alarms.length).toBeLessThanOrEqual(innocent.length * 0.01);
  if (half === 1)
    expect({ people: people.length, stopped, alarms: alarms.length }).toEqual({
      people: measuredPublished.people,
      stopped: measuredPublished.stopped,
      alarms: measuredPublished.alarms,
    });
});
