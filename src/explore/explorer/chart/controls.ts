import { labelled, make, select } from "../../../find/browser/dom.ts";
import { isNumeric } from "../../../table/column/cell.ts";
import { isAddable, isMeasure, isTime } from "../../chart.ts";
import { type ChartRequest, type ExploreColumn, filterKind } from "../../view.ts";
import type { Stage } from "../stage.ts";

/** May the groups of a chart of this kind stand along a column? */
const suits = (kind: ChartRequest["kind"], { type }: ExploreColumn): boolean =>
  kind === "bar" || isNumeric(type) || (kind === "line" && isTime(type));

/** The same chart of another kind, with a column that suits it: its own, else that of an offered chart. */
function ofKind(
  now: ChartRequest,
  kind: ChartRequest["kind"],
  columns: readonly ExploreColumn[],
  offers: readonly ChartRequest[],
): ChartRequest {
  const column = columns.find(({ name }) => name === now.x);
  const fitting = offers.find((offer) => offer.kind === kind)?.x;
  const first = () => columns.find((one) => suits(kind, one))?.name;
  const x = column && suits(kind, column) ? now.x : (fitting ?? first() ?? now.x);
  const { by, ...plain } = now;
  // Years lie over each other along time alone.
  const parted = by === undefined || (by === now.x && x !== now.x) ? plain : now;
  if (kind !== "histogram") return { ...parted, kind, x };
  return { kind, x, of: "count", apart: false };
}

const optionOf = ({ name, title }: ExploreColumn) => ({ value: name, label: title });

/** The controls of a reader's own chart: its kind, what stands along it, its figure, and what it is parted by. */
export function chartControls(
  { table: { columns, rows }, speech: { t } }: Pick<Stage, "table" | "speech">,
  now: ChartRequest,
  offers: readonly ChartRequest[],
  set: (chart: ChartRequest) => void,
): HTMLElement[] {
  const kind = () =>
    select(
      (["bar", "line", "histogram"] as const).map((one) => ({
        value: one,
        label: t(`explore.kind.${one}`),
      })),
      now.kind,
      (one) => set(ofKind(now, one as ChartRequest["kind"], columns, offers)),
    );
  const along = () =>
    select(columns.filter((column) => suits(now.kind, column)).map(optionOf), now.x, (x) => {
      const { by, ...plain } = now;
      set(by === undefined || by === now.x ? { ...plain, x } : { ...now, x });
    });
  const figure = () => {
    const measures = columns.filter((column) => isMeasure(column, rows));
    const figures = [
      { value: "count", label: t("explore.count") },
      ...measures.flatMap((column) => [
        ...(isAddable(column)
          ? [{ value: `sum ${column.name}`, label: t("explore.sumOf", { y: column.title }) }]
          : []),
        { value: `mean ${column.name}`, label: t("explore.meanOf", { y: column.title }) },
      ]),
    ];
    return select(figures, now.of === "count" ? "count" : `${now.of} ${now.y}`, (value) => {
      const [, of = "count", y] = /^(\w+)(?: (.*))?$/s.exec(value) ?? [];
      const { y: _, y2: __, ...rest } = now;
      set({ ...rest, of: of as ChartRequest["of"], ...(y === undefined ? {} : { y }) });
    });
  };
  const second = () => {
    const measures = columns.filter((column) => isMeasure(column, rows) && column.name !== now.y);
    const none = { value: "", label: t("explore.secondNone") };
    return select([none, ...measures.map(optionOf)], now.y2 ?? "", (name) => {
      const { y2: _, by: __, ...rest } = now;
      set(name === "" ? rest : { ...rest, y2: name });
    });
  };
  const by = () => {
    const groups = columns.filter((column) => filterKind(column) === "choice");
    const along = columns.find(({ name }) => name === now.x);
    const years =
      along && isTime(along.type) && along.type !== "year"
        ? [{ value: along.name, label: t("explore.byYears") }]
        : [];
    const none = { value: "", label: t("explore.byNone") };
    return select([none, ...years, ...groups.map(optionOf)], now.by ?? "", (name) => {
      const { by: _, y2: __, ...rest } = now;
      set(name === "" ? rest : { ...rest, by: name });
    });
  };
  const as = () => {
    const isParted = now.by !== undefined || now.y2 !== undefined;
    const ways = [
      { value: "", label: t("explore.as.none") },
      ...(isParted ? [{ value: "share", label: t("explore.as.share") }] : []),
      { value: "index", label: t("explore.as.index") },
    ];
    return select(ways, now.as ?? "", (way) => {
      const { as: _, ...rest } = now;
      set(way === "share" || way === "index" ? { ...rest, as: way } : rest);
    });
  };
  const apart = () => {
    const box = make("input", "");
    box.type = "checkbox";
    box.checked = now.apart;
    box.addEventListener("change", () => set({ ...now, apart: box.checked }));
    return make("label", "box", box, make("span", "", t("explore.apart")));
  };
  const both = [
    labelled(t("explore.kind"), kind()),
    labelled(t(now.kind === "histogram" ? "explore.spreadOf" : "explore.x"), along()),
  ];
  if (now.kind === "histogram") return both;
  return [
    ...both,
    labelled(t("explore.figure"), figure()),
    ...(now.of !== "count" && now.by === undefined
      ? [labelled(t("explore.second"), second())]
      : []),
    labelled(t("explore.by"), by()),
    ...(now.kind === "line" || now.by !== undefined || now.y2 !== undefined
      ? [labelled(t("explore.as"), as())]
      : []),
    ...(now.by === undefined ? [] : [apart()]),
  ];
}
