const quoted = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const cellOf = (value: unknown): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);

/** Properties of a GeoJSON feature; a point becomes two columns, another geometry stays as it is written (RFC 7946). */
function featureRow(feature: unknown): Record<string, unknown> {
  if (!isRecord(feature)) return {};
  const { properties, geometry } = feature;
  const row = isRecord(properties) ? properties : {};
  if (!isRecord(geometry)) return row;
  const { type, coordinates } = geometry;
  if (type === "Point" && Array.isArray(coordinates))
    return { ...row, lon: coordinates[0], lat: coordinates[1] };
  return { ...row, geometry };
}

/** A JSON list of records or a GeoJSON collection → the same as CSV; undefined where it is neither. */
export function jsonTable(
  text: string,
): { format: "JSON" | "GeoJSON"; text: string; rows: number } | undefined {
  const value: unknown = JSON.parse(text);
  const geo =
    isRecord(value) && value.type === "FeatureCollection" && Array.isArray(value.features);
  const list = geo
    ? (value.features as unknown[]).map(featureRow)
    : Array.isArray(value)
      ? value
      : isRecord(value)
        ? // A list wrapped in an envelope: { "value": [ … ] }.
          Object.values(value).find((part) => Array.isArray(part) && part.some(isRecord))
        : undefined;
  if (!Array.isArray(list) || list.length === 0 || !list.every(isRecord)) return undefined;
  const keys = [...new Set(list.flatMap((row) => Object.keys(row)))];
  const lines = [keys, ...list.map((row) => keys.map((key) => cellOf(row[key])))];
  return {
    format: geo ? "GeoJSON" : "JSON",
    text: lines.map((cells) => `${cells.map(quoted).join(",")}\n`).join(""),
    rows: list.length,
  };
}
