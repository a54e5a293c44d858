import { z } from "zod";
import type { SqlAnswer, SqlComplaint } from "../explore/sql/database.ts";
import { hintOf } from "../explore/sql/hint.ts";
import { speak } from "../i18n/translate.ts";
import { frequencies } from "../vocabularies/dcat/frequencies.ts";
import type { Described, Listed } from "./catalogue.ts";
import { Unread } from "./files.ts";
import type { FoundSets } from "./search.ts";
import { type Source, sourceLine, sourceOf, sourceSchema, withdrawalOf } from "./sources.ts";
import { tablesOf } from "./tables.ts";
import { markdownTable, plain } from "./texts.ts";

/** Letters of an answer's table: more would fill what a model remembers, and be read by nobody. */
const mostLetters = 60_000;

const value = z.union([z.string(), z.number(), z.null()]);
export const rowsSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(value)),
  complete: z.boolean().describe("false: рядків більше, ніж показано"),
  notes: z.array(z.string()).describe("Застереження, без яких числа можна зрозуміти хибно"),
  check: z.string().describe("Той самий запит на сторінці порталу, щоб перевірити в браузері"),
  sources: z.array(sourceSchema),
});
export type RowsAnswer = z.infer<typeof rowsSchema>;

/** An answer of the engine, with what it was counted from. Throws Unread of a query that it does not answer. */
export function rowsAnswer(
  sql: string,
  {
    answer,
    sources,
    notes,
  }: { answer: SqlAnswer | SqlComplaint; sources: Source[]; notes: string[] },
  seconds: number,
): RowsAnswer {
  if ("error" in answer) throw new Unread(complaintOf(answer, seconds));
  const rows: RowsAnswer["rows"] = [];
  let letters = 0;
  for (const found of answer.rows) {
    const row = found.map((cell) =>
      typeof cell === "number" || cell === null ? cell : plain(String(cell), 2000),
    );
    letters += JSON.stringify(row).length;
    if (letters > mostLetters) break;
    rows.push(row);
  }
  return {
    columns: answer.columns.map((name) => plain(name, 200)),
    rows,
    complete: !answer.more && rows.length === answer.rows.length,
    notes,
    check: checkAddress(sql, sources),
    sources,
  };
}

/** What SQLite says of a query, and what to do. */
function complaintOf({ error, interrupted }: SqlComplaint, seconds: number): string {
  const speech = speak("uk");
  if (interrupted) return speech.t("sql.interrupted", { seconds });
  if (/not authorized|authoriz/.test(error))
    return "Тут можна лише питати: SELECT. Таблиць порталу запит не змінює.";
  const hint = hintOf(error, speech);
  return `${speech.t("sql.error", { message: plain(error, 500) })}. ${hint} Назви таблиць і колонок скаже describe_dataset.`.replace(
    / {2,}/g,
    " ",
  );
}

/** The portal's own page with the query in it. */
function checkAddress(sql: string, sources: readonly Source[]): string {
  const site = sources[0]?.page.replace(/\/dataset\/[^/]+\/$/, "") ?? "";
  const query = new URLSearchParams(
    [...new Set(sources.map(({ dataset }) => dataset))].map((id) => ["data", id]),
  );
  query.set("sql", sql);
  return `${site}/sql/?${query}`;
}

/** The same as a text to read. */
export function rowsText(answer: RowsAnswer): string {
  const { columns, rows, complete, notes, check, sources } = answer;
  const count = speak("uk").count("rows", rows.length);
  return [
    rows.length === 0 ? "Жодного рядка." : markdownTable(columns, rows),
    complete
      ? `${count}, це вся відповідь на запит.`
      : `Показано перші рядки: ${rows.length}. Це не вся відповідь, і рахувати за нею не можна: звузьте запит (WHERE), згрупуйте (GROUP BY, count, sum) або візьміть наступні рядки (LIMIT … OFFSET …).`,
    ...notes,
    "Джерела:",
    ...sources.map((source) => `- ${sourceLine(source)}`),
    `Перевірити в браузері: ${check}`,
  ].join("\n\n");
}

const columnSchema = z.object({
  name: z.string(),
  type: z.string(),
  title: z.string(),
  description: z.string(),
});
export const describedSchema = z.object({
  source: sourceSchema,
  description: z.string(),
  note: z.string(),
  frequency: z.string(),
  tables: z.array(
    z.object({
      table: z.string().describe("Назва таблиці в запитах SQL"),
      title: z.string(),
      bytes: z.number(),
      columns: z.array(columnSchema),
    }),
  ),
  elsewhere: z
    .array(z.object({ title: z.string(), address: z.string() }))
    .describe("Файли, яких тут не прочитати: не таблиці або лежать не на порталі"),
});
export type DescribedAnswer = z.infer<typeof describedSchema>;

