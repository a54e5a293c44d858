import { expect, test } from "vitest";
import { column } from "../../test/fixtures/explored-columns.ts";
import { openTable } from "./open.ts";

test("a file that ends its lines in both ways is read whole", async () => {
  const csv = "id,thing,n\r\n1,стіл,5\n2,стілець,6\r\n3,шафа,7\n";
  const source = await openTable({
    title: "Речі",
    src: `data:text/csv,${encodeURIComponent(csv)}`,
    rows: 3,
    headerRows: 1,
    missing: [""],
    columns: [column("id", "integer"), column("thing", "string"), column("n", "integer")],
  });
  expect(await source.cells([0, 1, 2], ["thing", "n"])).toEqual([
    ["стіл", "5"],
    ["стілець", "6"],
    ["шафа", "7"],
  ]);
});
