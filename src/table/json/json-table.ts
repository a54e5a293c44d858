import { csvLine } from "../../model/csv.ts";
import { type JsonFault, parseJson } from "./json-text.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Written);

/** A list inside a cell deeper than this is no table's: nothing of it is cut, the file is refused. */
const deepest = 100;
/** Different keys of the records at most: more is no table either. */
const mostKeys = 5000;

function cellOf(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  if (depth > deepest) throw new RangeError("списки вкладено надто глибоко");
  const written = (part: unknown): string =>
    part instanceof Written
      ? part.text
      : typeof part === "object" && part !== null
        ? cellOf(part, depth + 1)
        : JSON.stringify(part ?? null);
  if (value instanceof Written) return value.text;
  return Array.isArray(value)
    ? `[${value.map(written).join(",")}]`
    : `{${Object.entries(value)
        .map(([key, part]) => `${JSON.stringify(key)}:${written(part)}`)
        .join(",")}}`;
}

/** A number as the file writes it: JSON.parse would round 12345678901234567890 and shorten 2.50. */
class Written {
  text: string;
  constructor(text: string) {
    this.text = text;
  }
}
const parseWritten = (text: string): unknown =>
  JSON.parse(text, (_key, value, context?: { source?: string }) =>
    typeof value === "number" && context?.source !== undefined
      ? new Written(context.source)
      : value,
  );

/** Properties of a GeoJSON feature; a point becomes columns, another geometry stays as it is written (RFC 7946). */
function featureRow(feature: unknown): Record<string, unknown> {
  if (!isRecord(feature)) return {};
  const { id, properties, geometry } = feature;
  const row: Record<string, unknown> = {
    ...(id === undefined ? {} : { id }),
    ...(isRecord(properties) ? properties : {}),
  };
  if (!isRecord(geometry)) return row;
  const { type, coordinates } = geometry;
  if (type !== "Point" || !Array.isArray(coordinates)) return { ...row, geometry };
  const [lon, lat, altitude] = coordinates;
  const names = "lon" in row || "lat" in row ? ["pointLon", "pointLat"] : ["lon", "lat"];
  return {
    ...row,
    [names[0] as string]: lon,
    [names[1] as string]: lat,
    ...(altitude === undefined ? {} : { altitude }),
  };
}

/** One value a line, as NDJSON has it; undefined where a line is none. */
function linesOf(text: string): unknown[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return undefined;
  try {
    return lines.map(parseWritten);
  } catch {
    return undefined;
  }
}

function parseAny(text: string): { value: unknown; byLines: boolean } {
  try {
    return { value: parseWritten(text), byLines: false };
  } catch (error) {
    const lines = linesOf(text);
    if (lines === undefined) throw error;
    return { value: lines, byLines: true };
  }
}

/** Where a text that no table could be made of stops being JSON, or, a record a line, NDJSON. */
export function jsonTableFault(text: string): JsonFault | undefined {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const isByLines = !("fault" in parseJson(lines[first] ?? "")) && lines.length > first + 1;
  if (!isByLines) {
    const read = parseJson(text);
    return "fault" in read ? read.fault : undefined;
  }
  for (const [at, line] of lines.entries()) {
    const read = line.trim() === "" ? undefined : parseJson(line);
    if (read && "fault" in read) return { ...read.fault, line: at + 1 };
  }
  return undefined;
}

/** The features of a GeoJSON collection. */
const featuresIn = (value: unknown): unknown[] | undefined =>
  isRecord(value) && value.type === "FeatureCollection" && Array.isArray(value.features)
    ? value.features
    : undefined;

/** A list, or the one list of records in an envelope: { "value": [ … ] }; of two nobody can say which is the table. */
function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return undefined;
  const lists = Object.values(value).filter(
    (part): part is unknown[] => Array.isArray(part) && part.some(isRecord),
  );
  return lists.length === 1 ? lists[0] : undefined;
}

/** The keys of all records, in the order in which they are met; undefined where they are too many. */
function keysIn(records: readonly Record<string, unknown>[]): string[] | undefined {
  const keys = new Set<string>();
  for (const record of records) {
    for (const key of Object.keys(record)) keys.add(key);
    if (keys.size > mostKeys) return undefined;
  }
  return [...keys];
}

/** A JSON list of records, the same a record a line (NDJSON) or a GeoJSON collection → the same as CSV; undefined where it is neither. */
export function jsonTable(
  text: string,
): { format: "JSON" | "GeoJSON" | "NDJSON"; text: string } | undefined {
  const { value, byLines } = parseAny(text);
  const features = featuresIn(value);
  const list = features ? features.map(featureRow) : listIn(value);
  if (!list || list.length === 0 || !list.every(isRecord)) return undefined;
  const keys = keysIn(list);
  if (!keys) return undefined;
  const lines = [keys, ...list.map((record) => keys.map((key) => cellOf(record[key])))];
  const ofList = byLines ? "NDJSON" : "JSON";
  return { format: features ? "GeoJSON" : ofList, text: lines.map(csvLine).join("") };
}
