import { measureCard } from "../../catalogue/measures/quality/card.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { listLine } from "../../model/csv.ts";
import { asXstring } from "../../table/workbook/xstring.ts";

const titles = ({ card }: Catalogue): string[] => card?.columns.map(({ title }) => title) ?? [];

/** The assessment card as a table: columns and titles as data/card.yaml has them. */
export const renderCardCsv = (catalogue: Catalogue): string =>
  [titles(catalogue), ...measureCard(catalogue)].map(listLine).join("");

/** The same as a workbook, its first row kept in sight. */
export async function renderCardXlsx(catalogue: Catalogue): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre");
  return writeXlsx({
    // A moment of its own, so that two builds of the same commit give the same file.
    properties: {
      title: catalogue.card?.title ?? "",
      created: new Date(0),
      modified: new Date(0),
    },
    sheets: [
      {
        name: "Картка",
        rows: [titles(catalogue), ...measureCard(catalogue)].map((row) => row.map(asXstring)),
        columns: (catalogue.card?.columns ?? []).map(({ value }) => ({
          width: value === "title" ? 60 : 20,
          numFmt: "@",
        })),
        freezePane: { rows: 1 },
      },
    ],
  });
}
