import { labelled, make, select } from "../../../find/browser/dom.ts";
import { isNumeric } from "../../../table/column/cell.ts";
import { isMeasure, isTime } from "../../chart.ts";
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
  if (kind !== "histogram") return { ...now, kind, x };
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
    select(columns.filter((column) => suits(now.kind, column)).map(optionOf), now.x, (x) =>
      set({ ...now, x }),
    );
  const figure = () => {
    const measures = columns.filter((column) => isMeasure(column, rows));
    const figures = [
      { value: "count", label: t("explore.count") },
      ...measures.flatMap(({ name, title }) => [
        { value: `sum ${name}`, label: t("explore.sumOf", { y: title }) },
        { value: `mean ${name}`, label: t("explore.meanOf", { y: title }) },
      ]),
    ];
    return select(figures, now.of === "count" ? "count" : `${now.of} ${now.y}`, (value) => {
      const [, of = "count", y] = /^(\w+)(?: (.*))?$/s.exec(value) ?? [];
      const { y: _, ...rest } = now;
      set({ ...rest, of: of as ChartRequest["of"], ...(y === undefined ? {} : { y }) });
    });
  };
  const by = () => {
    const groups = columns.filter((column) => filterKind(column) === "choice");
    const none = { value: "", label: t("explore.byNone") };
    return select([none, ...groups.map(optionOf)], now.by ?? "", (name) => {
      const { by: _, ...rest } = now;
      set(name === "" ? rest : { ...rest, by: name });
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
    labelled(t("explore.by"), by()),
    ...(now.by === undefined ? [] : [apart()]),
  ];
}
