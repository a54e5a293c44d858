import { expect, test } from "vitest";
import { column } from "../test/fixtures/explored-columns.ts";
import { exportRows } from "./export.ts";
import { isPlainNumber } from "./plain-number.ts";

test("numbers are kept as numbers only where nothing is lost", async () => {
  for (const plain of ["0", "-5", "1.50", ".5", "1e5", "123456789012345"])
    expect({ plain, is: isPlainNumber(plain) }).toEqual({ plain, is: true });
  for (const text of ["007", "1e400", "12345678901234567", "", "-", "5 000", "0x10"])
    expect({ text, is: isPlainNumber(text) }).toEqual({ text, is: false });
  const json = await exportRows(
    "json",
    [column("id", "integer")],
    [["12345678901234567"], ["007"], ["7"]],
  );
  expect(JSON.parse(String(json))).toEqual([{ id: "12345678901234567" }, { id: "007" }, { id: 7 }]);
});
