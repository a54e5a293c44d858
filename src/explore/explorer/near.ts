import type { FeatureCollection, MultiLineString } from "geojson";
import { button, labelled, make } from "../../find/browser/dom.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { nearestTo, placeOfAddress } from "../map/nearest.ts";
import type { Place } from "../map/points.ts";
import { emptyView } from "../view.ts";
import type { Stage } from "./stage.ts";

/** How many of the nearest are told. */
const told = 8;

type Located = { lat: number; lon: number; place: Place };

/** Columns an address is written in: a street, its type, a house. Towns and regions are the same everywhere and left out. */
const addressColumns = ({ table }: Stage): string[] =>
  table.columns
    .filter(
      ({ name, title, distinct }) =>
        distinct > 1 &&
        (roleOf(name, title) === "address" || /LocatorDesignator|будин/i.test(name + title)),
    )
    .map(({ name }) => name);

/**
 * What is nearest to the reader, or to an address the table or the map's ground knows: counted here, as the crow flies.
 * @param show comes near to a place and says what it is
 * @param frame comes so near that places fill the map
 */
export function createNear(
  stage: Stage,
  show: (place: Place, after: () => void) => void,
  frame: (places: readonly (readonly [number, number])[]) => void,
): {
  /** The questions, over the map. */
  element: HTMLElement;
  /** The answer, under it. */
  found: HTMLElement;
  set(places: readonly Place[]): void;
} {
  const { speech } = stage;
  const { t } = speech;
  let places: readonly Place[] = [];
  const found = make("div", "nearest");
  found.setAttribute("role", "status");
  found.tabIndex = -1;
  const say = (sentence: string) => found.replaceChildren(make("p", "note", sentence));

  function tell(from: { lat: number; lon: number }, name: string): void {
    const located = places.map((place): Located => ({ lat: place[1], lon: place[2], place }));
    // Many rows stand at one address: it is told once.
    const seen = new Set<string>();
    const nearest = nearestTo(located, from, located.length)
      .filter(({ place }) => {
        const name = place[3] || String(place[0]);
        return !seen.has(name) && seen.add(name);
      })
      .slice(0, told);
    frame([[from.lat, from.lon], ...nearest.map(({ lat, lon }) => [lat, lon] as const)]);
    const items = nearest.map(({ place, metres }) => {
      const called = place[3] || t("explore.row", { number: speech.number(place[0]) });
      const opener = button(called, "plain", () => show(place, () => opener.focus()));
      return make("li", "", opener, make("span", "quiet", ` ${wayOf(metres, stage)}`));
    });
    found.replaceChildren(
      make("strong", "", t("map.nearTitle", { place: name })),
      make("ol", "", ...items),
      make("p", "quiet", t("map.nearPrivate")),
    );
  }

  const me = button(t("map.nearMe"), "plain", () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => tell({ lat: coords.latitude, lon: coords.longitude }, t("map.you")),
      () => say(t("map.noPosition")),
      { timeout: 15_000, maximumAge: 60_000 },
    ),
  );
  me.hidden = !("geolocation" in navigator);
  const columns = addressColumns(stage);
  const address = make("input", "");
  address.type = "search";
  address.placeholder = t("map.nearHint");
  const ask = make(
    "form",
    "",
    labelled(t("map.nearAddress"), address),
    button(t("map.nearFind"), "plain", () => void findAddress()),
  );
  ask.addEventListener("submit", (event) => {
    event.preventDefault();
    void findAddress();
  });

  /** Places of the whole table are asked: a filter hides what is shown, not where a street lies. */
  async function findAddress(): Promise<void> {
    if (address.value.trim() === "") return;
    const { lat = "", lon = "" } = stage.table.place ?? {};
    const parts = await Promise.all(
      columns.map((name) => stage.engine.places(emptyView, lat, lon, name)),
    );
    const all = (parts[0]?.places ?? []).map(([, north, east], at) => ({
      lat: north,
      lon: east,
      address: parts.map((part) => part.places[at]?.[3] ?? "").join(" "),
    }));
    const here =
      placeOfAddress(all, address.value) ??
      placeOfAddress(await streetsOf(stage.host.dataset.ground), address.value);
    if (here) {
      tell(here, address.value.trim());
      // The answer stands under the map: the next Tab is at it, not at the map's many points.
      found.focus({ preventScroll: true });
    } else say(t("map.noAddress"));
  }

  return {
    element: make("div", "near scripted", me, ask),
    found,
    set(now) {
      places = now;
      found.replaceChildren();
    },
  };
}

type StreetPlace = { lat: number; lon: number; address: string };

/** Streets of the map's ground, each by its middle: the whole town's, where a table has its own few. */
async function streetsOf(ground: string | undefined): Promise<StreetPlace[]> {
  // Without a ground the table's own addresses are all that is known.
  const fetched = async (address: string) => {
    const response = await fetch(address).catch(() => undefined);
    return response?.ok ? response.json() : undefined;
  };
  const whole: FeatureCollection<MultiLineString> | { tilejson: string } | undefined =
    ground === undefined ? undefined : await fetched(ground);
  if (!whole || ground === undefined) return [];
  if ("features" in whole) return streetsIn(whole);
  // A ground in tiles tells its streets apart from them (published/ground/tiles).
  const streets: [name: string, lat: number, lon: number][] =
    (await fetched(ground.replace(/\.json$/, "/streets.json"))) ?? [];
  return streets.map(([address, lat, lon]) => ({ lat, lon, address }));
}

const streetsIn = ({ features }: FeatureCollection<MultiLineString>): StreetPlace[] =>
  features.flatMap(({ geometry, properties }) => {
    const line = geometry.type === "MultiLineString" ? geometry.coordinates[0] : undefined;
    const [lon, lat] = line?.[line.length >> 1] ?? [];
    const { kind, name } = properties ?? {};
    return kind === "street" && name && lat !== undefined && lon !== undefined
      ? [{ lat, lon, address: String(name) }]
      : [];
  });

/** A way in words: metres to ten, from a kilometre on to a tenth. */
function wayOf(metres: number, { speech: { t, number } }: Stage): string {
  return metres < 1000
    ? `${number(Math.round(metres / 10) * 10)} ${t("map.m")}`
    : `${number(Math.round(metres / 100) / 10)} ${t("map.km")}`;
}
