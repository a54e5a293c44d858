import type { Position } from "geojson";
import { expect, test } from "vitest";
import { basemapOf } from "./basemap.ts";
import type { Box } from "./box.ts";
import { inRing, seaOf } from "./sea.ts";

const box: Box = [0, 0, 10, 10];
/** Land in the north, sea in the south: walked from the east to the west the water lies on the left, so it is walked from the west. */
const northernCoast: Position[][] = [
  [
    [-1, 5],
    [4, 5],
  ],
  [
    [4, 5],
    [11, 5],
  ],
];
/** Against the clock: land inside. */
const island: Position[] = [
  [2, 2],
  [3, 2],
  [3, 3],
  [2, 2],
];
const wet = (sea: Position[][][], place: Position): boolean =>
  sea.some(([water, ...islands]) => {
    const on = (ring: Position[] | undefined) => ring !== undefined && inRing(place, ring);
    return on(water) && !islands.some(on);
  });
const reversed = (lines: Position[][]) => lines.map((line) => [...line].reverse());

test.each<[what: string, coast: Position[][], wetPlaces: Position[], dryPlaces: Position[]]>([
  ["no coast, no sea", [], [], [[5, 5]]],
  [
    "the sea lies on the right of a coast",
    northernCoast,
    [
      [5, 1],
      [9, 4],
    ],
    [
      [5, 6],
      [1, 9],
    ],
  ],
  ["walked the other way, it lies on the other side", reversed(northernCoast), [[5, 6]], [[5, 4]]],
  [
    "an island in it is land",
    [...northernCoast, island],
    [[5, 1]],
    [
      [2.7, 2.3],
      [5, 6],
    ],
  ],
  [
    "an island alone lies in the sea",
    [island],
    [
      [5, 5],
      [9, 9],
    ],
    [[2.7, 2.3]],
  ],
  ["a ring walked with the clock holds water", [[...island].reverse()], [[2.7, 2.3]], [[5, 5]]],
  [
    "an island in ways of its own is one",
    [
      [
        [2, 2],
        [3, 2],
        [3, 3],
      ],
      [
        [3, 3],
        [2, 2],
      ],
    ],
    [[5, 5]],
    [[2.7, 2.3]],
  ],
  [
    "an island that the box cuts",
    [
      [
        [-1, 4],
        [1, 4],
        [1, 6],
        [-1, 6],
        [-1, 4],
      ],
    ],
    [
      [5, 5],
      [0.5, 8],
      [0.5, 2],
    ],
    [[0.5, 5]],
  ],
  [
    "two coasts, a strait between them",
    [
      [
        [-1, 6],
        [11, 6],
      ],
      [
        [11, 4],
        [-1, 4],
      ],
    ],
    [[5, 5]],
    [
      [5, 7],
      [5, 3],
    ],
  ],
  [
    "a spit: the coast leaves the box and comes back",
    [
      [
        [-1, 5],
        [5, 5],
        [5, 11],
      ],
      [
        [7, 11],
        [7, 5],
        [11, 5],
      ],
    ],
    [
      [6, 9],
      [5, 1],
    ],
    [
      [2, 8],
      [9, 8],
    ],
  ],
  [
    "a coast that leaves the box by one of its places alone",
    [
      [
        [-1, 5],
        [4, 5],
        [5, 12],
        [6, 5],
        [11, 5],
      ],
    ],
    [
      [5, 9],
      [5, 1],
    ],
    [
      [2, 8],
      [9, 8],
    ],
  ],
  [
    "a coast that breaks off in the box is led to its edge",
    [
      [
        [1, 5],
        [9, 5],
      ],
    ],
    [[5, 2]],
    [[5, 8]],
  ],
  [
    "a coast that passes a corner of the box",
    [
      [
        [7, -1],
        [11, 3],
      ],
    ],
    [[9.5, 0.5]],
    [[5, 5]],
  ],
])("%s", (_, coast, wetPlaces, dryPlaces) => {
  const sea = seaOf(coast, box);
  expect(wetPlaces.map((place) => wet(sea, place))).toEqual(wetPlaces.map(() => true));
  expect(dryPlaces.map((place) => wet(sea, place))).toEqual(dryPlaces.map(() => false));
  for (const ring of sea.flat()) expect(ring[0]).toEqual(ring.at(-1));
});

test("ways of a coast are one coast in whatever order they come", () => {
  const [west, middle, east]: Position[][] = [
    [
      [-1, 5],
      [3, 5],
    ],
    [
      [3, 5],
      [7, 5],
    ],
    [
      [7, 5],
      [7, 2],
      [11, 2],
    ],
  ];
  if (!west || !middle || !east) throw new Error("Three ways.");
  const sea = seaOf([west, middle, east], box);
  for (const coast of [
    [middle, west, east],
    [east, middle, west],
  ])
    expect(seaOf(coast, box)).toEqual(sea);
});

test("the ground of a town by the sea has the sea as water, out to where streets are drawn, its coast is no line", () => {
  const { features, bbox } = basemapOf(
    northernCoast.map((coordinates) => ({
      type: "Feature",
      properties: { natural: "coastline" },
      geometry: { type: "LineString", coordinates },
    })),
    { box, hromada: { code: "UA", title: "Громада" }, attribution: "" },
  );
  expect(bbox).toEqual([-0.02, -0.02, 10.02, 10.02]);
  expect(features.map(({ properties, geometry }) => [properties, geometry.type])).toEqual([
    [{ kind: "water" }, "Polygon"],
  ]);
  const [sea] = features;
  expect(
    sea?.geometry.type === "Polygon" && [...(sea.geometry.coordinates[0]?.slice(1) ?? [])].sort(),
  ).toEqual([
    [-0.02, -0.02],
    [-0.02, 5],
    [10.02, -0.02],
    [10.02, 5],
  ]);
});
