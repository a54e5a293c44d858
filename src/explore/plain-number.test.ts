import { expect, test } from "vitest";
import { isPlainNumber } from "./plain-number.ts";

test("numbers are kept as numbers only where nothing is lost", () => {
  const kept = ["0", "-5", "1.50", ".5", "1e5", "123456789012345"];
  // What a program writes of its own numbers; the last is the least there is.
  const written = ["0.30000000000000004", "48.50793300000001", "-12345.670000000002", "5e-324"];
  for (const plain of [...kept, ...written])
    expect({ plain, is: isPlainNumber(plain) }).toEqual({ plain, is: true });
  const lossy = ["1e400", "12345678901234567", "1234567890123456", "48.507933000000001"];
  for (const text of [...lossy, "32.262312345678901", "007", "", "-", "5 000", "0x10"])
    expect({ text, is: isPlainNumber(text) }).toEqual({ text, is: false });
});
