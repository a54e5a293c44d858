import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Submission } from "../submission.ts";
import { answererOf, questionsOf, templatePath, toChange } from "./change.ts";
import { letterOf } from "./letter.ts";
import { uploadPages } from "./upload-page.ts";
import { nameOf, titleOf } from "./words.ts";

const bytes = new TextEncoder().encode("id\n1\n");
const submission: Submission = {
  kind: "dataset-update",
  id: "stops",
  title: "Зупинки",
  files: new Map([
    ["data/datasets/stops/stops.csv", bytes],
    ["data/datasets/stops/old.csv", undefined],
  ]),
  base: "a".repeat(40),
  note: "Додано зупинку, дякую @council.\nЗа наказом.",
};
const template = readFileSync(join(import.meta.dirname, "../../..", templatePath), "utf8");

describe("a request", () => {
  test("asks what the portal's template asks", () => {
    expect(questionsOf(template)).toEqual([
      "Персональних даних немає, або в паспорті вказано закон і статтю, які дають право їх оприлюднити.",
      "Якщо колонку вилучено, перейменовано чи змінено її тип — у паспорті нова version і versionNotes.",
      "Звіт у коментарі нижче прочитано.",
    ]);
  });

  test("leaves to the person what neither the page answers nor a report that is yet to come", () => {
    expect(questionsOf(template).map(answererOf)).toEqual(["person", "page", "nobody"]);
    expect(answererOf("Звітність перевірено.")).toBe("person");
  });

  test("is the template with the person's words and answers", () => {
    const change = toChange(submission, {
      day: "2026-11-29",
      template,
      answers: [true, true, false],
    });
    expect(change).toMatchObject({
      name: "dataset-update-stops-2026-11-29",
      title: "Оновлення набору: Зупинки",
      message: "Оновлення набору: Зупинки\n\nДодано зупинку, дякую @council.\nЗа наказом.",
      files: submission.files,
      base: submission.base,
    });
    expect(change.body).toBe(`Що змінено і звідки дані:

Додано зупинку, дякую \`@council\`.

За наказом.

- \`data/datasets/stops/old.csv\` — вилучити
- \`data/datasets/stops/stops.csv\`

- [x] Персональних даних немає, або в паспорті вказано закон і статтю, які дають право їх оприлюднити.
- [x] Якщо колонку вилучено, перейменовано чи змінено її тип — у паспорті нова \`version\` і \`versionNotes\`.
- [ ] Звіт у коментарі нижче прочитано.
`);
  });

  test("without a template and a note says what it is about; words without end are cut", () => {
    const { note: _, base: __, ...bare } = submission;
    const change = toChange({ ...bare, title: "Зупинки" }, { day: "2026-11-29" });
    expect(change.body.startsWith("Зупинки\n\n- `data/")).toBe(true);
    expect(change.message).toBe("Оновлення набору: Зупинки");
    expect(change).not.toHaveProperty("base");
    const long = toChange(
      { ...submission, note: "ж".repeat(99_000), title: "ї".repeat(999) },
      { day: "2026-11-29", template },
    );
    expect(long.body.length).toBeLessThan(65_536);
    expect(Array.from(long.title)).toHaveLength(200);
  });

  test("its branch has a name that any system takes", () => {
    expect(nameOf({ kind: "register-entry", id: "events/День міста 2026" }, "2026-11-29")).toBe(
      "register-entry-events-2026-2026-11-29",
    );
    expect(nameOf({ kind: "entry", id: "---" }, "2026-11-29")).toBe("entry-2026-11-29");
    expect(titleOf({ kind: "entry", title: "а\n б" })).toBe("Новина або дашборд: а б");
  });
});

describe("a letter", () => {
  const to = { mailbox: "data@example.gov.ua", archive: "dataset-update-stops-2026-11-29.zip" };
  const sentBy = (address: string) => new URLSearchParams(address.slice(address.indexOf("?")));

  test("is whole where it fits", () => {
    const letter = letterOf({ ...submission, note: "Додано." }, to);
    expect(letter.cut).toBe(false);
    expect(letter.address.startsWith("mailto:data@example.gov.ua?subject=%D0%9E")).toBe(true);
    expect(sentBy(letter.address).get("subject")).toBe("Оновлення набору: Зупинки");
    expect(sentBy(letter.address).get("body")?.replaceAll("\r\n", "\n")).toBe(letter.body);
    expect(letter.body).toBe(`Добрий день!

Прошу внести зміну до порталу відкритих даних.
Оновлення набору: Зупинки (stops)
Файли:
  data/datasets/stops/old.csv (вилучити)
  data/datasets/stops/stops.csv

Додано.

Архів dataset-update-stops-2026-11-29.zip додаю.`);
  });

  test.each<[what: string, changed: Partial<Submission>]>([
    ["a long note", { note: "Пояснення 📎 ".repeat(500) }],
    ["a long title", { title: "Перелік ".repeat(100), note: "" }],
    [
      "many files",
      {
        files: new Map(
          Array.from({ length: 90 }, (_, at) => [`data/datasets/stops/a${at}.csv`, bytes]),
        ),
      },
    ],
    ["an id without end", { id: "a".repeat(5000) }],
  ])("%s is cut in the link, and not in the text", (_, changed) => {
    const letter = letterOf({ ...submission, ...changed }, to);
    expect(letter.cut).toBe(true);
    expect(letter.address.length).toBeLessThanOrEqual(1600);
    expect(() => decodeURIComponent(letter.address)).not.toThrow();
    expect(letter.body).toContain(changed.note?.trim() ?? submission.note);
    if (!("id" in changed)) expect(sentBy(letter.address).get("body")).toContain(to.archive);
  });

  test("nothing of the words becomes another field of the letter", () => {
    const letter = letterOf(
      { ...submission, title: "А&bcc=spy@example.org", note: "&cc=b\r\nBcc: c" },
      to,
    );
    expect([...sentBy(letter.address).keys()]).toEqual(["subject", "body"]);
  });
});

describe("pages of GitHub for uploading", () => {
  test("one for each folder, files that go aside", () => {
    const files = new Map([
      ...submission.files,
      ["content/news/a.mdx", bytes],
      ["data/datasets/stops/a.csv", bytes],
    ]);
    expect(uploadPages("council/data", { ...submission, files })).toEqual([
      {
        folder: "content/news",
        address: "https://github.com/council/data/upload/main/content/news",
        drop: { files: ["a.mdx"] },
      },
      {
        folder: "data/datasets/stops",
        address: "https://github.com/council/data/upload/main/data/datasets/stops",
        drop: { files: ["a.csv", "stops.csv"] },
      },
    ]);
  });

  test("a new folder is dropped whole into the one above", () => {
    const files = new Map([
      ["data/datasets/trees/datapackage.yaml", bytes],
      ["data/datasets/trees/trees.csv", bytes],
    ]);
    expect(uploadPages("council/data", { kind: "new-dataset", files }, "release/2026")).toEqual([
      {
        folder: "data/datasets",
        address: "https://github.com/council/data/upload/release/2026/data/datasets",
        drop: { folder: "trees", files: ["datapackage.yaml", "trees.csv"] },
      },
    ]);
  });
});
