import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../src/model/reports/fault.ts";
import { type Finding, hasErrors, printable } from "../src/model/reports/finding.ts";
import type { DatasetSource } from "../src/model/repository.ts";
import { renderFindingsText } from "../src/published/blocks/findings.ts";
import { readRepository } from "../src/read/repository.ts";
import { readTree } from "../src/read/tree.ts";
import { type Answered, findingsOf, type SetTable } from "../src/rules/sql/findings.ts";
import { type Found, locateTables } from "../src/rules/sql/locate.ts";
import { type AnswerRow, parseAnswers, unanswered } from "../src/rules/sql/rows.ts";
import { type DialectName, dialects, renderScript } from "../src/rules/sql/script.ts";
import { type Check, statementsOf } from "../src/rules/sql/statements.ts";
import { uncoveredLines } from "../src/rules/sql/uncovered.ts";
import { firstRecords } from "../src/table/scan/dialect.ts";
import { askTables, openDuckDb } from "./ask-duckdb.ts";
import { command, WrongCall } from "./command.ts";
import { openSource } from "./file-source.ts";

/** Beginning of a file in which its first line is looked for. */
const headerBytes = 1 << 18;

await command(
  {
    about:
      "Пише правила структури набору мовою SQL для таблиць, більших за один комп’ютер, і читає відповіді.",
    positionals: "НАБІР",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      dialect: {
        type: "string",
        value: "РУШІЙ",
        default: "duckdb",
        choices: ["duckdb", "spark", "trino"],
        about: "чиєю мовою писати",
      },
      at: {
        type: "string",
        value: "ДЕ",
        about:
          "де лежать таблиці, якщо не в теці набору: s3://відро/реєстр, для trino — каталог і схема (hive.open)",
      },
      run: { type: "boolean", about: "виконати в DuckDB і показати зауваження" },
      rows: {
        type: "string",
        value: "ФАЙЛ",
        about: "відповіді рушія (CSV з рядком назв): показати зауваження",
      },
      format: {
        type: "string",
        value: "ВИГЛЯД",
        default: "text",
        choices: ["text", "json"],
        about: "вигляд: text — файл SQL або звіт, json — для програм",
      },
    },
    code1: "із --run або --rows: у таблицях є помилки",
  },
  async ({ values, positionals }) => {
    const { run, rows: answered, at, format } = values;
    const name = values.dialect as DialectName;
    const dialect = dialects[name];
    if (run && name !== "duckdb")
      throw new WrongCall(
        "Виконати тут можна лише DuckDB; запити spark і trino виконує їхній рушій.",
      );
    if (run && answered !== undefined)
      throw new WrongCall("Або --run, або --rows: відповіді беруть з одного місця.");
    const root = resolve(values.root);
    const { dataset, site } = readDataset(root, positionals[0] ?? "");
    const { found, left } = locateTables(dataset, { root, at, namesTables: name === "trino" });
    if (found.length === 0)
      throw new WrongCall(`Таблиць зі структурою в наборі немає. ${left.join(" ")}`);

    const tell = (tables: readonly SetTable[], answers: Answered) => {
      const { findings, ...learned } = findingsOf(dataset, tables, answers);
      const profiles = profilesOf(learned);
      const uncovered = [...left, ...uncoveredLines(dialect, tables)];
      const helpOf = (rule: string) => `${site}/help/${rule}/`;
      process.stdout.write(
        format === "json"
          ? `${JSON.stringify({ findings, profiles, uncovered }, null, 1)}\n`
          : `${renderFindingsText(findings, helpOf)}${reportText(findings, profiles, uncovered)}`,
      );
      if (hasErrors(findings)) process.exitCode = 1;
    };

    if (run) {
      const db = await openDuckDb();
      try {
        const tables: SetTable[] = [];
        for (const one of found) tables.push({ ...one, columns: await db.columnsOf(one) });
        tell(tables, await askTables(db, tables));
      } finally {
        db.close();
      }
      return;
    }
    const tables = found.map((one) => ({ ...one, columns: columnsOf(root, one) }));
    const { prepare, checks } = statementsOf(dialect, tables);
    if (answered !== undefined) {
      const rows = parseAnswers(readFileSync(answered, "utf8"));
      refuseUnanswered(checks, rows);
      tell(tables, { rows });
      return;
    }
    const uncovered = [...left, ...uncoveredLines(dialect, tables)];
    process.stdout.write(
      format === "json"
        ? `${JSON.stringify({ prepare, checks, uncovered }, null, 1)}\n`
        : renderScript([...prepare, ...checks], uncovered),
    );
  },
);

