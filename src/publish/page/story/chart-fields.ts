import { make } from "../../../find/browser/dom.ts";
import {
  type AskableSet,
  type ChartOffer,
  chartTitle,
  isNumber,
} from "../../story/inserts/askable-set.ts";
import type { Insert } from "../../story/inserts/insert-tag.ts";
import { field } from "../fields/field.ts";
import type { Stage } from "../stage.ts";
import { type InsertFields, tableField } from "./insert-fields.ts";

const own = "own";

/** A chart: one of the passport, one the portal offers, or of columns a person chooses. */
export function chartFields(stage: Stage, set: AskableSet): InsertFields {
  const { words } = stage;
  const offers: ChartOffer[] = [...set.charts, ...set.tables.flatMap(({ offers }) => offers)];
  let chosen = offers.length > 0 ? "0" : own;
  const mine = ownChart(stage, set);
  const place = make("div", "", ...mine.nodes);
  place.hidden = chosen !== own;
  const list = field({
    id: "picked-chart",
    kind: "choice",
    label: words.t("publish.story.chart.which"),
    value: chosen,
    options: [
      ...offers.map(({ title }, index) => ({ value: String(index), label: title })),
      { value: own, label: words.t("publish.story.chart.own") },
    ],
    change(value) {
      chosen = value;
      place.hidden = value !== own;
    },
  });
  return {
    nodes: [list, place],
    insert: () => (chosen === own ? mine.insert() : (offers[Number(chosen)]?.insert ?? "")),
  };
}

function ownChart(stage: Stage, set: AskableSet): InsertFields {
  const { words } = stage;
  let [table] = set.tables;
  const now = { kind: "bar", x: "", y: "", limit: "10", title: "" };
  const place = make("div", "");
  const columnOf = (name: string) => table?.columns.find((column) => column.name === name);
  const choice = (
    name: keyof typeof now,
    label: string,
    options: { value: string; label: string }[],
  ) =>
    field({
      id: `picked-${name}`,
      kind: "choice",
      label,
      value: now[name],
      options,
      change(value) {
        now[name] = value;
      },
    });
  const show = () => {
    const columns = (table?.columns ?? []).map(({ name, title }) => ({
      value: name,
      label: title,
    }));
    const numbers = columns.filter(({ value }) => {
      const column = columnOf(value);
      return column && isNumber(column);
    });
    now.x = columns[0]?.value ?? "";
    now.y = "";
    place.replaceChildren(
      choice("kind", words.t("publish.story.chart.kind"), [
        { value: "bar", label: words.t("publish.story.chart.bar") },
        { value: "line", label: words.t("publish.story.chart.line") },
      ]),
      choice("x", words.t("publish.story.chart.x"), columns),
      choice("y", words.t("publish.story.chart.y"), [
        { value: "", label: words.t("publish.story.of.rows") },
        ...numbers.map(({ value, label }) => ({
          value,
          label: words.t("publish.story.chart.sum", { column: label }),
        })),
      ]),
      choice(
        "limit",
        words.t("publish.story.chart.limit"),
        ["5", "10", "20", ""].map((value) => ({
          value,
          label: value === "" ? words.t("publish.story.chart.all") : value,
        })),
      ),
      field({
        id: "picked-title",
        kind: "line",
        label: words.t("publish.story.chart.title"),
        hint: words.t("publish.story.chart.titleHint"),
        value: now.title,
        change(text) {
          now.title = text;
        },
      }),
    );
  };
  show();
  const tables = tableField(stage, set, (picked) => {
    table = picked;
    show();
  });
  return {
    nodes: [...tables, place],
    insert(): Insert | string {
      const x = columnOf(now.x);
      if (!table || !x) return words.t("publish.story.noTable");
      const y = columnOf(now.y);
      return {
        name: "Chart",
        attributes: {
          dataset: set.id,
          resource: table.resource,
          title: now.title.trim() || chartTitle(x, y),
          kind: now.kind,
          x: x.name,
          y: now.y,
          ...(now.kind === "bar" ? { sort: "value", limit: now.limit } : {}),
        },
      };
    },
  };
}
