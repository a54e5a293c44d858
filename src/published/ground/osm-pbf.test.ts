import { deflateSync, inflateSync } from "node:zlib";
import type { Feature } from "geojson";
import { PbfWriter } from "pbf";
import { expect, test } from "vitest";
import { basemapOf, kindOf, simplified } from "./basemap.ts";
import { chained, NotPbf, OtherPacking, osmFeatures } from "./osm-pbf.ts";

const box = [32.1, 48.4, 32.4, 48.6] as const;
const hromada = { code: "UA35040210000014072", title: "Кропивницька міська територіальна громада" };
const words = ["", "highway", "primary", "name", "вулиця Соборна", "place", "suburb", "Кущівка"]
  .concat(["type", "boundary", "administrative", "admin_level", "10", "outer", "natural", "water"])
  .concat(["Подільський район", "multipolygon", "inner"]);
const at = (word: string) => words.indexOf(word);
const steps = (values: number[]) => values.map((value, index) => value - (values[index - 1] ?? 0));

/** Nodes of a tiny town: a street of three, a pond of four, one far away. */
const nodes: [number, number, number][] = [
  [1, 48.5, 32.2],
  [2, 48.5, 32.21],
  [3, 48.5, 32.22],
  [4, 48.51, 32.2],
  [5, 48.51, 32.21],
  [6, 48.52, 32.21],
  [7, 48.52, 32.2],
  [8, 50.4, 30.5],
  [9, 48.53, 32.25],
  // An island in the pond, and a clearing that lies elsewhere.
  [21, 48.512, 32.202],
  [22, 48.512, 32.208],
  [23, 48.518, 32.208],
  [24, 48.53, 32.202],
  [25, 48.53, 32.208],
  [26, 48.538, 32.208],
];
type Way = { id: number; keys: number[]; values: number[]; refs: number[] };
const ways: Way[] = [
  {
    id: 10,
    keys: [at("highway"), at("name")],
    values: [at("primary"), at("вулиця Соборна")],
    refs: [1, 2, 3],
  },
  { id: 11, keys: [], values: [], refs: [4, 5, 6] },
  { id: 12, keys: [], values: [], refs: [4, 7, 6] },
  { id: 13, keys: [at("highway")], values: [at("primary")], refs: [8] },
  { id: 14, keys: [], values: [], refs: [21, 22, 23, 21] },
  { id: 15, keys: [], values: [], refs: [24, 25, 26, 24] },
];

function blob(type: string, content: Uint8Array): Uint8Array {
  const packed = new PbfWriter();
  packed.writeVarintField(2, content.length);
  packed.writeBytesField(3, deflateSync(content));
  const body = packed.finish();
  const head = new PbfWriter();
  head.writeStringField(1, type);
  head.writeVarintField(3, body.length);
  const header = head.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}

function extract(more: readonly Way[] = []): Uint8Array {
  const data = new PbfWriter();
  data.writeMessage(
    1,
    (_, pbf) => {
      for (const word of words) pbf.writeStringField(1, word);
    },
    null,
  );
  const scaled = (axis: 1 | 2) => steps(nodes.map((node) => Math.round(node[axis] * 1e7)));
  data.writeMessage(
    2,
    (_, group) => {
      group.writeMessage(
        2,
        (__, dense) => {
          dense.writePackedSVarint(1, steps(nodes.map(([id]) => id)));
          dense.writePackedSVarint(8, scaled(1));
          dense.writePackedSVarint(9, scaled(2));
          const named = [at("place"), at("suburb"), at("name"), at("Кущівка"), 0];
          const tags = nodes.map(([id]) => (id === 9 ? named : [0]));
          dense.writePackedVarint(10, tags.flat());
        },
        null,
      );
    },
    null,
  );
  data.writeMessage(
    2,
    (_, group) => {
      for (const { id, keys, values, refs } of [...ways, ...more])
        group.writeMessage(
          3,
          (__, way) => {
            way.writeVarintField(1, id);
            way.writePackedVarint(2, keys);
            way.writePackedVarint(3, values);
            way.writePackedSVarint(8, steps(refs));
          },
          null,
        );
      group.writeMessage(
        4,
        (__, relation) => {
          relation.writeVarintField(1, 20);
          relation.writePackedVarint(2, [at("type"), at("natural")]);
          relation.writePackedVarint(3, [at("multipolygon"), at("water")]);
          relation.writePackedVarint(8, ["outer", "outer", "inner", "inner"].map(at));
          relation.writePackedSVarint(9, steps([11, 12, 14, 15]));
          relation.writePackedVarint(10, [1, 1, 1, 1]);
        },
        null,
      );
    },
    null,
  );
  return Buffer.concat([blob("OSMHeader", new Uint8Array()), blob("OSMData", data.finish())]);
}

const read = (bytes: Uint8Array) =>
  osmFeatures((from, length) => bytes.subarray(from, from + length), bytes.length, {
    inflate: (packed) => inflateSync(packed),
    box,
  });

