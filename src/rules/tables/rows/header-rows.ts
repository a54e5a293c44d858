import type { Finding } from "../../../model/reports/finding.ts";
import type { TableSubject } from "../../../model/table.ts";
import { rowWords } from "../../../vocabularies/table-words.ts";
import { warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, rowsWords, tableRule } from "../table-rule.ts";

export const headerRows = tableRule({
  id: "header-rows",
  title: "Над даними один рядок назв",
  why: "У CSV перший рядок — назви колонок, усе інше — дані. Назву таблиці, одиниці чи другий рядок заголовків програма прочитає як дані.",
  find: (table) => [...above(table), ...among(table)],
  examples: [
    tableExample({
      when: "під назвами лишився рядок заголовків із шаблону",
      warns: true,
      bad: "id,name,platforms\nНомер зупинки,Назва,Кількість платформ\n1,Вокзал,2\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["Над даними рядків — 2: назви колонок, заголовки. Потрібно: один рядок назв."],
    }),
    tableExample({
      when: "заголовки повторюються на кожній сторінці звіту",
      warns: true,
      bad: "id,name\n1,Вокзал\nid,name\n2,Центр\n",
      columns: "id, name",
      good: "id,name\n1,Вокзал\n2,Центр\n",
      messages: ["Рядки заголовків серед даних: 3. Потрібно: лише рядки даних."],
    }),
  ],
});

function among(table: TableSubject): Finding[] {
  const { headings } = table.report;
  const [first] = headings.first;
  if (!first) return [];
  return [
    warning(headerRows, {
      place: placeIn(table, first),
      message: `Рядки заголовків серед даних: ${rowsWords(headings)}. Потрібно: лише рядки даних.`,
      hint: "Вилучіть рядки, що повторюють заголовки таблиці.",
    }),
  ];
}

function above(table: TableSubject): Finding[] {
  const { header } = table.report;
  const isNamed = header.some((kind) => kind === "names" || kind === "header");
  if (header.length === 1 && isNamed) return [];
  // The official template is drawn so; the clean table leaves the titles out.
  if (table.form === "any" && table.structure && header.join() === "names,header") return [];
  if (!isNamed)
    return table.report.columns.length === 0
      ? []
      : [
          warning(headerRows, {
            place: placeIn(table),
            message: `Рядка з назвами колонок немає: дані починаються з ${header.length === 0 ? "першого рядка" : `рядка ${header.length + 1}`}.`,
            hint:
              header.length === 0
                ? "Додайте перший рядок із назвами колонок латиницею."
                : "Над даними лишіть один рядок: назви колонок латиницею.",
          }),
        ];
  return [
    warning(headerRows, {
      place: placeIn(table),
      message: `Над даними рядків — ${header.length}: ${header.map((kind) => rowWords[kind]).join(", ")}. Потрібно: один рядок назв.`,
      hint: "Лишіть один рядок назв латиницею; заголовки українською напишіть в описі колонок (title), одиниці — теж там.",
    }),
  ];
}
