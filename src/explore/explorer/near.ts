import type { FeatureCollection, MultiLineString } from "geojson";
import { button, labelled, make } from "../../find/browser/dom.ts";
import { meantBy } from "../../find/street/asked-street.ts";
import { openStreets, type Streets } from "../../find/street/browser/open-streets.ts";
import { fromWhere, pointsIn, type Whereabouts, whereIs } from "../../find/street/street-place.ts";
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
 * What is nearest to the reader, or to an address that the portal's tables or the map's ground know: counted here, as the crow flies.
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
  let come = () => {};
  /** An address may be asked for, and found in the index, before the table has come. */
  const hasCome = new Promise<void>((resolve) => {
    come = resolve;
  });
  const found = make("div", "nearest");
  found.setAttribute("role", "status");
  found.tabIndex = -1;
  const say = (sentence: string) => found.replaceChildren(make("p", "note", sentence));

  /** @param how what the way is measured from */
  async function tell(
    from: { lat: number; lon: number },
    name: string,
    how: string,
  ): Promise<void> {
    await hasCome;
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
      make("p", "quiet", `${how} ${t("map.nearPrivate")}`),
    );
  }

  const me = button(t("map.nearMe"), "plain", () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        void tell({ lat: latitude, lon: longitude }, t("map.you"), t("map.fromYou")),
      () => say(t("map.noPosition")),
      { timeout: 15_000, maximumAge: 60_000 },
    ),
  );
  me.hidden = !("geolocation" in navigator);
  const columns = addressColumns(stage);
  const { ground, streets: index } = stage.host.dataset;
  const streets = index === undefined ? undefined : openStreets(index);
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

  /** Addresses of the whole table are asked: a filter hides what is shown, not where a street lies. */
  async function ownAddresses(): Promise<StreetPlace[]> {
    const { lat = "", lon = "" } = stage.table.place ?? {};
    const parts = await Promise.all(
      columns.map((name) => stage.engine.places(emptyView, lat, lon, name)),
    );
    return (parts[0]?.places ?? []).map(([, north, east], at) => ({
      lat: north,
      lon: east,
      address: parts.map((part) => part.places[at]?.[3] ?? "").join(" "),
    }));
  }

  /** All tables know more of where a house is than this one; of their streets «Моя вулиця» tells the same. */
  async function findAddress(): Promise<void> {
    const asked = address.value.trim();
    if (asked === "") return;
    const known = streets && (await inIndex(streets, asked).catch(() => undefined));
    const where =
      known?.where ??
      placeOfAddress(await ownAddresses(), asked) ??
      placeOfAddress(await streetsOf(ground), asked);
    if (where) {
      const [lat, lon] = where.place;
      await tell({ lat, lon }, known?.name ?? asked, fromWhere(where, speech));
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
      come();
    },
  };
}

/** Where the index of the portal's streets says an address is, and how the address is read; nothing where it has no points. */
async function inIndex(
  streets: Streets,
  text: string,
): Promise<{ where: Whereabouts; name: string } | undefined> {
  for (const { asked, streets: found } of await streets.find(text))
    for (const street of meantBy(asked, found)) {
      const where = whereIs(pointsIn(street), asked.house);
      const name = asked.house === "" ? street.title : `${street.title}, ${asked.house}`;
      if (where) return { where, name };
    }
  return undefined;
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
  // 996 metres are a kilometre, not «1 000 м».
  return metres < 995
    ? `${number(Math.round(metres / 10) * 10)} ${t("map.m")}`
    : `${number(Math.round(metres / 100) / 10)} ${t("map.km")}`;
}
