import { expect, test } from "vitest";
import { sourceOf } from "../../table/scan/encoding.ts";
import { cleaned } from "../../test/fixtures/cleaned.ts";
import { inspectFile } from "../inspection.ts";

const utf8 = new TextEncoder();

test.each([
  [
    "records",
    '[{"id":1,"name":"Вокзал, головний"},{"id":2,"tags":["a"]}]',
    'id,name,tags\n1,"Вокзал, головний",\n2,,"[""a""]"\n',
  ],
  [
    "GeoJSON",
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Вокзал"},"geometry":{"type":"Point","coordinates":[32.26,48.5]}}]}',
    "name,lon,lat\nВокзал,32.26,48.5\n",
  ],
])("JSON becomes a table: %s", async (_, json, csv) => {
  expect((await cleaned(utf8.encode(json), "a.json")).text).toBe(csv);
});

test("the place where a text stops being JSON is told", async () => {
  const placeOf = async (file: string, text: string) =>
    (await inspectFile(file, sourceOf(utf8.encode(text)))).findings.map(({ place }) => place);
  expect(await placeOf("a.json", '[\n {"a": 1,},\n]')).toEqual([
    { file: "a.json", line: 2, column: 9 },
  ]);
  expect(await placeOf("a.ndjson", '{"a":1}\n\n{"a":\n')).toEqual([
    { file: "a.ndjson", line: 3, column: 6 },
  ]);
});

test("a list inside a cell is kept whole, or the file is refused", async () => {
  const nested = (depth: number) => `[{"id":1,"a":${"[".repeat(depth)}7${"]".repeat(depth)}}]`;
  expect((await cleaned(utf8.encode(nested(50)), "a.json")).text).toBe(
    `id,a\n1,${"[".repeat(50)}7${"]".repeat(50)}\n`,
  );
  expect((await cleaned(utf8.encode(nested(500)), "a.json")).inspection.findings.length).toBe(1);
});

test("numbers of JSON are kept as they are written", async () => {
  const { text } = await cleaned(
    utf8.encode('[{"id":12345678901234567890,"sum":2.50},{"id":12345678901234567891,"sum":3}]'),
    "a.json",
  );
  expect(text).toBe("id,sum\n12345678901234567890,2.50\n12345678901234567891,3\n");
});

test("JSON of two lists asks which is the table; JSON too deep or too sparse is refused", async () => {
  const said = async (json: string) =>
    (await cleaned(utf8.encode(json), "a.json")).inspection.findings.map(({ rule }) => rule);
  expect(await said('{"meta":[{"k":1}],"stops":[{"id":1},{"id":2}]}')).toEqual(["table-readable"]);
  const sparse = Array.from({ length: 6000 }, (_, index) => `{"k${index}":1}`).join(",");
  expect(await said(`[${sparse}]`)).toEqual(["table-readable"]);
  expect((await said(`[{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}]`)).length).toBeGreaterThan(
    0,
  );
});
