import { expect, test } from "vitest";
import { proseMarkdown } from "../published/blocks/markdown.ts";
import {
  csv,
  from,
  markdown,
  passport,
  review,
  rows,
  table,
  text,
} from "../test/fixtures/changed-portal.ts";
import { generatedPortal } from "../test/fixtures/generated-portal.ts";

const sets = (count: number, anew: (written: string, path: string) => string) =>
  Object.fromEntries(
    Object.entries(generatedPortal(count))
      .filter(([path]) => path.startsWith("data/datasets/"))
      .map(([path, written]) => [path, anew(written, path)]),
  );

test("the same change of twenty-two passports is told once, with the list of sets", () => {
  const result = from(
    generatedPortal(22),
    sets(22, (written) => written.replace("frequency: yearly", "frequency: monthly")),
  );
  const report = markdown(result);
  expect(report).toMatch(
    /^## Можна схвалити, якщо так і має бути: Однаково змінено паспорти 22 наборів\n\nУсього: 22 набори;/,
  );
  expect(report).toContain("`frequency`: `Щороку` → `Щомісяця`");
  expect(report.match(/Щомісяця/g)).toHaveLength(1);
  expect(report).toMatch(/набори: `stops-1, .*stops-22.*`/);
});

test("forty-one sets changed, each otherwise: totals on top, no more than 150 lines", () => {
  const report = markdown(
    from(
      generatedPortal(41),
      sets(41, (written, path) =>
        path.endsWith(".csv")
          ? written.replace(/\n.*\n$/, `\n9,${path.length}-${path},7\n`)
          : written.replace("frequency: yearly", `frequency: monthly\nnote: ${path}`),
      ),
    ),
  );
  expect(report.split("\n").length).toBeLessThanOrEqual(150);
  expect(report.split("\n")[2]).toMatch(
    /^Усього: 41 набір; рядків додано \d+, змінено \d+, вилучено \d+\.$/,
  );
});

test("rows lost: put them back comes first, a new version second", () => {
  const result = review({ [table]: csv(rows.slice(7)) });
  expect(result.fresh.map(({ rule, hint }) => [rule, hint])).toEqual([
    [
      "breaking-told",
      "Якщо рядки зникли випадково, поверніть їх: завантажте файл повністю. Якщо так і треба, дайте набору новішу версію (version) і напишіть, що в ній змінилося (versionNotes).",
    ],
  ]);
  expect(markdown(review({ [table]: csv(rows.slice(1)) }))).toContain(
    "якщо рядки зникли випадково, поверніть їх",
  );
});

test("a new set is its columns with titles, types and first rows; no cell of JSON, no empty row", () => {
  const report = markdown(
    review({
      "data/datasets/parks/datapackage.yaml": text.replace(/aliases: .*\n/, ""),
      "data/datasets/parks/stops.csv": csv(),
    }),
  );
  expect(report).toContain(
    "| `platforms` | `Кількість платформ` | `integer` | `20` | `3` | `1 … 3` | `1, 2, 3` |",
  );
  expect(report).toContain("| `1` | `Зупинка 1` | `1` |");
  expect(report).not.toMatch(/[{}[\]]"|\|\s+\|\s*\n/);
});

test("a column that came shows what it holds, and its passport rows are not told twice", () => {
  const report = markdown(
    review({
      [passport]: text.replace(
        "title: Кількість платформ }",
        "title: Кількість платформ }\n        - { name: note, type: string, title: Примітка }",
      ),
      [table]: csv(
        rows.map((row, at) => row.replace("\n", `,стан ${at % 3}\n`)),
        "id,name,platforms,note",
      ),
    }),
  );
  expect(report).toContain(
    "  - `note` «Примітка»: string, заповнено 20, різних 3; наприклад: `стан 0, стан 1, стан 2`",
  );
  expect(report).not.toContain("колонка note: name");
});

test("git that could not compare the code is no «nothing changed»", () => {
  const result = { ...review({}), verdict: "look" as const };
  const { code: _, ...unknown } = result;
  expect(markdown({ ...unknown, codeUnknown: "failed" })).toMatch(
    /^## Можна схвалити, якщо так і має бути: Не вдалося дізнатися, чи змінено код порталу/,
  );
});

test.each([
  ["ЄДРПОУ 02229239, договір", "ЄДРПОУ `02229239`, договір"],
  ["коміт deadbeefdeadbeef.", "коміт `deadbeefdeadbeef`."],
  [
    "«UA35040210000014072»: дивіться https://a.example/b?c",
    "«UA35040210000014072»: дивіться `https://a.example/b?c`",
  ],
  ["пишіть data@example.gov.ua, #12", "пишіть `data@example.gov.ua`, `#12`"],
])("what a person copies has no invisible character: %s", (given, written) => {
  expect(proseMarkdown(given)).toBe(written);
});