/** One set's passport; its tables, which may be larger than this machine, are not read. */
function readDataset(root: string, given: string): { dataset: DatasetSource; site: string } {
  const id = given
    .replace(/^(?:\.\/)?data\/datasets\//, "")
    .replace(/\/+(?:datapackage\.yaml)?$/, "");
  const passport = `data/datasets/${id}/datapackage.yaml`;
  const tree = readTree(root);
  if (!tree.has(passport))
    throw new WrongCall(`Немає набору: ${id}. Набір називають його текою в data/datasets.`);
  const { datasets, problems, portal } = readRepository(
    new Map([...tree].filter(([path]) => path === passport || path === "data/portal.yaml")),
  );
  const [dataset] = datasets;
  if (!dataset || problems.some(({ place }) => place.file === passport))
    throw new Fault(`Паспорт ${passport} має помилки: спершу npm run validate -- ${id}`);
  return { dataset, site: portal?.value.site ?? "" };
}

/** Throws a Fault where answers to some checks are not there: of what nobody asked it cannot be said that it is clean. */
function refuseUnanswered(checks: readonly Check[], rows: readonly AnswerRow[]): void {
  const [first, ...more] = unanswered(checks, rows);
  if (!first) return;
  throw new Fault(
    `У файлі відповідей бракує відповідей: ${more.length + 1} із ${checks.length}; перша — на запит «${first.about}». Виконайте всі запити, які ця команда пише для набору, і збережіть усі відповіді в один файл.`,
  );
}

/** Names of a table's columns: of its file, where it lies here; else those of its structure, in their order. */
function columnsOf(root: string, { file, format, schema }: Found): string[] {
  const path = resolve(root, file);
  if (format !== "csv" || !existsSync(path)) return schema.fields.map(({ name }) => name);
  const source = openSource(path);
  const bytes = source.read(0, Math.min(source.byteLength, headerBytes)) as Uint8Array;
  const text = new TextDecoder().decode(bytes);
  source.close();
  return firstRecords(text, { delimiter: ",", newline: "\n" }, 1)[0] ?? [];
}

type Profiles = ReturnType<typeof profilesOf>;

/** What columns hold, by the resource's name; of a column of people only how many cells. */
function profilesOf({
  reports,
  answers,
}: Pick<ReturnType<typeof findingsOf>, "reports" | "answers">) {
  return Object.fromEntries(
    [...reports].map(([resource, { rows, columns }]) => {
      const profiles = columns.map(({ name, type, profile }, position) => {
        const { top: _, ...counted } = profile;
        const total = answers.get(resource)?.columns.get(position)?.profile?.total;
        // A mean is told where a sum may be.
        return { name, type, ...counted, ...(counted.mean === undefined ? {} : { sum: total }) };
      });
      return [resource, { rows, columns: profiles }];
    }),
  );
}

/** How many, what columns hold, what SQL did not see. */
function reportText(
  findings: readonly Finding[],
  profiles: Profiles,
  uncovered: readonly string[],
): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const tables = Object.entries(profiles).flatMap(([resource, { rows, columns }]) => [
    `\n${resource}: рядків — ${rows}\n`,
    ...columns.map(({ name, count, missing, distinct, minimum, maximum, sum }) => {
      const limits = minimum === undefined ? "" : `, від ${minimum} до ${maximum}`;
      const total = sum === undefined ? "" : `, сума ${sum}`;
      return printable(
        `  ${name}: значень — ${count - missing}, без значення — ${missing}, різних — ${distinct}${limits}${total}`,
      ).concat("\n");
    }),
  ]);
  return `\nПомилок: ${errors}. Попереджень: ${findings.length - errors}.\n${tables.join("")}\nЧого SQL не перевіряє або може сказати інакше:\n${uncovered
    .map((line) => `  – ${line}\n`)
    .join("")}`;
}
