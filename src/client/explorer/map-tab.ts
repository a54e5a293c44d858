import { make } from "../dom.ts";
import { openMap, tilesOf } from "../map/map.ts";
import { showPoints } from "../map/points.ts";
import { agreed, failed } from "./agree.ts";
import type { Part, Stage } from "./explorer.ts";

/** Columns a popup tells. */
const told = 6;

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
  const map = openMap(frame, speech, tilesOf());
  const points = showPoints(
    map,
    {
      cluster: (rows) => count("places", rows),
      point: (row) => t("explore.row", { number: number(row) }),
    },
    async (row) => {
      const cells = await engine.row(row);
      const { lat, lon } = table.place ?? {};
      const list = make("dl", "popup");
      table.columns.forEach(({ name, title }, at) => {
        if (name === lat || name === lon || cells[at] === "" || list.children.length >= told)
          return;
        list.append(make("div", "", make("dt", "", title), make("dd", "", cells[at] ?? "")));
      });
      return list;
    },
  );
  let asked = 0;
  return {
    async show() {
      const turn = ++asked;
      const { lat = "", lon = "" } = table.place ?? {};
      try {
        const cost = await engine.cost(stage.view(), [lat, lon]);
        if (turn !== asked) return;
        await agreed(notice, cost, speech);
        const { places, without } = await engine.places(stage.view(), lat, lon);
        if (turn !== asked) return;
        map.invalidateSize();
        points.set(places);
        about.textContent = [
          count("places", places.length),
          ...(without > 0 ? [t("map.without", { rows: count("rows", without) })] : []),
          t("map.inTable"),
        ].join(" ");
      } catch {
        if (turn === asked) failed(notice, speech, () => void this.show());
      }
    },
  };
}
