import { expect, test } from "vitest";
import { maskOf } from "../../scan/characters.ts";
import { textMarks, withoutInvisible } from "./text-marks.ts";

const marksOf = (text: string): string => {
  const marks: string[] = [];
  textMarks(text, maskOf(text), (mark) => marks.push(mark));
  return marks.join(" ");
};

test.each<[marks: string, texts: string[]]>([
  ["invisible", ["сло\u200bво", "а\u00adб", "а\u2028б", "а\u0001б"]],
  ["decomposed", ["ї".normalize("NFD")]],
  ["lost-letters", ["а\ufffdб"]],
  ["invisible lost-letters", ["а\ufffd\u200bб"]],
  ["misread-letters", ["РЁРєРѕР»Р°"]],
  ["question-marks", ["????", "??? ?", "?? ???, ??"]],
  ["narrow-column", ["###", "########"]],
  ["lost-digits", ["3.12345E+09", "3,12E+12", "3E+08"]],
  ["excel-date", ["03.вер", "5-лют", "лип.12", "5-Feb", "Feb.12", "03/ЛИСТ."]],
  ["ditto", ["те саме", "там же", "так само", "-//-", '"', "''", '—"—', "„"]],
  ["formula", ["=A1", '= "', "@x", "+A1", "-A1", "+(5)", "-(5)", "\t=1", "\tслово"]],
  ["mixed-alphabet", ["сlово", "Slово", "оO"]],
  [
    "markup",
    ["<b>а</b>", "<br>", "&nbsp;", "&amp;", "</p>", "<a href='x'>", "А&lt;Б", "Сім&#39;я"],
  ],
  [
    "markup",
    ["<script>x", "javascript:alert(1)", " JavaScript :x", "data:text/html,x", "vbscript;x"],
  ],
  ["mixed-alphabet markup", ["слоvо<br>"]],
  [
    "",
    [
      ...["слово", "а\tб", "Їжак", "???", "?? ?? б", "Чи так??? Ні", "а? б? в?", "##", "№ 5", "~"],
      ...["3E+07", "3.12E+100", "0.12E+09", "abc3E+09", "03.верес", "5 берез", "Feb-2024"],
      ...["123.вер", "те саме, що й торік", "-5", "+5", "+380", "- слово", "x@y", "Wi-Fi мережа"],
      ...["a < b > c", "&copy;", "<Б>", "javascript", "Так"],
    ],
  ],
])("«%s»", (marks, texts) => {
  expect(texts.map((text) => [text, marksOf(text)])).toEqual(texts.map((text) => [text, marks]));
});

test.each([
  ["сло\u200bво", "слово"],
  ["а\u0001\u0002б", "а б"],
  ["а\u2028б", "а б"],
  ["а\tб\n", "а\tб\n"],
  ["👩\u200d👩", "👩\u200d👩"],
  ["а\u00adб\ufeff", "аб"],
])("%j without what nobody sees", (text, shown) => {
  expect(withoutInvisible(text)).toBe(shown);
});
