import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScript } from "./fixtures/built-site.ts";
import { portalFolder } from "./fixtures/written-portal.ts";

const { folder, writePortal } = portalFolder();

test("validate --format json prints the findings and nothing else, and exits 1 on an error", () => {
  const root = writePortal("broken-number", {
    "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,дві\n",
  });
  const { stdout, status } = runScript("validate", ["--root", root, "--format", "json"]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    findings: [
      {
        rule: "cells-valid",
        severity: "error",
        place: { file: "data/datasets/stops/stops.csv", line: 2 },
        message: "Колонка «platforms»: не ціле число (1 комірка: C2 «дві»). Потрібно: ціле число.",
        hint: "Виправте комірки; якщо значення немає, лишіть порожніми.",
        help: "https://data.example.gov.ua/help/cells-valid/",
      },
    ],
    datasets: 1,
  });
});

test("validate exits 0 on a portal with nothing to find", () => {
  const { stdout, status } = runScript("validate", [
    "--root",
    writePortal("valid"),
    "--format",
    "text",
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain("Перевірено наборів: 1. Помилок: 0. Попереджень: 0.");
});

test("new-dataset writes a skeleton whose only faults are its blanks", () => {
  const root = writePortal("skeleton");
  expect(runScript("new-dataset", ["--root", root, "routes"]).status).toBe(0);
  const { stdout } = runScript("validate", ["--root", root, "--format", "json", "routes"]);
  expect(new Set(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule))).toEqual(
    new Set(["skeleton-filled"]),
  );
});

test("table says what a file is, writes it clean and says what is left", () => {
  const file = join(folder, "звіт.csv");
  const clean = join(folder, "clean.csv");
  writeFileSync(file, "id;Сума;Дата\n1;12,5;01.02.2024\n2;7,25;31.02.2024\n3;4,5;05.03.2024\n");
  const { stdout, status } = runScript("table", [
    file,
    "--root",
    writePortal("table"),
    "--out",
    clean,
  ]);
  expect(readFileSync(clean, "utf8")).toBe(
    "id,suma,data\n1,12.5,2024-02-01\n2,7.25,31.02.2024\n3,4.5,2024-03-05\n",
  );
  expect(
    stdout,
  ).toBe(`звіт.csv: CSV, UTF-8, крапка з комою, рядків над даними — 1, рядків даних — 3, колонок — 3.
Помилок — 0, попереджень — 5. У чистій таблиці лишилося вирішити вам — 1.
На жодну з рекомендованих структур не схоже; їх перелік — на сторінці порталу /structures/.

попередження: Колонки розділено крапкою з комою. Потрібно: кома.
  де: звіт.csv:1
  що зробити: Найпростіше: сторінка порталу «Перевірте таблицю» дає з такого файлу правильний CSV. В Excel: «CSV UTF-8»; щоб він писав коми, у Windows: Регіон → Додаткові параметри → роздільник елементів списку — кома.
  довідка: https://data.example.gov.ua/help/table-readable/

попередження: Назви колонок, які не прочитає програма, — 2: «Сума» (пропонуємо suma), «Дата» (пропонуємо data). Потрібно: латинські літери й цифри, без пробілів, спершу літера.
  де: звіт.csv:1
  що зробити: Назвіть колонки латиницею, як у рекомендованій структурі; українські назви перейдуть в опис колонок.
  довідка: https://data.example.gov.ua/help/header-clean/

попередження: Колонка «Сума»: числа з десятковою комою (3 комірки: B2 «12,5», B3 «7,25», B4 «4,5»). Потрібно: десяткова крапка, наприклад 12.5.
  де: звіт.csv:2
  що зробити: В Excel: Файл → Параметри → Додатково → зніміть «Використовувати системні роздільники», десятковий — крапка; потім збережіть CSV знову. Чиста таблиця зі сторінки «Перевірте таблицю» вже має крапки.
  довідка: https://data.example.gov.ua/help/numbers-written/

попередження: Колонка «Дата»: дати через крапку (2 комірки: C2 «01.02.2024», C4 «05.03.2024»). Потрібно: рррр-мм-дд, наприклад 2024-02-01.
  де: звіт.csv:2
  що зробити: В Excel: Ctrl+1 → «(усі формати)» → тип рррр-мм-дд. Якщо дати не змінилися, вони записані текстом: Дані → Текст за стовпцями → Готово, і ще раз Ctrl+1.
  довідка: https://data.example.gov.ua/help/dates-written/

попередження: Колонка «Дата»: дати, яких не буває (1 комірка: C3 «31.02.2024»). Потрібно: день, що є в календарі: рррр-мм-дд, наприклад 2024-02-01.
  де: звіт.csv:3
  що зробити: Звірте з документом: такого дня або місяця немає.
  довідка: https://data.example.gov.ua/help/dates-written/

Що виправлено в чистій таблиці
  Кодування й розділові знаки — 1: «крапка з комою → кома між колонками»
  Назви колонок — 2: «Сума → suma», «Дата → data»
  Числа — 3: «12,5 → 12.5», «7,25 → 7.25», «4,5 → 4.5»
  Дати — 2: «01.02.2024 → 2024-02-01», «05.03.2024 → 2024-03-05»

Колонки
  A  id: цілі числа, різних значень 3, від 1 до 3, у середньому 2
  B  «Сума» → suma: числа, різних значень 3, від 4,5 до 12,5, у середньому 8,08
  C  «Дата» → data: дати, різних значень 3

Лишилося вирішити вам (рядки й назви — чистої таблиці)
  – Колонка «data»: дати, яких не буває (1 комірка: C3 «31.02.2024»). Потрібно: день, що є в календарі: рррр-мм-дд, наприклад 2024-02-01. Звірте з документом: такого дня або місяця немає.

Чисту таблицю записано: ${clean}
`);
  expect(status).toBe(0);
});

test("table --format json is one object for programs; an error exits with 1, a wrong call with 2", () => {
  const file = join(folder, "phones.csv");
  writeFileSync(file, "id,telephone\n1,+380501234567\n2,+380671234567\n3,+380931234567\n");
  const { stdout, status } = runScript("table", [
    file,
    "--format",
    "json",
    "--structure",
    "55-agency",
  ]);
  const answer = JSON.parse(stdout);
  expect(Object.keys(answer)).toEqual(
    "file format encoding delimiter sheets sheet structure headerRows header rows columns findings repairs".split(
      " ",
    ),
  );
  expect(stdout).not.toContain("0501234567");
  expect(answer.findings.map(({ rule }: { rule: string }) => rule)).toContain("personal-data");
  expect(status).toBe(1);
  expect(runScript("table", [file, "--structure", "no-such"]).status).toBe(2);
  expect(runScript("table", [file, "--out", file]).status).toBe(2);
  expect(runScript("table", []).status).toBe(2);
});
