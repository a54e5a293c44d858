import { button, make } from "../../find/browser/dom.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { openMap, tilesOf } from "../map/map.ts";
import { showPoints } from "../map/points.ts";
import { shownCell } from "../shown-cell.ts";
import { type ExploreColumn, filterKind } from "../view.ts";
import { agreed, failed } from "./agree.ts";
import { createRecord } from "./record.ts";
import type { Part, Stage } from "./stage.ts";

/** Columns a popup tells. */
const told = 6;

/** How little a column tells of a place. */
function rankOf(column: ExploreColumn): number {
  const role = roleOf(column.name, column.title);
  if (role === "address") return 0;
  if (filterKind(column) === "choice") return 1;
  return column.type === "string" && role === undefined ? 2 : 3;
}

/** Rows of the view on a map, by the columns that say where they are. */
export function createMapTab(stage: Stage, place: HTMLElement): Part {
  const { table, speech, engine } = stage;
  const { t, count, number } = speech;
  const about = make("p", "quiet");
  about.setAttribute("role", "status");
  const frame = make("div", "map");
  const notice = make("p", "note");
  notice.hidden = true;
  place.append(make("div", "map-tab", notice, about, frame));
  const record = createRecord(stage);
  // What tells a place comes first: its address, its kind; numbers and dates after.
  const { lat, lon } = table.place ?? {};
  const telling = table.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column: { name } }) => name !== lat && name !== lon)
    .map((one) => ({ ...one, rank: rankOf(one.column) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  const map = openMap(frame, speech, tilesOf());
  const points = showPoints(
    map,
    {
      cluster: (rows) => count("places", rows),
      point: (row) => t("explore.row", { number: number(row) }),
      close: t("map.close"),
    },
    async (row) => {
      const cells = await engine.row(row);
      const list = make("dl", "popup");
      for (const { column, at } of telling) {
        const cell = shownCell(column, cells[at] ?? "", table.rows, speech);
        if (cell === "" || list.children.length >= told) continue;
        list.append(make("div", "", make("dt", "", column.title), make("dd", "", cell)));
      }
      const whole = button(t("map.row"), "plain", () => void record.open(row, whole));
      return make("div", "", list, whole);
    },
  );
  let asked = 0;
  return {
    async show() {
      const turn = ++asked;
      const [north, east] = [lat ?? "", lon ?? ""];
      try {
        const cost = await engine.cost(stage.view(), [north, east]);
        if (turn !== asked) return;
        await agreed(notice, cost, speech);
        const { places, without } = await engine.places(stage.view(), north, east);
        if (turn !== asked) return;
        map.invalidateSize();
        points.set(places);
        about.textContent = [
          places.length === 0 ? t("map.none") : count("places", places.length),
          ...(without > 0 ? [t("map.without", { rows: count("rows", without) })] : []),
          t("map.inTable"),
        ].join(" ");
      } catch {
        if (turn === asked) failed(notice, speech, () => void this.show());
      }
    },
  };
}
