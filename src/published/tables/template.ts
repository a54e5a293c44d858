import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Cell, CellStyle, DataValidation } from "hucre";
import { asXstring } from "../../table/workbook/xstring.ts";
import type { Structure, StructureField } from "../../vocabularies/structures.ts";
import { listsSheet } from "../../vocabularies/table-words.ts";

/** Rows a template is ready for: its drop-downs reach this far. */
const rows = 5000;
const formats: Partial<Record<StructureField["type"], string>> = {
  // Text keeps the zeros that codes begin with.
  string: "@",
  date: "yyyy-mm-dd",
  datetime: 'yyyy-mm-dd"T"hh:mm',
  time: "hh:mm:ss",
};
const typeNames: Record<StructureField["type"], string> = {
  string: "текст",
  integer: "ціле число",
  number: "число, десятковий роздільник — крапка",
  boolean: "True або False",
  date: "дата рррр-мм-дд",
  datetime: "дата й час рррр-мм-ддTгг:хх",
  time: "час гг:хх:сс",
  year: "рік чотирма цифрами",
};

const letter = (index: number): string =>
  (index >= 26 ? letter(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

const note = ({ description, type, constraints }: StructureField): string =>
  [
    constraints?.required ? "Обов’язкова колонка" : "Значення може бути порожнім",
    typeNames[type],
    description,
  ].join(". ");

const dataSheet = "xl/worksheets/sheet1.xml";

/** Each column takes the format of its first cell to fill in: the library that writes the book formats cells alone. */
function formatColumns(book: Uint8Array): Uint8Array {
  const parts = unzipSync(book);
  const sheet = strFromU8(parts[dataSheet] ?? new Uint8Array());
  const formatted = new Map(
    [...sheet.matchAll(/<c r="([A-Z]+)3" s="(\d+)"\/>/g)].map(([, at, style]) => [at, style]),
  );
  parts[dataSheet] = strToU8(
    sheet.replace(/<col min="(\d+)"/g, (column, number) => {
      const style = formatted.get(letter(Number(number) - 1));
      return style === undefined ? column : `${column} style="${style}"`;
    }),
  );
  // ZIP keeps the time of the clock on the wall: a moment of its own, the same everywhere.
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

/**
 * An official structure → an XLSX workbook to fill in: names for programs in the first row, Ukrainian titles in the
 * second, as the recommendations to resolution 835 draw it; a note on every column, a list to choose from where the
 * structure has one. Bytes are the same for the same structure.
 */
export async function renderTemplate({ fields, set }: Structure): Promise<Uint8Array> {
  const head: CellStyle = { font: { bold: true }, numFmt: "@" };
  const titles: CellStyle = {
    font: { italic: true },
    alignment: { wrapText: true, vertical: "top" },
    numFmt: "@",
  };
  const lists = fields.flatMap(({ type, constraints }, column) => {
    const values = constraints?.enum ?? (type === "boolean" ? ["True", "False"] : undefined);
    return values ? [{ column, values }] : [];
  });
  const validations = lists.map(
    ({ column, values }, list): DataValidation => ({
      type: "list",
      formula1: `'${listsSheet}'!$${letter(list)}$1:$${letter(list)}$${values.length}`,
      range: `${letter(column)}3:${letter(column)}${rows}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "warning",
      errorTitle: "Значення не з переліку",
      errorMessage: "Виберіть значення зі списку, що розкривається в комірці.",
    }),
  );
  const longest = Math.max(0, ...lists.map(({ values }) => values.length));
  const { writeXlsx } = await import("hucre");
  const book = await writeXlsx({
    // A moment of its own, so that two builds of the same commit give the same file.
    properties: { title: set.title, created: new Date(0), modified: new Date(0) },
    sheets: [
      {
        name: "Дані",
        rows: [
          fields.map(({ name }) => asXstring(name)),
          fields.map(({ title }) => asXstring(title)),
        ],
        columns: fields.map(({ title }) => ({
          width: Math.min(40, Math.max(12, title.length * 0.7)),
        })),
        cells: new Map(
          fields.flatMap((field, column): [string, Partial<Cell>][] => {
            const numFmt = formats[field.type];
            const comment = { author: "Портал", text: note(field) };
            return [
              [`0,${column}`, { value: asXstring(field.name), style: head, comment }],
              [`1,${column}`, { value: asXstring(field.title), style: titles }],
              ...(numFmt
                ? [[`2,${column}`, { style: { numFmt } }] as [string, Partial<Cell>]]
                : []),
            ];
          }),
        ),
        dataValidations: validations,
        freezePane: { rows: 2 },
      },
      ...(lists.length > 0
        ? [
            {
              name: listsSheet,
              hidden: true,
              rows: Array.from({ length: longest }, (_, row) =>
                lists.map(({ values }) => asXstring(values[row] ?? null)),
              ),
            },
          ]
        : []),
    ],
  });
  return formatColumns(book);
}