test("an extract of OpenStreetMap becomes a ground: streets, water of several ways, names of districts", () => {
  const ground = basemapOf(read(extract()), { box, hromada, attribution: "© OpenStreetMap" });
  expect(ground).toEqual({
    type: "FeatureCollection",
    bbox: [32.08, 48.38, 32.42, 48.62],
    attribution: "© OpenStreetMap",
    features: [
      {
        type: "Feature",
        properties: { kind: "district", level: 1, name: "Кущівка" },
        geometry: { type: "Point", coordinates: [32.25, 48.53] },
      },
      {
        type: "Feature",
        properties: { kind: "water" },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [32.2, 48.51],
              [32.2, 48.52],
              [32.21, 48.52],
              [32.21, 48.51],
              [32.2, 48.51],
            ],
            // The island is no water; what is not inside is no island of this pond.
            [
              [32.202, 48.512],
              [32.208, 48.512],
              [32.208, 48.518],
              [32.202, 48.512],
            ],
          ],
        },
      },
      {
        type: "Feature",
        properties: { kind: "street", level: 1, name: "вулиця Соборна" },
        // The node in the middle of a straight street is not drawn.
        geometry: {
          type: "MultiLineString",
          coordinates: [
            [
              [32.2, 48.5],
              [32.22, 48.5],
            ],
          ],
        },
      },
    ],
  });
});

test("a street that leaves what is read and comes back is two lines, none drawn between them", () => {
  const street = {
    id: 16,
    keys: [at("highway")],
    values: [at("primary")],
    refs: [8, 4, 7, 8, 6, 5],
  };
  const lines = read(extract([street])).filter(
    ({ properties, geometry }) =>
      properties?.highway === "primary" && geometry.type === "MultiLineString",
  );
  expect(lines.map(({ geometry }) => geometry)).toEqual([
    {
      type: "MultiLineString",
      coordinates: [
        [
          [32.2, 48.51],
          [32.2, 48.52],
        ],
        [
          [32.21, 48.52],
          [32.21, 48.51],
        ],
      ].map((line) => line.map((place) => place.map((degrees) => expect.closeTo(degrees, 6)))),
    },
  ]);
});

test("a file of another format is refused", () => {
  expect(() => read(Buffer.from("PK\u0003\u0004 this is a book"))).toThrow(NotPbf);
});

test.each([
  [{ highway: "footway" }, undefined],
  [
    { highway: "residential", "name:uk": "Лісова", name: "Лесная" },
    { kind: "street", level: 4, name: "Лісова" },
  ],
  [
    { boundary: "administrative", name: "Кропивницька міська громада" },
    { kind: "boundary", name: "Кропивницька міська громада" },
  ],
  [{ boundary: "administrative", name: "Аджамська громада", admin_level: "7" }, undefined],
  [
    { boundary: "administrative", name: "Фортечний район", admin_level: "10" },
    { kind: "district", name: "Фортечний район" },
  ],
  [{ railway: "rail", service: "siding" }, undefined],
  [{ leisure: "park" }, { kind: "green" }],
  [
    { highway: "pedestrian", name: "Дворцова" },
    { kind: "street", level: 4, name: "Дворцова" },
  ],
  [{ highway: "pedestrian", area: "yes", name: "площа Героїв Майдану" }, undefined],
  [
    { place: "village", name: "Аджамка" },
    { kind: "district", level: 2, name: "Аджамка" },
  ],
  [
    { place: "hamlet", name: "Гірниче" },
    { kind: "district", level: 3, name: "Гірниче" },
  ],
  [{ place: "city", name: "Кропивницький" }, undefined],
])("%j is drawn as %j", (tags, drawn) => {
  expect(kindOf(tags, hromada)).toEqual(drawn);
});

test("an extract that came in part, or was damaged on its way, is told as such", () => {
  const whole = extract();
  for (const left of [1, 10, 40, 200])
    expect(() => read(whole.subarray(0, whole.length - left))).toThrow(NotPbf);
  // A length of a block that no file has.
  const huge = "0000000d0a074f534d4461746118ffffffffff07";
  expect(() => read(Buffer.from(huge, "hex"))).toThrow(NotPbf);
});

test("an extract packed by another way is told apart from a damaged one", () => {
  const packed = new PbfWriter();
  packed.writeVarintField(2, 9);
  packed.writeBytesField(6, new Uint8Array(9)); // lz4_data
  const body = packed.finish();
  const head = new PbfWriter();
  head.writeStringField(1, "OSMData");
  head.writeVarintField(3, body.length);
  const header = head.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  expect(() => read(Buffer.concat([length, header, body]))).toThrow(OtherPacking);
});

test("woods too small to be seen on a map of a town are left out", () => {
  const wood = (across: number): Feature => ({
    type: "Feature",
    properties: { natural: "wood" },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [32.2, 48.5],
          [32.2 + across, 48.5],
          [32.2 + across, 48.5 + across],
          [32.2, 48.5 + across],
          [32.2, 48.5],
        ],
      ],
    },
  });
  const { features } = basemapOf([wood(0.0003), wood(0.003)], { box, hromada, attribution: "" });
  expect(features.map(({ geometry }) => geometry)).toEqual([wood(0.003).geometry]);
});

test("a disk that fails is no fault of the extract", () => {
  const failing = Object.assign(new Error("EIO"), { syscall: "read" });
  const reading = () =>
    osmFeatures(
      () => {
        throw failing;
      },
      100,
      { inflate: (packed) => inflateSync(packed), box },
    );
  expect(reading).toThrow(failing);
});

test("bends nobody sees are straightened, those that are seen stay", () => {
  expect(
    simplified([
      [0, 0],
      [1, 0.00001],
      [2, 0],
      [3, 1],
    ]),
  ).toEqual([
    [0, 0],
    [2, 0],
    [3, 1],
  ]);
});

test("lines that share ends are one, whichever way they run; the others stay apart", () => {
  expect(
    chained([
      [1, 2, 3],
      [9, 8],
      [3, 4, 1],
    ]),
  ).toEqual([
    [3, 4, 1, 2, 3],
    [9, 8],
  ]);
});
