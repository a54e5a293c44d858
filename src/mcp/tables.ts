import { parseRecords } from "../explore/source/fetch-records.ts";
import { openDatabase, type SqlAnswer, type SqlComplaint } from "../explore/sql/database.ts";
import { askedRecords, type SqlTable } from "../explore/sql/table.ts";
import { sqlName, sqlTablesOf } from "../explore/sql/tables.ts";
import { speak } from "../i18n/translate.ts";
import type { Field } from "../schemas/data/table-schema.ts";
import type { Described, DescribedResource, Portal } from "./catalogue.ts";
import { Unread } from "./files.ts";
import { type Source, sha256Of, sourceOf, withdrawalOf } from "./sources.ts";
import { plain } from "./texts.ts";

/** Bytes of one table's CSV that are read, and of all tables that the engine holds at once. */
const mostOfTable = 60_000_000;
const mostHeld = 120_000_000;
/** Tables of one question. */
const mostAsked = 12;

/** A table of a set, as a query names it, and where its file lies. */
export type SetTable = {
  sql: SqlTable;
  resource: DescribedResource;
  set: Described;
  /** From the site's root. */
  path: string;
};
type Held = { source: Source; notes: string[]; bytes: number };

/**
 * Where a set's file lies on the portal, from the site's root; nothing of files elsewhere. A portal whose description
 * says otherwise of its own files is not followed to other places.
 */
function pathOf({ name, homepage }: Described, { path }: DescribedResource): string | undefined {
  if (/^[\w.-]+\.csv$/i.test(path) && !path.startsWith(".")) return `/dataset/${name}/${path}`;
  const site = homepage.replace(/\/dataset\/[^/]+\/$/, "");
  const own = path.startsWith(`${site}/`) ? path.slice(site.length) : "";
  return /^(\/[\w-]+)*\/[\w-]+\.csv$/i.test(own) ? own : undefined;
}

/** A set's tables that lie on the portal, named as they are on its page /sql/. */
export function tablesOf(set: Described): SetTable[] {
  const own = set.resources.flatMap((resource) => {
    const path = pathOf(set, resource);
    return resource.schema && path !== undefined && resource.name !== ""
      ? [{ resource, path, fields: resource.schema.fields, missing: resource.schema.missingValues }]
      : [];
  });
  const { tables } = sqlTablesOf(
    set.name,
    own.map(({ resource, path, fields, missing }) => ({
      name: resource.name,
      explored: {
        title: resource.title,
        src: path,
        rows: 0,
        headerRows: 1,
        missing,
        columns: fields.map(({ name, title = name, type }) => ({
          name,
          title,
          type: type as Field["type"],
          distinct: 0,
          missing: 0,
        })),
      },
    })),
    speak("uk"),
  );
  return own.flatMap(({ resource, path }, at) => {
    const sql = tables[at];
    return sql ? [{ sql, resource, set, path }] : [];
  });
}

