import { describe, expect, test } from "vitest";
import { jsonTable, jsonTableFault } from "./json-table.ts";

type Read = [situation: string, json: string, csv: string];
const deep = (depth: number) => `[{"a":${"[".repeat(depth)}1${"]".repeat(depth)}}]`;
const keys = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`);
const record = (names: readonly string[]) => `{${names.map((name) => `"${name}":1`).join(",")}}`;

describe("a list of records", () => {
  test.each<Read>([
    ["every key of every record", '[{"a":1,"b":"x"},{"b":"y","c":null}]', "a,b,c\n1,x,\n,y,\n"],
    [
      "numbers as the file writes them",
      '[{"a":12345678901234567890,"b":2.50,"c":-0.0,"d":1e3,"e":true,"f":false}]',
      "a,b,c,d,e,f\n12345678901234567890,2.50,-0.0,1e3,true,false\n",
    ],
    [
      "lists and objects inside a cell, as JSON",
      '[{"a":[1.0,"x",null,[2,{"b":3.10}],true]},{"a":{"k \\"":2.50,"l":[]}}]',
      'a\n"[1.0,""x"",null,[2,{""b"":3.10}],true]"\n"{""k \\"""":2.50,""l"":[]}"\n',
    ],
    [
      "the one list of records in an envelope",
      '{"value":[{"a":1}],"count":1,"other":[1,2]}',
      "a\n1\n",
    ],
    ["features of another kind of object", '{"type":"Other","features":[{"a":1}]}', "a\n1\n"],
  ])("%s", (_, json, csv) => expect(jsonTable(json)).toEqual({ format: "JSON", text: csv }));
  test("lists a hundred deep, no deeper", () => {
    const cell = (depth: number) => "[".repeat(depth) + 1 + "]".repeat(depth);
    expect(jsonTable(deep(101))?.text).toBe(`a\n${cell(101)}\n`);
    expect(() => jsonTable(deep(102))).toThrow("списки вкладено надто глибоко");
  });
  test("five thousand keys, no more", () => {
    const [some, all] = [keys(5000), keys(5001)];
    expect(jsonTable(`[${record(some)}]`)?.text).toBe(
      `${some.join(",")}\n${some.map(() => 1).join(",")}\n`,
    );
    expect(jsonTable(`[${record(some)},${record(all)}]`)).toBeUndefined();
  });
  test.each([
    ["nothing", "[]"],
    ["numbers", "[1,2]"],
    ["one number", "5.0"],
    ["null", "null"],
    ["a record alone", '{"a":1}'],
    ["two lists of records", '{"a":[{"a":1}],"b":[{"b":1}]}'],
    ["a number among the records", '[{"a":1},2.5]'],
    ["a list among the records", '[{"a":1},[2]]'],
    ["null among the records", '[{"a":1},null]'],
  ])("%s is no table", (_, json) => expect(jsonTable(json)).toBeUndefined());
});

describe("a record a line", () => {
  test.each<Read>([
    ["lines", '{"a":1}\n{"a":2.0}\n', "a\n1\n2.0\n"],
    ["blank lines between", '{"a":1}\n\n  \n{"b":2}', "a,b\n1,\n,2\n"],
  ])("%s", (_, json, csv) => expect(jsonTable(json)).toEqual({ format: "NDJSON", text: csv }));
  test("numbers a line are no table", () => expect(jsonTable("1\n2")).toBeUndefined());
  test.each(['{"a":1}\nx', "x", '{"a":1'])("%j is no JSON at all", (text) =>
    expect(() => jsonTable(text)).toThrow(SyntaxError),
  );
});

describe("a GeoJSON collection", () => {
  const collection = (...features: string[]) =>
    `{"type":"FeatureCollection","features":[${features.join(",")}]}`;
  const point = (properties: string, numbers: string) =>
    `{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":${numbers}}}`;
  test.each<Read>([
    [
      "points become columns, beside the number and the properties",
      collection(
        '{"type":"Feature","id":7,"properties":{"n":"а"},"geometry":{"type":"Point","coordinates":[32.50,48.5]}}',
        '{"type":"Feature","properties":null,"geometry":null}',
      ),
      "id,n,lon,lat\n7,а,32.50,48.5\n,,,\n",
    ],
    [
      "a height becomes a column too",
      collection(point('{"n":1}', "[32.5,48.5,120]")),
      "n,lon,lat,altitude\n1,32.5,48.5,120\n",
    ],
    [
      "beside a property of the name the point's have others",
      collection(point('{"lat":1}', "[32.5,48.5]"), point('{"lon":2}', "[32.6,48.6]")),
      "lat,pointLon,pointLat,lon\n1,32.5,48.5,\n,32.6,48.6,2\n",
    ],
    [
      "another geometry stays as it is written",
      collection(
        '{"properties":{"n":1},"geometry":{"type":"LineString","coordinates":[[32.50,48.5],[1,2]]}}',
        point('{"n":2}', "5"),
      ),
      'n,geometry\n1,"{""type"":""LineString"",""coordinates"":[[32.50,48.5],[1,2]]}"\n2,"{""type"":""Point"",""coordinates"":5}"\n',
    ],
    ["what is no feature is an empty row", collection("5", '{"properties":{"n":1}}'), "n\n\n1\n"],
  ])("%s", (_, json, csv) => expect(jsonTable(json)).toEqual({ format: "GeoJSON", text: csv }));
  test.each([
    ["without features", collection()],
    ["whose features are no list", '{"type":"FeatureCollection","features":{}}'],
  ])("%s is no table", (_, json) => expect(jsonTable(json)).toBeUndefined());
});

describe("where a text stops being JSON", () => {
  test.each<[situation: string, text: string, fault: string | undefined]>([
    ["a list", '[{"a":1},]', "trailing-comma 1:9"],
    ["a list over lines", '{\n"a":1\n,,}', "sign 3:2"],
    ["nothing", "", "empty 1:1"],
    ["a record", '{"a":1}', undefined],
    ["a record and a blank line", '{"a":1}\n  ', undefined],
    ["records a line", '{"a":1}\n{"a":2}', undefined],
    ["a record a line, the second wrong", '{"a":1}\n{"a":}\n', "sign 2:6"],
    ["a record a line, after blank lines", '\n{"a":1}\n\n{"a" 2}', "number 4:6"],
    ["a record a line, then text", '\n\n{"a":1}\nx\ny', "unquoted 4:1"],
  ])("%s", (_, text, expected) => {
    const fault = jsonTableFault(text);
    expect(fault && `${fault.what} ${fault.line}:${fault.column}`).toBe(expected);
  });
});
