import { parse } from "yaml";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import type { Territory } from "../../../table/column/role/role-marks.ts";

type Place = { code?: unknown; bbox?: unknown };

/** Where the hromada lies: coordinates and codes of a table are held against it. */
export function territoryOf({ files }: PortalFacts): Territory {
  const { places = [] } = (parse(files["data/portal.yaml"] ?? "{}") ?? {}) as { places?: Place[] };
  const box = places[0]?.bbox;
  return {
    places: new Set(places.flatMap(({ code }) => (typeof code === "string" ? [code] : []))),
    ...(Array.isArray(box) ? { box: box as [number, number, number, number] } : {}),
  };
}