/** The engine of the portal's page /sql/ over a portal's tables: each is read when it is first asked of, and kept. */
export function openTables(portal: Portal) {
  let database = openDatabase();
  const held = new Map<string, Held>();

  /** The tables a query names: by their names in it, whatever else stands there. */
  async function namedIn(sql: string): Promise<SetTable[]> {
    // What stands between apostrophes is a value, not a name.
    const named = sql.replace(/'(?:[^']|'')*'/g, " ").toLowerCase();
    const words = new Set(named.match(/\w+/g) ?? []);
    const sets = portal.sets.filter(({ id }) => {
      const name = sqlName(id);
      return [...words].some((word) => word === name || word.startsWith(`${name}__`));
    });
    const described = await Promise.all(sets.map(({ id }) => portal.describe(id)));
    return described.flatMap(tablesOf).filter(({ sql: { name } }) => words.has(name.toLowerCase()));
  }

  async function load(table: SetTable): Promise<Held> {
    const known = held.get(table.sql.name);
    if (known) return known;
    const { bytes, address } = await readTable(portal, table);
    const { records, headerRows } = recordsOf(table, bytes);
    const asked = askedRecords({ ...table.sql, headerRows }, records);
    const all = [...held.values()].reduce((sum, one) => sum + one.bytes, bytes.length);
    if (all > mostHeld) {
      database = openDatabase();
      held.clear();
    }
    try {
      (await database).load(asked.table, asked.rows);
    } catch (error) {
      throw new Unread(
        `Таблицю ${table.sql.name} не вдалося підготувати: ${(error as Error).message}.`,
      );
    }
    const withdrawn = withdrawalOf(table.set);
    const site = table.set.homepage.replace(/\/dataset\/[^/]+\/$/, "");
    const one: Held = {
      bytes: bytes.length,
      source: sourceOf(table.set, { resource: table.resource, address: site + address, bytes }),
      notes: [
        ...(withdrawn ? [`Набір ${table.set.name}: ${withdrawn}`] : []),
        ...(asked.texts.length > 0
          ? [
              speak("uk").t("sql.loadedText", {
                table: table.sql.name,
                columns: asked.texts.join(", "),
              }),
            ]
          : []),
        ...(table.set.note ? [`Примітка до набору ${table.set.name}: ${table.set.note}`] : []),
      ],
    };
    held.set(table.sql.name, one);
    return one;
  }

  return {
    /**
     * A query's answer and what it was counted from. Throws Unread where no table of the portal is named, or one is not read.
     * @param most rows; @param seconds that the engine may think
     */
    async ask(
      sql: string,
      most: number,
      seconds: number,
      tables?: SetTable[],
    ): Promise<{ answer: SqlAnswer | SqlComplaint; sources: Source[]; notes: string[] }> {
      const asked = tables ?? (await namedIn(sql));
      if (asked.length === 0)
        throw new Unread(
          "Запит не називає жодної таблиці порталу. Назви таблиць і колонок скаже describe_dataset: наприклад, trees_removed у наборі trees-removed.",
        );
      if (asked.length > mostAsked)
        throw new Unread(
          `Запит називає ${asked.length} таблиць, а разом можна спитати до ${mostAsked}. Поставте кілька запитів.`,
        );
      // Twice, where the engine was emptied in between: what did not fit together is refused by its own limit.
      for (const table of asked) await load(table);
      const read: Held[] = [];
      for (const table of asked) read.push(await load(table));
      const answer = (await database).query(sql, most, seconds);
      return {
        answer,
        sources: read.map(({ source }) => source),
        notes: [...new Set(read.flatMap(({ notes }) => notes))],
      };
    },
  };
}

/** A table's bytes: of its lasting address where the portal has the very version it describes, else of the last one. */
async function readTable(
  portal: Portal,
  { resource, set, path, sql }: SetTable,
): Promise<{ bytes: Uint8Array; address: string }> {
  const { bytes: size = 0 } = resource;
  if (size > mostOfTable)
    throw new Unread(
      `Таблиця ${sql.name} має ${Math.ceil(size / 1e6)} МБ, а тут читається до ${mostOfTable / 1e6} МБ. Її читає DuckDB частинами: SELECT … FROM read_parquet('${set.homepage}${resource.path.replace(/\.csv$/i, ".parquet")}').`,
    );
  const hash = resource.hash?.replace(/^sha256:/, "");
  const lasting = await portal.lasting(set.name, path.split("/").at(-1) ?? "");
  for (const address of [lasting, path]) {
    if (address === undefined) continue;
    const bytes = await portal.files(address, mostOfTable).catch((error) => {
      if (address === path || !(error instanceof Unread && error.missing)) throw error;
    });
    if (bytes && (hash === undefined || sha256Of(bytes) === hash)) return { bytes, address };
  }
  throw new Unread(
    `Файл ${path} не той, що в описі набору: портал саме оновлюється. Запустіть сервер знову й повторіть запит.`,
  );
}

/** A file's records; a second row of titles under the names is no data. */
function recordsOf({ resource, sql }: SetTable, bytes: Uint8Array) {
  let records: string[][];
  try {
    records = parseRecords(new TextDecoder().decode(bytes), 0);
  } catch (error) {
    throw new Unread(
      `Таблицю ${sql.name} не прочитано як CSV: ${plain((error as Error).message)}.`,
    );
  }
  const titles = resource.schema?.fields.map(({ title, name }) => title ?? name) ?? [];
  const names = resource.schema?.fields.map(({ name }) => name) ?? [];
  const isTitled =
    titles.some((title, at) => title !== names[at]) &&
    records[1]?.every((cell, at) => plain(cell) === titles[at]) === true;
  const headerRows = isTitled ? 2 : 1;
  return { records: records.slice(headerRows), headerRows };
}