/** A set as its reader needs it: what it is about, what its columns mean, what can be asked. */
export function describedAnswer(set: Described): DescribedAnswer {
  const tables = tablesOf(set);
  const read = new Set(tables.map(({ resource }) => resource));
  const { frequency = "" } = set;
  return {
    source: sourceOf(set),
    description: set.description ?? "",
    note: set.note ?? "",
    frequency:
      frequency in frequencies ? frequencies[frequency as keyof typeof frequencies].uk : frequency,
    tables: tables.map(({ sql, resource }) => ({
      table: sql.name,
      title: resource.title,
      bytes: resource.bytes ?? 0,
      columns: (resource.schema?.fields ?? []).map(({ name, type, title, description }) => ({
        name: plain(name, 200),
        type,
        title: title ?? name,
        description: description ?? "",
      })),
    })),
    elsewhere: set.resources
      .filter((one) => !read.has(one))
      .map(({ title, path }) => ({ title, address: plain(path, 500) })),
  };
}

export function describedText(answer: DescribedAnswer): string {
  const { source, description, note, frequency, tables, elsewhere } = answer;
  return [
    `# ${source.title}`,
    source.withdrawn ?? "",
    description,
    note === "" ? "" : `Примітка: ${note}`,
    frequency === "" ? "" : `Оновлення: ${frequency}.`,
    ...tables.map(
      ({ table, title, bytes, columns }) =>
        `## Таблиця ${table}: ${title} (${speak("uk").size(bytes)})\n\n${markdownTable(
          ["name", "type", "title", "description"],
          columns.map((column) => [column.name, column.type, column.title, column.description]),
        )}`,
    ),
    tables.length === 0 ? "Таблиць, які можна спитати, у наборі немає." : "",
    elsewhere.length === 0
      ? ""
      : `Інші файли:\n${elsewhere.map(({ title, address }) => `- ${title}: ${address}`).join("\n")}`,
    `Джерело: ${sourceLine(source)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const facetSchema = z.array(z.object({ value: z.string(), title: z.string(), count: z.number() }));
export const foundSchema = z.object({
  found: z.number(),
  datasets: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      publisher: z.string(),
      modified: z.string(),
      licence: z.string(),
      formats: z.array(z.string()),
      page: z.string(),
    }),
  ),
  withdrawn: z
    .array(z.object({ id: z.string(), title: z.string(), told: z.string() }))
    .describe("Вилучені набори, де є всі ці слова: коли, чому, що замість"),
  note: z.string(),
  facets: z.object({ publisher: facetSchema, theme: facetSchema, format: facetSchema }),
});
export type FoundAnswer = z.infer<typeof foundSchema>;

export function foundAnswer(
  { sets, withdrawn, takenFor, partial, facets }: FoundSets,
  limit: number,
): FoundAnswer {
  return {
    found: sets.length,
    datasets: sets.slice(0, limit).map((set: Listed) => ({
      id: set.id,
      title: set.title,
      publisher: set.publisherTitle,
      modified: set.modified?.slice(0, 10) ?? "",
      licence: set.licence ?? "",
      formats: set.formats,
      page: set.page,
    })),
    withdrawn: withdrawn.map(({ set: { id, title, status }, described }) => ({
      id,
      title,
      told: withdrawalOf(described ?? { status }) ?? "",
    })),
    note: [
      ...takenFor.map(
        ({ typed, word }) => `Слова «${typed}» на порталі немає: показано за словом «${word}».`,
      ),
      partial && sets.length > 0
        ? "Усіх слів разом немає ніде: ось набори, де є більшість із них."
        : "",
      sets.length === 0
        ? "Нічого не знайдено: спробуйте інші слова або приберіть умови; набору може й не бути."
        : "",
    ]
      .filter((part) => part !== "")
      .join(" "),
    facets,
  };
}

export function foundText({ found, datasets, withdrawn, note, facets }: FoundAnswer): string {
  const listed = (title: string, values: FoundAnswer["facets"]["theme"]) =>
    values.length === 0
      ? ""
      : `${title}: ${values.map((one) => `${one.title} [${one.value}] ${one.count}`).join("; ")}`;
  return [
    `${speak("uk").count("datasets", found)}${found > datasets.length ? `, показано ${datasets.length}` : ""}.`,
    note,
    datasets
      .map(
        (set) =>
          `- ${set.id}: ${set.title}. ${set.publisher}; змінено ${set.modified || "невідомо коли"}; ліцензія ${set.licence || "не вказана"}; ${set.formats.join(", ") || "без файлів"}; ${set.page}`,
      )
      .join("\n"),
    withdrawn.length === 0
      ? ""
      : `Вилучено:\n${withdrawn.map(({ id, title, told }) => `- ${id}: ${title}. ${told}`).join("\n")}`,
    listed("Розпорядники", facets.publisher),
    listed("Теми", facets.theme),
    listed("Формати", facets.format),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
