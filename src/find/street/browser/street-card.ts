import { periodText } from "../../../i18n/period.ts";
import type { Speech } from "../../../i18n/speech.ts";
import { make } from "../../browser/dom.ts";
import { nearThings } from "../near-things.ts";
import {
  type IndexedStreet,
  type StreetTable,
  type TablePlaces,
  tableKey,
} from "../street-files.ts";
import { fromWhere, pointsIn, type Whereabouts, whereIs } from "../street-place.ts";
import { rowsAt, rowsQuery } from "../street-rows.ts";

type Around = { speech: Speech; root: string };

/** What the cards of streets are made with: tables with streets, and what is looked for near them. */
type Known = { tables: readonly StreetTable[]; places: readonly TablePlaces[] };

/** The time the data are about, in the words of their sets: «дані за 2018–2020 роки», «дані на 8 червня 2023 р.». */
function daysOf({ from, to }: StreetTable, { speech }: Around): string {
  const start = from ?? to;
  return start ? periodText({ start, ...(to ? { end: to } : {}) }, speech) : "";
}

function tableItem(
  { rows, query }: { rows: number; query: URLSearchParams },
  table: StreetTable,
  around: Around,
): HTMLElement {
  const { speech, root } = around;
  const english = speech.language === "en" && table.titleEn !== undefined;
  const title = make("a", "", english ? (table.titleEn ?? "") : table.title);
  const page = `${root}/dataset/${table.dataset}/?${query}`;
  title.href = page;
  const facts = make("p", "item-facts", make("span", "", speech.count("street.rows", rows)));
  const days = daysOf(table, around);
  if (days !== "") facts.append(make("span", "", days));
  if (table.map) {
    const map = make("a", "", speech.t("street.map"));
    map.href = `${page}&show=map`;
    facts.append(map);
  }
  return make("li", "item", make("h3", "item-title", title), facts);
}

/** What every table has of a street or of a house, each with its rows, days and map; then what is nearest. */
export function streetCard(
  street: IndexedStreet,
  house: string,
  { tables, places }: Known,
  around: Around,
): HTMLElement {
  const { t } = around.speech;
  const byKey = new Map(tables.map((table) => [tableKey(table), table]));
  const found = street.has
    .map((one) => ({ one, rows: rowsAt(one, house), table: byKey.get(one.table) }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows);
  const name = house === "" ? street.title : `${street.title}, ${house}`;
  const heading = make("h2", "", name);
  const card = make("section", "street-card", heading);
  if (street.former) card.append(make("p", "quiet", t("street.former")));
  if (found.length === 0) card.append(make("p", "note", t("street.noHouse", { house })));
  // A house nobody knows: the rows of its street are shown.
  const asked = found.length > 0 ? house : "";
  const shown =
    found.length > 0
      ? found
      : street.has.map((one) => ({ one, rows: one.rows, table: byKey.get(one.table) }));
  card.append(
    make(
      "ul",
      "register",
      ...shown.flatMap(({ one, rows, table }) =>
        table
          ? [tableItem({ rows, query: rowsQuery(street, one, table, asked) }, table, around)]
          : [],
      ),
    ),
  );
  const where = whereIs(pointsIn(street), house);
  const near = nearItems(where, places, byKey, around);
  const unplaced = tables.filter((table) => table.unplaced);
  if (near.length + unplaced.length > 0) card.append(make("h3", "", t("street.near")));
  if (where && near.length > 0)
    card.append(
      make("ul", "", ...near),
      make("p", "quiet", `${fromWhere(where, around.speech)} ${t("street.nearHow")}`),
    );
  if (unplaced.length > 0)
    card.append(
      make("p", "", t("street.unplaced")),
      make("ul", "", ...unplaced.map((table) => unplacedItem(table, around))),
    );
  return card;
}

/** Of each table of places the nearest, each a way to the map that shows it. */
function nearItems(
  where: Whereabouts | undefined,
  places: readonly TablePlaces[],
  byKey: ReadonlyMap<string, StreetTable>,
  { speech: { t, number, language }, root }: Around,
): HTMLElement[] {
  return nearThings(where?.place, places).flatMap((thing) => {
    const table = byKey.get(thing.table);
    if (!table) return [];
    const link = make("a", "", (language === "en" && table.titleEn) || table.title);
    link.href = `${root}/dataset/${table.dataset}/?${new URLSearchParams({ table: table.resource, q: thing.name, show: "map" })}`;
    const way = { name: thing.called ?? thing.name, metres: number(thing.metres) };
    return [make("li", "", link, `: ${t("street.metres", way)}`)];
  });
}

/** A table of places whose points are not known: all its addresses are one press away. */
function unplacedItem(table: StreetTable, { speech, root }: Around): HTMLElement {
  const link = make("a", "", (speech.language === "en" && table.titleEn) || table.title);
  link.href = `${root}/dataset/${table.dataset}/?${new URLSearchParams({ table: table.resource })}`;
  return make("li", "", link, `: ${speech.count("street.addresses", table.unplaced ?? 0)}`);
}
