import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf, committed } from "../../test/fixtures/generated-portal.ts";
import { basemapFile, groundOf, groundSources } from "./own-ground.ts";

const passport = "data/datasets/stops/datapackage.yaml";
const table = "data/datasets/stops/stops.csv";
const boundary = {
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { name: "Громада" },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [32.1, 48.4],
            [32.4, 48.4],
            [32.4, 48.6],
            [32.1, 48.4],
          ],
        ],
      },
    },
    { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [32.2, 48.5] } },
  ],
};
/** Stops with addresses and places, and the boundary beside them. */
const placed: Record<string, string> = {
  ...examplePortal,
  [passport]: `${examplePortal[passport]}`
    .replace(
      "        - { name: platforms,",
      "        - { name: lat, type: number, title: Широта }\n        - { name: lon, type: number, title: Довгота }\n        - { name: address, type: string, title: Адреса }\n        - { name: platforms,",
    )
    .concat("  - { name: border, title: Межі громади, path: border.geojson }\n"),
  [table]: `id,name,lat,lon,address,platforms
1,Вокзал,48.5000,32.2000,"вул. Соборна, 1",2
2,Центр,48.5020,32.2000,"вул. Соборна, 10",1
3,Міст,48.5040,32.2000,"вул. Соборна, 20",1
4,Парк,48.5100,32.2500,"вул. Паркова, 3",1
`,
  "data/datasets/stops/border.geojson": JSON.stringify(boundary),
};
const portalOf = (files: Record<string, string>) => ({
  catalogue: catalogueOf(files),
  repository: readRepository(treeOf(files), committed(files)),
});
const groundIn = (files: Record<string, string>) => {
  const { catalogue, repository } = portalOf(files);
  return JSON.parse(groundOf(catalogue, repository));
};

test("the ground is the portal's boundaries, and streets that at least three places stand on", () => {
  const { features } = groundIn(placed);
  expect(
    features.map(({ properties, geometry }: (typeof boundary)["features"][0]) => [
      properties,
      geometry.type,
    ]),
  ).toEqual([
    [{ kind: "boundary" }, "Polygon"],
    [{ kind: "street", name: "вул. Соборна", level: 1 }, "MultiLineString"],
  ]);
});

test("a street of more places than a function takes arguments is passed over, and the others are drawn", () => {
  const crowd = Array.from({ length: 130_000 }, (_, at) => {
    const [lat, lon] = [48.5 + Math.floor(at / 400) / 1e4, 32.2 + (at % 400) / 1e4];
    return `${at + 5},Дім,${lat.toFixed(4)},${lon.toFixed(4)},"вул. Людна, 1",1\n`;
  });
  const { features } = groundIn({ ...placed, [table]: placed[table] + crowd.join("") });
  expect(features.map(({ properties }: { properties: object }) => properties)).toEqual([
    { kind: "boundary" },
    { kind: "street", name: "вул. Соборна", level: 1 },
  ]);
});

test("what an extract gave is the ground as it is", () => {
  const made = '{"type":"FeatureCollection","features":[]}\n';
  const { catalogue, repository } = portalOf({ ...placed, [basemapFile]: made });
  expect(groundOf(catalogue, repository)).toBe(made);
  expect(groundSources(catalogue, repository)).toBeUndefined();
});

const sourcesIn = (files: Record<string, string>): string => {
  const { catalogue, repository } = portalOf(files);
  return JSON.stringify(groundSources(catalogue, repository));
};

test.each<[what: string, files: Record<string, string>, isAnother: boolean]>([
  [
    "a cell of a table",
    { [table]: `${placed[table]}5,Сквер,48.51,32.25,"вул. Паркова, 4",1\n` },
    true,
  ],
  [
    "a line of the boundary",
    { "data/datasets/stops/border.geojson": JSON.stringify(boundary).replace("32.4", "32.5") },
    true,
  ],
  [
    "what a file calls itself",
    { [passport]: `${placed[passport]}`.replace("Межі", "Центр") },
    true,
  ],
  [
    "the title of the set",
    { [passport]: `${placed[passport]}`.replace("Зупинки громадського", "Стоянки") },
    false,
  ],
])(
  "a ground that was made is the same as long as what it is made of: %s",
  (_, files, isAnother) => {
    expect(sourcesIn({ ...placed, ...files }) !== sourcesIn(placed)).toBe(isAnother);
  },
);
