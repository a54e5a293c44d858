import { basename } from "node:path";

/** Who names every fault of a file with its place. */
const whoTells =
  "Усе, що в ньому не так, назве npm run validate, а про файл поза порталом — npm run table -- ФАЙЛ.";

/** What DuckDB 1.5 says of a CSV that it does not read → the same in Ukrainian. The line itself may name people: it is not told. */
const reasons: readonly [RegExp, (...parts: string[]) => string][] = [
  [
    /Expected Number of Columns: (\d+) Found: (\d+)/,
    (columns, cells) => `комірок — ${cells}, а колонок — ${columns}`,
  ],
  [/not utf-8|invalid unicode/i, () => "літери не в кодуванні UTF-8"],
  [/unterminated quote|quote should be followed/i, () => "лапки не закрито або після них є текст"],
  [/maximum line size|max_line_size/i, () => "рядок задовгий: мабуть, десь не закрито лапок"],
];

/** The file that DuckDB speaks of, by its name alone. */
const fileIn = (message: string): string => {
  const path =
    /^\s*file = (.+)$/m.exec(message)?.[1] ?? /match the pattern "(.+)"/.exec(message)?.[1];
  return path === undefined ? "" : ` ${basename(path.trim())}`;
};

/** A file without a sign in it has no columns to ask. */
export const emptyFileWords = (location: string): string =>
  `Файл ${basename(location)} порожній: у ньому немає навіть рядка назв. Покладіть на його місце таблицю.`;

/** DuckDB's refusal → a sentence of what is wrong and who tells where; what is no fault of a file stays in its words. */
export function duckDbWords(message: string): string {
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  if (line !== undefined) {
    const told = reasons
      .map(([pattern, words]) => ({ found: pattern.exec(message), words }))
      .find(({ found }) => found !== null);
    const reason = told
      ? told.words(...(told.found ?? []).slice(1))
      : "рядок не такий, як у файлах порталу";
    return `DuckDB не прочитав файлу${fileIn(message)}, рядок ${line}: ${reason}. ${whoTells}`;
  }
  if (/No files found that match the pattern/.test(message))
    return `Файлу${fileIn(message)} немає там, де його шукали: перевірте path у паспорті або --at.`;
  const [first = ""] = message.split("\n");
  return `DuckDB не виконав запиту: ${first}`;
}
