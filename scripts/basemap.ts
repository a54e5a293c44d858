import { closeSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inflateSync } from "node:zlib";
import type { Feature } from "geojson";
import { basemapOf } from "../src/published/ground/basemap.ts";
import type { Box } from "../src/published/ground/box.ts";
import { NotPbf, OtherPacking, osmFeatures } from "../src/published/ground/osm-pbf.ts";
import { basemapFile } from "../src/published/ground/own-ground.ts";
import { readRepository } from "../src/read/repository.ts";
import { readTree } from "../src/read/tree.ts";
import { command, WrongCall } from "./command.ts";

/** A ground of more bytes than this is more than a hromada's: it is parted for phones, but git keeps every version of it. */
const heavy = 5_000_000;

await command(
  {
    about:
      "Складає тло для карт порталу — межу, головні вулиці, воду й море, назви районів — з вивантаження OpenStreetMap (.osm.pbf) або GeoJSON і кладе його в data/basemap.json.",
    positionals: "ВИВАНТАЖЕННЯ",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      box: {
        type: "string",
        value: "ЗАХІД,ПІВДЕНЬ,СХІД,ПІВНІЧ",
        about: "межі карти в градусах; без них — bbox першої території з data/portal.yaml",
      },
      attribution: {
        type: "string",
        value: "ПІДПИС",
        default: "© учасники OpenStreetMap",
        about: "чиє тло: підпис на карті",
      },
    },
  },
  async ({ values, positionals: [extract] }) => {
    if (extract === undefined)
      throw new WrongCall("Вкажіть файл вивантаження: .osm.pbf або .geojson.");
    const root = resolve(values.root);
    const { portal } = readRepository(
      new Map([...readTree(root)].filter(([path]) => path === "data/portal.yaml")),
    );
    const [hromada] = portal?.value.places ?? [];
    if (!hromada)
      throw new WrongCall(`У теці ${root} немає порталу: data/portal.yaml не прочитано.`);
    const box = values.box === undefined ? hromada.bbox : boxOf(values.box);
    if (!box)
      throw new WrongCall("Додайте bbox першій території в data/portal.yaml або вкажіть --box.");
    const ground = basemapOf(featuresOf(extract, box), {
      box,
      hromada,
      attribution: values.attribution,
    });
    if (ground.features.length === 0)
      throw new WrongCall("У вивантаженні немає нічого для карти в цих межах: перевірте --box.");
    const content = `${JSON.stringify(ground)}\n`;
    writeFileSync(join(root, basemapFile), content);
    const kilobytes = Math.round(content.length / 1000);
    process.stdout.write(
      `${basemapFile}: об’єктів — ${ground.features.length}, ${kilobytes} КБ. Збережіть його комітом.\n`,
    );
    if (content.length > heavy)
      process.stdout.write(
        "Для репозиторію це забагато: звузьте межі (--box) або візьміть менше вивантаження.\n",
      );
  },
);

function boxOf(written: string): Box {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = written.split(",").map(Number);
  if (!(west < east && south < north))
    throw new WrongCall(
      `Межі «${written}» не прочитано: чотири числа через кому, захід менший за схід.`,
    );
  return [west, south, east, north];
}

function featuresOf(path: string, box: Box): Iterable<Feature> {
  if (/\.(geo)?json$/i.test(path)) return geoFeatures(path);
  const file = openSync(path, "r");
  try {
    const read = (from: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, from);
      return bytes;
    };
    return osmFeatures(read, fstatSync(file).size, {
      inflate: (packed) => inflateSync(packed),
      box,
    });
  } catch (error) {
    if (error instanceof OtherPacking)
      throw new WrongCall(
        `${path} стиснено не так, як роздає Geofabrik. Перепакуйте: osmium cat ${path} -f pbf,pbf_compression=zlib -o інший.osm.pbf`,
      );
    if (error instanceof NotPbf)
      throw new WrongCall(
        `${path} — не вивантаження OpenStreetMap, або його завантажено не до кінця: потрібен цілий файл .osm.pbf чи .geojson.`,
      );
    throw error;
  } finally {
    closeSync(file);
  }
}

function geoFeatures(path: string): Iterable<Feature> {
  const text = readFileSync(path, "utf8");
  try {
    const { features } = JSON.parse(text);
    if (Array.isArray(features)) return features;
  } catch {
    // What is no JSON has no features either.
  }
  throw new WrongCall(
    `${path} — не GeoJSON зі списком об’єктів (FeatureCollection) або обірваний.`,
  );
}
