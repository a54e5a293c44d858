import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { portalSchema } from "../../schemas/data/portal.ts";
import { contrast, pageColours } from "../../vocabularies/colours.ts";
import { renderColours } from "./colours.ts";

const { colours } = portalSchema.shape;
const problems = (written: unknown) =>
  colours.safeParse(written).error?.issues.map(({ message, path }) => `${path}: ${message}`) ?? [];

test("contrast is counted as WCAG counts it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("colours that can be read are tokens, lighter where the page is dark", () => {
  const css = renderColours({ accent: "#7a0f3c", ground: "#10243a" });
  expect(css.split("\n")[0]).toBe(":root{--sky:#7a0f3c;--sky-deep:#5c0b2d;--soil:#10243a}");
  const dark = /dark\)\{:root\{--sky:(#\w{6})/.exec(css)?.[1] ?? "";
  expect(contrast(dark, pageColours.paperDark)).toBeGreaterThanOrEqual(7);
});

test("colours that cannot be read are refused where they are written", () => {
  expect(problems({ accent: "#0a4a86" })).toEqual([]);
  expect(problems({ accent: "#ff8800" })).toEqual(["accent: colour-pale"]);
  expect(problems({ accent: "#0a4a86", ground: "#eeeeee" })).toEqual(["ground: colour-pale"]);
  expect(problems({ accent: "blue;}body{display:none" })).toEqual(["accent: colour"]);
});

test("the colours they stand beside are those of the styles", () => {
  const css = readFileSync(join(import.meta.dirname, "../../web/layouts/tokens.css"), "utf8");
  const of = (token: string) =>
    [...css.matchAll(new RegExp(`--${token}: (#\\w{6})`, "g"))].map(([, colour]) => colour);
  expect([...of("paper"), of("on-soil")[0]]).toEqual([
    pageColours.paper,
    pageColours.paperDark,
    pageColours.onSoil,
  ]);
});
