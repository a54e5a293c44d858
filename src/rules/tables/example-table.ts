import type { FilledCells, SheetNotes } from "../../model/table.ts";
import { examplePortal, stopsWith } from "../example-portal.ts";
import type { Example } from "../rule.ts";

const csv = "data/datasets/stops/stops.csv";
const described = `      primaryKey: id
      fields:
        - { name: id, type: string, title: Номер зупинки, constraints: { required: true } }
        - { name: name, type: string, title: Назва }
        - { name: platforms, type: integer, title: Кількість платформ }
`;

/**
 * An example on one table: its columns as «name, opened: date», the file as it came and as it should be.
 * Without `columns` the structure is the example portal's own: id, name, platforms.
 */
export function tableExample(example: {
  when: string;
  columns?: string;
  bad: string | Uint8Array;
  good?: string;
  messages: string[];
  warns?: true;
}): Example {
  const { when, columns, bad, good, messages, warns } = example;
  const fields = (columns ?? "").split(",").map((part) => {
    const [name = "", type = "string"] = part.split(":").map((word) => word.trim());
    return `        - { name: ${name}, type: ${type}, title: ${titles[name] ?? name} }\n`;
  });
  const descriptor = columns ? stopsWith(described, `      fields:\n${fields.join("")}`) : {};
  return {
    when,
    files: { ...descriptor, [csv]: bad },
    mended: { ...descriptor, [csv]: good ?? examplePortal[csv] ?? "" },
    messages,
    ...(warns ? { warns } : {}),
  };
}

/** An example on a sheet of a workbook: its cells as CSV, and what the sheet says beside them. */
export const sheetExample = ({
  sheet,
  notes,
  filled,
  ...example
}: Pick<Example, "when" | "messages" | "warns"> & {
  sheet: string;
  notes?: Partial<SheetNotes>;
  filled?: FilledCells[];
}): Example => ({
  ...example,
  files: {},
  sheet: {
    text: sheet,
    notes: {
      uncounted: { count: 0, first: [] },
      comments: [],
      hiddenRows: { count: 0, first: [] },
      hiddenColumns: [],
      covered: { count: 0, first: [] },
      percents: [],
      units: [],
      from1904: false,
      ...notes,
    },
    ...(filled ? { filled } : {}),
  },
});

const titles: Record<string, string> = {
  id: "Номер",
  name: "Назва",
  edrpou: "Код ЄДРПОУ",
  katottg: "Код КАТОТТГ",
  iban: "Рахунок IBAN",
  addressPostCode: "Поштовий індекс",
  telephone: "Телефон",
  openingHours: "Години роботи",
  lat: "Широта",
  lon: "Довгота",
  opened: "Дата відкриття",
  amount: "Сума",
  note: "Примітка",
};
