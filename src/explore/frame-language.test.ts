import { expect, test } from "vitest";
import { addressWith, asksEnglish, frameAddress } from "./frame-language.ts";

test.each([
  ["/embed/table/stops/stops/", "", false],
  ["/embed/table/stops/stops/", "?q=lang", false],
  ["/embed/table/stops/stops/", "?q=a&lang=en", true],
  ["/embed/table/stops/stops/", "?lang=uk", false],
  ["/en/embed/table/stops/stops/", "?q=a", true],
  ["/portal/en/embed/chart/stops/kinds/", "", true],
  ["/en/dataset/stops/", "", false],
])("a frame at %s%s is English: %s", (pathname, search, english) => {
  expect(asksEnglish({ pathname, search })).toBe(english);
});

test("a view joins the language an address holds", () => {
  const view = new URLSearchParams({ "is.kind": "клен" });
  const english = frameAddress("/embed/table/trees/trees/", "en");
  expect(addressWith(english, view)).toBe(
    "/embed/table/trees/trees/?lang=en&is.kind=%D0%BA%D0%BB%D0%B5%D0%BD",
  );
  expect(addressWith(english, new URLSearchParams())).toBe(english);
  expect(frameAddress("/embed/table/trees/trees/", "uk")).toBe("/embed/table/trees/trees/");
  expect(addressWith("/dataset/trees/", new URLSearchParams())).toBe("/dataset/trees/");
});
