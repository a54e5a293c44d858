import type { Dataset } from "../../model/catalogue.ts";
import { placeColumns } from "../tables/geojson.ts";
import type { GraphNode } from "./dcat-terms.ts";

export type Box = [west: number, south: number, east: number, north: number];

/** WKT of a box (GeoSPARQL), longitudes first. */
export const polygon = ([west, south, east, north]: Box): string =>
  `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`;

/** The coordinates of GeoJSON: longitude and latitude, WGS 84. */
export const crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

/** The least box that all points of a dataset's tables lie in; nothing where there are none, or they all are one line. */
export function boxOf({ resources }: Dataset): Box | undefined {
  const boxes = resources.flatMap(({ table }): Box[] => {
    const place = table && placeColumns(table);
    if (!place) return [];
    const limits = (name: string): number[] => {
      const profile = table.columns.find(({ field }) => field.name === name)?.profile;
      return [profile?.minimum, profile?.maximum].map((value) => Number(value || Number.NaN));
    };
    const [south = 0, north = 0] = limits(place.lat);
    const [west = 0, east = 0] = limits(place.lon);
    const isBox = west < east && south < north && Math.max(-south, north) <= 90;
    return isBox && Math.max(-west, east) <= 180 ? [[west, south, east, north]] : [];
  });
  if (boxes.length === 0) return undefined;
  const least = (side: 0 | 1) => Math.min(...boxes.map((box) => box[side]));
  const most = (side: 2 | 3) => Math.max(...boxes.map((box) => box[side]));
  return [least(0), least(1), most(2), most(3)];
}

/** Where the points of a dataset are, as GeoDCAT-AP has it: a place of the set's own, beside those it is about. */
export function extentOf(dataset: Dataset): GraphNode[] {
  const box = boxOf(dataset);
  if (!box) return [];
  return [
    {
      // A part of the set: no resource can have this name, and it answers where the set does.
      "@id": `${dataset.iri}#extent`,
      "@type": "dct:Location",
      // Alone: a locn:geometry the shapes want as a node, and readers of 2018 as a literal.
      "dcat:bbox": [{ "@value": polygon(box), "@type": "gsp:wktLiteral" }],
    },
  ];
}
