import { placeOf } from "../../explore/columns/place.ts";
import { keptColumns, typedCell } from "../../explore/export.ts";
import type { TablePreview } from "../../model/catalogue.ts";
import { roleOf } from "../../table/column/role/role.ts";

/** Names of the columns that say where each row of a table is; nothing of a table that has not both. */
export function placeColumns({
  columns,
}: Pick<TablePreview, "columns">): { lat: string; lon: string } | undefined {
  const named = (role: "latitude" | "longitude") =>
    columns.find(({ field }) => roleOf(field.name, field.title) === role)?.field.name;
  const [lat, lon] = [named("latitude"), named("longitude")];
  return lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
}

/**
 * A table of places as GeoJSON (RFC 7946): a point for each row, in the file's order, with all its cells as properties;
 * a row that does not say where it is has no geometry and is there all the same.
 * @param rows cells by column, missing ones empty
 */
export function renderGeoJson(
  { columns }: Pick<TablePreview, "columns">,
  place: { lat: string; lon: string },
  rows: readonly (readonly string[])[],
): string {
  const at = (name: string) => columns.findIndex(({ field }) => field.name === name);
  const [lat, lon] = [at(place.lat), at(place.lon)];
  const kept = keptColumns(
    columns.map(({ field: { name, type } }) => ({ name, type })),
    rows,
  );
  const features = rows.map((cells) =>
    JSON.stringify({
      type: "Feature",
      geometry: pointOf(cells[lon], cells[lat]),
      properties: Object.fromEntries(
        kept.map((column, index) => [column.name, typedCell(column, cells[index])]),
      ),
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

/** Longitude first, as the standard has it; cells that are no place on the Earth are no point. */
function pointOf(lon = "", lat = ""): { type: "Point"; coordinates: number[] } | null {
  const place = placeOf(lat, lon);
  return place ? { type: "Point", coordinates: [place.lon, place.lat] } : null;
}
