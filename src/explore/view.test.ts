import { expect, test } from "vitest";
import { column, columns } from "../test/fixtures/explored-columns.ts";
import { emptyView, parseView, unheededOf, type View, writeView } from "./view.ts";

test("a view and its address are one: what is written is read back, what the table has not is passed over", () => {
  const views: Partial<View>[] = [
    {},
    { q: "вул. Соборна, 1", page: 3, hidden: ["kind"], sort: { column: "trees", down: true } },
    {
      filters: {
        street: { kind: "text", text: "a=b&c|d" },
        kind: { kind: "choice", values: ["липа", "", "a..b"] },
        trees: { kind: "range", from: "-5", to: "10.5" },
        planted: { kind: "range", from: "", to: "2024-05" },
      },
    },
    {
      show: "chart",
      chart: { kind: "bar", x: "kind", y: "trees", of: "mean", by: "street", apart: true },
    },
    { show: "map" },
    { q: "липа", street: { names: ["вул. Соборна", "Соборна"], house: "8А" } },
    { street: { names: ["вул. Соборна"], house: "" } },
    { show: "columns" },
    { first: ["trees", "kind"], row: 12, page: 2 },
  ];
  for (const part of views) {
    const view = { ...emptyView, ...part };
    expect(parseView(new URLSearchParams(writeView(view).toString()), columns)).toEqual(view);
  }
  expect(writeView(emptyView).toString()).toBe("");
  // A table that opens as a map has that for its plain view.
  expect(writeView({ ...emptyView, show: "map" }, "map").toString()).toBe("");
  expect(writeView(emptyView, "map").toString()).toBe("show=table");
  expect(writeView({ ...emptyView, show: "map", q: "липа" }, "map").get("show")).toBe("map");
  const strange =
    "row=-1&first=gone&sort=-gone&hide=x,kind&in.kind=1..2&is.gone=1&page=-1&show=x&chart=bar&x=gone&in.trees=..";
  expect(parseView(new URLSearchParams(strange), columns)).toEqual({
    ...emptyView,
    hidden: ["kind"],
  });
});

test("of an old link what the table cannot do any more is named: filters, orders, charts, not what hides columns", () => {
  const now = [...columns, column("state", "string", { title: "Стан" })];
  const unheeded = (query: string) => unheededOf(new URLSearchParams(query), { columns: now });
  expect(
    unheeded("is.gone=1&is.gone=2&sort=-left&in.state=1..2&has.street=a&hide=x&first=y&page=2"),
  ).toEqual(["left", "gone", "Стан"]);
  expect(unheeded("show=chart&chart=bar&x=age&y=trees&by=age&q=is.gone")).toEqual(["age"]);
  expect(unheeded("street=вул.+Соборна&house=8")).toEqual(["вул. Соборна"]);
  const streets = { street: "street", own: "" };
  expect(unheededOf(new URLSearchParams("street=вул.+Соборна"), { columns: now, streets })).toEqual(
    [],
  );
  expect(unheeded("q=липа&sort=-trees&in.trees=1..2&utm.source=a&is.=1")).toEqual([]);
});
