import { describe, expect, test } from "vitest";
import { findGeoFaults } from "./geojson.ts";

const box = [32.1, 48.4, 32.5, 48.6] as const;
/** All that is told of a value, in full: within the territory, and where none is known. */
const inFull = (faults: ReturnType<typeof findGeoFaults>) =>
  faults.map(
    ({ what, count, first, detail }) =>
      `${what} ×${count} from ${first}${detail ? `: ${detail}` : ""}`,
  );
const told = (value: unknown) => inFull(findGeoFaults(value, box));
const toldAnywhere = (value: unknown) => inFull(findGeoFaults(value, undefined));
const here = [32.2, 48.5] as const;

describe("where the points of a file lie", () => {
  const points = (...all: (readonly number[])[]) => ({ type: "MultiPoint", coordinates: all });
  const turned = [48.5, 32.2];
  const metres = [3_591_166, 6_192_847];
  test.each<[situation: string, all: (readonly number[])[], faults: string[]]>([
    [
      "on the edges of the territory",
      [
        [32.1, 48.4],
        [32.5, 48.6],
      ],
      [],
    ],
    ["one of them inside, the others elsewhere", [here, [2.3, 48.8], [2.4, 48.9]], []],
    [
      "none of them inside",
      [
        [2.3, 48.8],
        [32.2, 48.61],
        [32.2, 48.39],
        [32.09, 48.5],
        [32.51, 48.5],
      ],
      ["elsewhere ×5 from 1"],
    ],
    ["most of them turned", [turned, turned, here], ["swapped ×2 from 1"]],
    ["half of them turned", [turned, here], []],
    ["half of them turned, half elsewhere", [turned, [2.3, 48.8]], ["elsewhere ×2 from 1"]],
    ["on the edge of the world", [here, [180, 90], [-180, -90]], []],
    ["over its edge", [here, [180.1, 0], here, here], ["range ×1 from 1"]],
    ["over its pole", [here, [0, -90.1], here, here], ["range ×1 from 1"]],
    ["half of them over it", [here, metres], ["range ×1 from 1"]],
    ["most of them in metres, one in degrees", [here, metres, metres], ["metres ×2 from 1"]],
    ["all in metres", [metres, metres], ["metres ×2 from 1: EPSG:3857"]],
    ["in metres beyond the equator's length", [[20_037_509, 6_192_847]], ["metres ×1 from 1"]],
  ])("%s", (_, all, faults) => expect(told(points(...all))).toEqual(faults));
  /** A place in degrees → metres of a web map. */
  const inMetres = (longitude: number, latitude: number) => [
    (longitude / 180) * 20037508.34,
    (Math.log(Math.tan(((latitude + 90) * Math.PI) / 360)) / Math.PI) * 20037508.34,
  ];
  const web = ["metres ×1 from 1: EPSG:3857"];
  const unknown = ["metres ×1 from 1"];
  test.each<[longitude: number, latitude: number, faults: string[]]>([
    [31.2, 48.5, web],
    [30.9, 48.5, unknown],
    [33.4, 48.5, web],
    [33.6, 48.5, unknown],
    [32.2, 47.5, web],
    [32.2, 47.3, unknown],
    [32.2, 49.5, web],
    [32.2, 49.7, unknown],
  ])("metres that mean %d, %d: of a web map within a degree of the territory", (x, y, faults) =>
    expect(told(points(inMetres(x, y)))).toEqual(faults),
  );
  test.each<[longitude: number, latitude: number, faults: string[]]>([
    [19.2, 48, web],
    [18.8, 48, unknown],
    [41.8, 48, web],
    [42.2, 48, unknown],
    [30, 42.2, web],
    [30, 41.8, unknown],
    [30, 53.8, web],
    [30, 54.2, unknown],
  ])("without a territory, %d, %d: within a degree of the land", (x, y, faults) =>
    expect(toldAnywhere(points(inMetres(x, y)))).toEqual(faults),
  );
  test("without a territory nothing is elsewhere or turned; the edge of the world stays one", () => {
    expect(toldAnywhere(points([2.3, 48.8], turned))).toEqual([]);
    expect(toldAnywhere(points(here, here, [181, 0]))).toEqual(["range ×1 from 1"]);
  });
});
