import type { Repository } from "../../../model/repository.ts";
import { largestFile, type TreeFile } from "../../../model/tree.ts";
import { type JsonFault, parseJson } from "../../../table/json/json-text.ts";
import { isUtf8 } from "../../../table/scan/encoding.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";
import { jsonWords } from "./json-words.ts";

export type JsonFile = { file: string } & (
  | { value: unknown }
  | { fault: JsonFault }
  | { fault: "encoding" | "mark" }
);

const readFiles = new WeakMap<TreeFile, JsonFile>();

/** Every JSON and GeoJSON file of the sets, read once for all rules; files that are too big are told of and not opened. */
export const jsonFiles = (repository: Repository): JsonFile[] =>
  jsonOf(repository, /^data\/datasets\/.+\.(?:geo)?json$/i);

/** The ground of the portal's maps, where it was made of an extract. */
const groundFile = /^data\/basemap\.json$/;

const jsonOf = ({ tree, fetched }: Repository, names: RegExp): JsonFile[] =>
  [...tree, ...fetched].flatMap(([file, entry]) => {
    if (!names.test(file)) return [];
    if (entry.kind !== "file" || entry.size === 0 || entry.size > largestFile) return [];
    const known = readFiles.get(entry) ?? read(file, entry.bytes());
    readFiles.set(entry, known);
    return [known];
  });

function read(file: string, bytes: Uint8Array): JsonFile {
  if (!isUtf8(bytes, true)) return { file, fault: "encoding" };
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (text.startsWith("\ufeff")) return { file, fault: "mark" };
  return { file, ...parseJson(text) };
}

/** Has a value what a ground is drawn of? */
function isGround(value: unknown): boolean {
  const { type, features } = (value ?? {}) as { type?: unknown; features?: unknown };
  return type === "FeatureCollection" && Array.isArray(features);
}

export const jsonReadable: Rule = {
  id: "json-readable",
  title: "Файл JSON читається",
  why: "Одна зайва кома — і жодна програма не прочитає файлу. Тому його перевіряють за стандартом RFC 8259, а показують рядок і місце.",
  check: (repository) =>
    [...jsonFiles(repository), ...jsonOf(repository, groundFile)].flatMap((read) => {
      const { file } = read;
      if (!("fault" in read))
        return groundFile.test(file) && !isGround(read.value)
          ? [
              error(jsonReadable, {
                place: { file },
                message:
                  "У файлі тла карт немає карти: потрібна FeatureCollection зі списком features.",
                hint: "Складіть тло знову: npm run basemap -- вивантаження.osm.pbf. Або вилучіть файл — тоді портал намалює тло з власних даних.",
              }),
            ]
          : [];
      const { fault } = read;
      if (fault === "encoding")
        return [
          error(jsonReadable, {
            place: { file },
            message: "Файл JSON не в кодуванні UTF-8.",
            hint: "Збережіть його як UTF-8: стандарт іншого не дозволяє.",
          }),
        ];
      if (fault === "mark")
        return [
          error(jsonReadable, {
            place: { file, line: 1, column: 1 },
            message: "Файл JSON починається невидимою позначкою порядку байтів (BOM).",
            hint: "Збережіть його як UTF-8 без BOM: VS Code — натисніть назву кодування внизу праворуч → Save with Encoding → UTF-8.",
          }),
        ];
      const [message, hint] = jsonWords(fault);
      return [
        error(jsonReadable, {
          place: { file, line: fault.line, column: fault.column },
          message: `Це не JSON. ${message}`,
          hint,
        }),
      ];
    }),
  examples: [
    jsonExample("після останнього значення — кома", '{"a": 1,}', [
      "Це не JSON. Зайва кома перед закритою дужкою.",
    ]),
    jsonExample("у файлі текст", "not json", ["Це не JSON. Слово «not» без лапок."]),
    jsonExample("поле записано двічі", '[{"id": 1,\n "id": 2}]', [
      "Це не JSON. Поле «id» записано в одному об’єкті двічі.",
    ]),
    jsonExample("файл обірвано", '[{"id": 1}, {"id"', [
      "Це не JSON. Файл обірвано: у ньому щось відкрито й не закрито.",
    ]),
    {
      when: "тло карт обірвано",
      files: { "data/basemap.json": '{"type":"FeatureCollection","features":[{"type"' },
      messages: ["Це не JSON. Файл обірвано: у ньому щось відкрито й не закрито."],
    },
    {
      when: "тло карт — не карта",
      files: { "data/basemap.json": "null" },
      messages: ["У файлі тла карт немає карти: потрібна FeatureCollection зі списком features."],
    },
    {
      when: "тло карт на своєму місці",
      files: { "data/basemap.json": '{"type":"FeatureCollection","features":[]}' },
      messages: [],
    },
  ],
};

/** A set with one more file, JSON or GeoJSON. */
export function jsonExample(when: string, text: string, messages: string[], name = "extra.json") {
  return {
    when,
    files: {
      ...stopsWith(
        "resources:",
        `resources:\n  - { name: extra, title: Ще, path: ${name}, format: ${name.endsWith("geojson") ? "GEOJSON" : "JSON"} }`,
      ),
      [`data/datasets/stops/${name}`]: text,
    },
    messages,
  };
}
