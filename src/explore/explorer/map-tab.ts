import { button, make, save } from "../../find/browser/dom.ts";
import { calledBy } from "../../table/column/role/called.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { placeOf } from "../columns/place.ts";
import { downloadName, namedIn } from "../download-name.ts";
import { openMap } from "../map/map.ts";
import { type Place, showPoints } from "../map/points.ts";
import { shownCell } from "../shown-cell.ts";
import { type ExploreColumn, filterKind } from "../view.ts";
import { agreed, failed } from "./agree.ts";
import { createNear } from "./near.ts";
import { createRecord } from "./record.ts";
import type { Part, Stage } from "./stage.ts";

/** Columns a popup tells. */
const told = 6;

/** How little a column tells of a place. */
function rankOf(column: ExploreColumn, called: string | undefined): number {
  if (column.name === called) return -1;
  const role = roleOf(column.name, column.title);
  if (role === "address") return 0;
  if (filterKind(column) === "choice") return 1;
  return column.type === "string" && role === undefined ? 2 : 3;
}

/** Rows of the view on a map, by the columns that say where they are. */
export function createMapTab(stage: Stage, place: HTMLElement): Part {
  const { table, speech, engine, host } = stage;
  const { t, count, number } = speech;
  const about = make("p", "quiet");
  about.setAttribute("role", "status");
  const frame = make("div", "map");
  const notice = make("p", "note");
  notice.hidden = true;
  const near = createNear(
    stage,
    (one, after) => points.show(one, after),
    (seen) => points.frame(seen),
  );
  place.append(
    make(
      "div",
      "map-tab",
      notice,
      near.element,
      frame,
      near.found,
      make("p", "map-about", about, geojsonButton(stage)),
    ),
  );
  const record = createRecord(stage);
  const { lat = "", lon = "" } = table.place ?? {};
  const map = openMap(frame, speech, { title: table.title, ground: host.dataset.ground });
  const points = showPoints(
    map,
    {
      cluster: (rows) => count("places", rows),
      point: (row, name) => name || t("explore.row", { number: number(row) }),
      close: t("map.close"),
    },
    async (row) => {
      const whole = button(t("map.row"), "plain", () => void record.open(row, whole));
      return make("div", "", await tellingOf(stage, row), whole);
    },
  );
  let asked = 0;
  return {
    async show() {
      const turn = ++asked;
      const called = table.called;
      try {
        const cost = await engine.cost(stage.view(), [lat, lon, ...(called ? [called] : [])]);
        if (turn !== asked) return;
        await agreed(notice, cost, speech);
        const { places, without } = await engine.places(stage.view(), lat, lon, called);
        if (turn !== asked) return;
        map.invalidateSize();
        const title = table.columns.find(({ name }) => name === called)?.title ?? "";
        const named = (places as Place[]).map(
          ([row, north, east, name = ""]): Place => [row, north, east, calledBy(title, name)],
        );
        points.set(named);
        near.set(named);
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

/** What a popup tells of a row: what it is called by, its address, its kind; numbers and dates after. */
async function tellingOf({ table, speech, engine }: Stage, row: number): Promise<HTMLElement> {
  const { lat, lon } = table.place ?? {};
  const telling = table.columns
    .map((column, at) => ({ column, at, rank: rankOf(column, table.called) }))
    .filter(({ column: { name } }) => name !== lat && name !== lon)
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  const cells = (await engine.row(row)) ?? [];
  const list = make("dl", "popup");
  for (const { column, at } of telling) {
    const cell = shownCell(column, cells[at] ?? "", table.rows, speech);
    if (cell === "" || list.children.length >= told) continue;
    list.append(make("div", "", make("dt", "", column.title), make("dd", "", cell)));
  }
  return list;
}

/** The button that gives the view's places as GeoJSON (RFC 7946): a point for each row, its cells as properties. */
function geojsonButton({ table, speech: { t }, engine, view }: Stage): HTMLElement {
  const { lat = "", lon = "" } = table.place ?? {};
  return button(t("map.geojson"), "plain", async () => {
    const rows = await engine.export({ ...view(), hidden: [] }, "json");
    const records: Record<string, string | number | boolean | null>[] = JSON.parse(String(rows));
    const features = records.flatMap((properties) => {
      const place = placeOf(properties[lat], properties[lon]);
      if (!place) return [];
      const geometry = { type: "Point", coordinates: [place.lon, place.lat] };
      return [{ type: "Feature", geometry, properties }];
    });
    save(
      `${JSON.stringify({ type: "FeatureCollection", features })}\n`,
      "application/geo+json",
      downloadName([...namedIn(table.src), "view"], "geojson"),
    );
  });
}
