import { afterAll, expect, test } from "vitest";
import { openDuckDb } from "../../../scripts/ask-duckdb.ts";
import { openWorkshop } from "../../test/fixtures/asked-of-sql.ts";
import { duckdb } from "./dialects/duckdb.ts";

const workshop = await openWorkshop(openDuckDb);
afterAll(() => workshop.close());

/** What the person who asked DuckDB of a file is told. */
async function told(bytes: string | Uint8Array): Promise<string> {
  const location = workshop.write("stops.csv", bytes);
  try {
    const columns = await workshop.db.columnsOf({ location, format: "csv" });
    const { from } = duckdb.source({ name: "stops", location, format: "csv", columns });
    await workshop.db.ask(`SELECT * FROM ${from}`);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

const whoTells =
  "Усе, що в ньому не так, назве npm run validate, а про файл поза порталом — npm run table -- ФАЙЛ.";
const cp1251 = Uint8Array.from(
  [..."id,name\n1,"].map((sign) => sign.charCodeAt(0)).concat(207, 240),
);

test.each<[string, string | Uint8Array, string]>([
  ["a whole table", "id,name\n1,Вокзал\n", ""],
  [
    "nothing at all",
    "",
    "Файл stops.csv порожній: у ньому немає навіть рядка назв. Покладіть на його місце таблицю.",
  ],
  [
    "a ragged row",
    "id,name\n1,Вокзал\n2\n",
    `DuckDB не прочитав файлу stops.csv, рядок 3: комірок — 1, а колонок — 2. ${whoTells}`,
  ],
  [
    "letters of Windows",
    cp1251,
    `DuckDB не прочитав файлу stops.csv, рядок 2: літери не в кодуванні UTF-8. ${whoTells}`,
  ],
  [
    "a quote that stays open",
    'id,name\n1,"Вокзал\n',
    `DuckDB не прочитав файлу stops.csv, рядок 2: лапки не закрито або після них є текст. ${whoTells}`,
  ],
  [
    "text behind a quote",
    'id,name\n1,"Вокзал" і "Центр\n',
    `DuckDB не прочитав файлу stops.csv, рядок 2: лапки не закрито або після них є текст. ${whoTells}`,
  ],
])("a file that DuckDB does not read is told of in words: %s", async (_, bytes, words) => {
  expect(await told(bytes)).toBe(words);
});

test("a file that is not there", async () => {
  const asked = workshop.db.columnsOf({ location: `${workshop.folder}/none.csv`, format: "csv" });
  await expect(asked).rejects.toThrow(
    "Файлу none.csv немає там, де його шукали: перевірте path у паспорті або --at.",
  );
});
