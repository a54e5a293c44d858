import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import { readWorkbook } from "../../table/workbook/read-workbook.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../../test/fixtures/planned-portal.ts";
import { renderCardCsv, renderCardXlsx } from "./card.ts";
import { renderRegistryXlsx } from "./registry.ts";

async function bookOf(catalogue: ReturnType<typeof catalogueOf>) {
  const bytes = new Uint8Array(await renderCardXlsx(catalogue));
  const parts = unzipSync(bytes);
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const sheet = textOf("xl/worksheets/sheet1.xml");
  return {
    bytes,
    name: /<sheet [^>]*name="([^"]*)"/.exec(textOf("xl/workbook.xml"))?.[1],
    title: /<dc:title>([^<]*)</.exec(textOf("docProps/core.xml"))?.[1],
    widths: [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width)),
    pane: /<pane [^>]*>/.exec(sheet)?.[0],
  };
}

test("the card as a book: its name, a wide column for titles, the first row kept in sight, the same bytes twice", async () => {
  const catalogue = catalogueOf(plannedPortal);
  const { bytes, name, title, widths, pane } = await bookOf(catalogue);
  const columns = catalogue.card?.columns ?? [];
  expect([name, title]).toEqual(["Картка", "Картка оцінки"]);
  expect(widths).toEqual(columns.map(({ value }) => (value === "title" ? 60 : 20)));
  expect(widths.filter((width) => width === 60)).toHaveLength(1);
  expect(pane).toMatch(/ySplit="1".*state="frozen"|state="frozen".*ySplit="1"/);
  expect(Buffer.compare((await bookOf(catalogue)).bytes, bytes)).toBe(0);
});

test("a portal without a card has an empty one", async () => {
  const catalogue = catalogueOf(examplePortal);
  expect(renderCardCsv(catalogue).split("\n")[0]).toBe("");
  expect((await bookOf(catalogue)).widths).toEqual([]);
});

test.each([
  ["the card", renderCardXlsx],
  ["the register", renderRegistryXlsx],
])("in %s a title keeps what a book would take for a sign", async (_, render) => {
  const written = Object.entries(plannedPortal).map(([path, text]) => [
    path,
    path === "data/card.yaml" ? text.replaceAll("як у бланку", "_x000D_") : text,
  ]);
  const stops = "data/datasets/stops/datapackage.yaml";
  const files = Object.fromEntries(written);
  files[stops] = files[stops].replace(/^title: .*/m, 'title: "Зупинки, _x000D_"');
  const { sheets } = await readWorkbook(new Uint8Array(await render(catalogueOf(files))));
  expect(sheets[0]?.cells.flat().filter((cell) => cell?.includes("_x000D_"))).not.toEqual([]);
});
