import { describe, expect, test } from "vitest";
import { parseJson } from "./json-text.ts";

/** The fault of a text as «what, line:column, what was found». */
const faultOf = (text: string) => {
  const read = parseJson(text);
  if (!("fault" in read)) return "none";
  const { what, line, column, found } = read.fault;
  return `${what} ${line}:${column} ${found}`;
};
const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("what RFC 8259 allows is read as JSON.parse reads it", () => {
  test.each([
    '"x"',
    "1",
    " true ",
    "[\t1\r\n]",
    "[null, false, true]",
    "[0, -0, 10, 1.5, 1e5, 1E+5, -1.25e-7]",
    '["\\u00e9\\n", "\\/\\b\\f\\r\\t\\"\\\\", "а\u007f"]',
    '{"a": {}, "b": [], "c": [{}, []]}',
    '{"a":{"a":1},"b":[{"a":1},{"a":"a"}],"c":"a"}',
    deep(200),
  ])("%j", (text) => expect(parseJson(text)).toEqual({ value: JSON.parse(text) }));
});

describe("the first fault of a text, and where", () => {
  test.each<[text: string, fault: string]>([
    // Commas
    ['{"a":1,}', "trailing-comma 1:7 ,"],
    ["[1,\n 2,\n]", "trailing-comma 2:3 ,"],
    ["[,]", "sign 1:2 ,"],
    ["{,}", "sign 1:2 ,"],
    ["[1,,2]", "sign 1:4 ,"],
    ["[1;2]", "sign 1:3 ;"],
    ["[1 2]", "number 1:4 2"],
    ['{"a":1 "b":2}', 'sign 1:8 "'],
    ['["a""b"]', 'sign 1:5 "'],
    // Ends
    ["", "empty 1:1 "],
    [" \n", "empty 2:1 "],
    ['{"a":1', "cut 1:7 "],
    ["[1,", "cut 1:4 "],
    ['{"a":"b', "cut 1:8 "],
    ['{"a":1}\n{"a":2}', "second-value 2:1 {"],
    ["[1]]", "second-value 1:4 ]"],
    ["[1] /", "second-value 1:5 /"],
    ["]", "sign 1:1 ]"],
    ["[1}", "sign 1:3 }"],
    ['{"a":1]', "sign 1:7 ]"],
    [deep(5000), "deep 1:201 ["],
    [deep(201), "deep 1:201 ["],
    // Keys
    ['{"a"}', "sign 1:5 }"],
    ['{"a":}', "sign 1:6 }"],
    ['{"b":1,"a":}', "sign 1:12 }"],
    ['{"a",1}', "sign 1:5 ,"],
    ['["a" : 1]', "sign 1:6 :"],
    ["{1:2}", "number 1:2 1:2"],
    ["{a:1}", "unquoted 1:2 a"],
    ['{"a":1,"\\u0061":2}', "repeated-key 1:8 a"],
    ['{"a":{"b":1,"b":2}}', "repeated-key 1:13 b"],
    ['[{"a":1},{"a":1,"a":2}]', "repeated-key 1:17 a"],
    [`{"${"к".repeat(80)}":1,"${"к".repeat(80)}":2}`, `repeated-key 1:87 ${"к".repeat(60)}`],
    // Words
    ["not json", "unquoted 1:1 not"],
    ["[NaN]", "unquoted 1:2 NaN"],
    ["[True]", "unquoted 1:2 True"],
    ["[nullable, 1]", "unquoted 1:2 nullable"],
    ["[null$]", "unquoted 1:2 null$"],
    ["[слово_2]", "unquoted 1:2 слово_2"],
    [`[${"a".repeat(80)}]`, `unquoted 1:2 ${"a".repeat(60)}`],
    // Quotes
    ["{'a':1}", "single-quote 1:2 '"],
    ["{“a”:1}", "single-quote 1:2 “"],
    ["[`a`]", "single-quote 1:2 `"],
    ["[«a»]", "single-quote 1:2 «"],
    ['{"a":"x\ny"}', "control 1:8 \n"],
    ['["\t"]', "control 1:3 \t"],
    ['{"a":"\\x"}', "escape 1:7 \\"],
    ['["a\\u12G4"]', "escape 1:4 \\"],
    ['["a\\', "escape 1:4 \\"],
    // Numbers
    ['{"a":01}', "number 1:6 01"],
    ["[1.]", "number 1:2 1."],
    ["[.5]", "number 1:2 .5"],
    ["[+1 ]", "number 1:2 +1"],
    ["[-]", "number 1:2 -"],
    ["[1e]", "number 1:2 1e"],
    ["[1.5.5,2]", "number 1:2 1.5.5"],
    ["[12345678901234567890123]", "none"],
    ["[12345678901234567890123x]", "number 1:2 12345678901234567890"],
    // Notes
    ["[1] // x", "comment 1:5 /"],
    ["[1]#", "comment 1:4 #"],
    ["[/* x */ 1]", "comment 1:2 /*"],
    ["[1//x\n]", "comment 1:3 //"],
    ["[#1]", "comment 1:2 #1"],
    // Other signs
    ["@", "sign 1:1 @"],
    ["[\u00a01]", "sign 1:2 \u00a0"],
    ["[😀]", "sign 1:2 😀"],
  ])("%j", (text, fault) => expect(faultOf(text)).toBe(fault));
});
