import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseSource } from "./source.ts";

const schema = z.strictObject({
  title: z.string(),
  kind: z.enum(["council", "school"]).optional(),
  notes: z.array(z.string()).optional(),
  en: z.strictObject({ title: z.string() }).optional(),
});
const told = (text: string) =>
  parseSource({ id: "a", file: "a.yaml", text, schema }).problems.map((problem) => [
    `${problem.place.line}:${problem.place.column}`,
    problem.code === "yaml" ? problem.reason : problem.code,
  ]);

const quotes = expect.stringContaining("типографські лапки");
const tab = "відступ зроблено табуляцією, а потрібні пробіли";
const space = (where: string, point: string) =>
  expect.stringMatching(new RegExp(`^${where} стоїть не пробіл, .*U\\+${point}`));

describe("one fault of writing, one message with its place", () => {
  test.each<[string, string, string, unknown]>([
    [
      "a no-break space after a colon",
      "title:\u00a0Рада\n",
      "1:7",
      space("після двокрапки", "00A0"),
    ],
    [
      "a narrow one before a colon",
      "title\u202f: Рада\n",
      "1:6",
      space("перед двокрапкою", "202F"),
    ],
    [
      "ideographic spaces as indentation",
      "title: a\nen:\n\u3000title: b\n",
      "3:1",
      space("на початку рядка", "3000"),
    ],
    [
      "a figure space after a dash",
      "title: a\nnotes:\n  -\u2007b\n",
      "3:4",
      space("на початку рядка", "2007"),
    ],
    ["a value in “ ”", "title: “Рада”\n", "1:8", quotes],
    ["a value in „ “ with a colon in it", "title: „Рада: міська“\n", "1:8", quotes],
    ["a value in ‘ ’ with a comma, in braces", "title: a\nen: { title: ‘b’ }\n", "2:14", quotes],
    ["a word of a list in « »", "title: a\nkind: «school»\n", "2:1", quotes],
    ["a key in “ ”", "“title”: Рада\n", "1:1", quotes],
    ["a tab as indentation", "title: a\nen:\n\ttitle: b\n", "3:1", tab],
    ["tabs of two lines", "title: a\nen:\n\ttitle: b\n\ttitle: c\n", "3:1", tab],
    ["a tab in braces over lines", "title: a\nen: {\n\ttitle: b }\n", "3:2", tab],
    [
      "a comma in braces",
      "title: a\nen: { title: b, c }\n",
      "2:17",
      expect.stringContaining("прочитано як окреме поле"),
    ],
    [
      "a colon of another script",
      "title：Рада\nkind: school\n",
      "1:1",
      expect.stringContaining("двокрапка тут не та"),
    ],
    [
      "no space after a colon",
      "title:Рада\nkind: school\n",
      "1:1",
      "після двокрапки потрібен пробіл",
    ],
    [
      "a second document",
      "title: a\n---\ntitle: b\n",
      "2:1",
      expect.stringContaining("починає другий опис"),
    ],
    ["a directive", "%YAML 1.1\n---\ntitle: a\n", "1:1", "директиви (%…) не дозволені"],
    ["nothing but a comment", "# title: a\n", "1:1", "тут немає жодного поля"],
    ["a word that cannot be, told once", "title: a\nkind: shcool\n", "2:1", "wrong-value"],
    ["a required part of another type, told once", "title: [a]\n", "1:1", "wrong-value"],
  ])("%s", (_, text, place, reason) => {
    expect(told(text)).toEqual([[place, reason]]);
  });
});

test("typography in texts is a writer's own affair", () => {
  for (const text of [
    "title: «Безпечне місто»\n",
    "title: Школа «Мрія» і “другі”\n",
    "title: Рада\u00a0міста\n",
    "title: |\n  Примітка:\u00a0так\n  \u00a0і так\n",
    'title: "Примітка:\n  Далі:\u00a0так"\n',
    "title: a # далі:\u00a0б\n",
    "title: a\ten\n",
  ])
    expect(told(text)).toEqual([]);
});

test("a line of a million dashes, blanks or quotes is read in no time", () => {
  const started = performance.now();
  for (const sign of ["-", "\u00a0", "“", "a", " ", "\t"]) told(`title: a\n${sign.repeat(1e6)}\n`);
  expect(performance.now() - started).toBeLessThan(5000);
});
