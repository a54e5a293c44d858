import { expect, test } from "vitest";
import { titleColumn } from "./called.ts";

const column = (name: string, type: "string" | "integer", distinct: number) => ({
  name,
  title: "",
  type,
  distinct,
  missing: 0,
});

test("rows without a name are called by the text that tells them apart, where it tells more than a dozen", () => {
  const year = column("year", "integer", 40);
  expect(titleColumn([year, column("state", "string", 12)])?.name).toBe("year");
  expect(titleColumn([year, column("state", "string", 13)])?.name).toBe("state");
});
