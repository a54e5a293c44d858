import { expect, test } from "vitest";
import { detectEncoding } from "./encoding.ts";

/** Text → bytes of a page of single bytes; undefined where the page lacks a letter. */
function encoded(text: string, page: string): Uint8Array | undefined {
  const letters = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = [...text].map((letter) => letters.indexOf(letter));
  return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
}
const wide = (text: string, big: boolean, mark: boolean): Uint8Array =>
  Uint8Array.from(
    `${mark ? "\ufeff" : ""}${text}`.split("").flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
const utf8 = (text: string, mark = false) =>
  new TextEncoder().encode(`${mark ? "\ufeff" : ""}${text}`);

const texts: Record<string, string> = {
  "a table of schools":
    "id;Назва;Адреса\n1;Школа № 5;вулиця Європейська, 12\n2;Ґімназія імені Шевченка;площа Героїв\n",
  capitals: "НАЗВА;АДРЕСА\nЗАКЛАД ОСВІТИ;ВУЛИЦЯ СОБОРНА\nЇДАЛЬНЯ;ПЛОЩА РИНКОВА\n",
  "a word or two": "Тип\nШкола\n",
  "one letter": "ї",
  Russian: "Название;Адрес\nШкола;улица Ленина, дом 5\n",
  Polish: "Nazwa;Adres\nSzkoła;ulica Żółta, Łódź\nGminę;Kraków\n",
  French: "Nom;Adresse\nÉcole;rue de l'Orléans\nCafé;forêt d'été, garçon\n",
  "names of both": "Name,Назва\nSchool,Школа\nRiver,Річка Інгул\n",
  "letters and digits only": "id,name,sum\n1,abc,5\n2,def,6\n",
  "dashes and quotes": "Назва\nТОВ «Ромашка» — філія\n“Лілія” – 2\n",
  "ends in the middle of a line": "Назва;Кількість\nВокзал;12\nЦентральний рин",
};
const pages = [
  "windows-1251",
  "koi8-u",
  "ibm866",
  "x-mac-cyrillic",
  "windows-1252",
  "windows-1250",
];

test.each(Object.entries(texts))("%s, in every encoding, is found as approved", (_, text) => {
  const lines: string[] = [];
  const tell = (what: string, bytes: Uint8Array | undefined) => {
    if (!bytes) return;
    for (const whole of [true, false]) {
      const { name, sure, mark } = detectEncoding(bytes, whole);
      const read = new TextDecoder(name).decode(bytes) === text ? "right" : "WRONG";
      lines.push(
        `${what}${whole ? "" : ", the beginning"}: ${name} ${sure}${mark ? " with a mark" : ""} ${read}`,
      );
    }
  };
  tell("utf-8", utf8(text));
  tell("utf-8 with a mark", utf8(text, true));
  tell("utf-8 cut inside of a letter", utf8(text).slice(0, -1));
  tell("utf-8 with a broken letter", Uint8Array.from([...utf8(text), 0xd0, 0x20]));
  for (const big of [false, true])
    for (const mark of [false, true])
      tell(`utf-16${big ? "be" : "le"}${mark ? " with a mark" : ""}`, wide(text, big, mark));
  for (const page of pages) tell(page, encoded(text, page));
  expect(lines.join("\n")).toMatchSnapshot();
});

test.each<[what: string, bytes: readonly number[]]>([
  ["two bytes of a mark of three", [0xef, 0xbb, 0x41]],
  ["the first byte of a mark of two", [0xff, 0x41]],
  ["the second byte of it", [0xfe, 0x41]],
  ["the end of a mark of three", [0x41, 0xbb, 0xbf]],
  ["a zero byte here and there", [0xc0, 0, 0xc1, 0xc2, 0xc3, 0xc4]],
  ["a small byte here and there", [0xc0, 4, 0xc1, 0xc2, 0xc3, 0xc4]],
])("%s is no sign of Unicode", (_, bytes) => {
  expect(detectEncoding(Uint8Array.from(bytes), true).name).not.toMatch(/^utf/);
});
test("nothing is UTF-8", () => {
  expect(detectEncoding(new Uint8Array(), true)).toEqual({
    name: "utf-8",
    sure: "certain",
    mark: false,
  });
});

test.each<[situation: string, letters: number, broken: number, isUtf8: boolean]>([
  ["five letters and a broken one", 5, 1, true],
  ["four letters and a broken one", 4, 1, false],
  ["thirty letters and three", 30, 3, true],
  ["twenty-nine letters and three", 29, 3, false],
])("UTF-8 that is broken here and there: %s", (_, letters, broken, is) => {
  const bytes = [...utf8("ж".repeat(letters)), ...Array(broken).fill([0xd0, 0x20]).flat()];
  expect(detectEncoding(Uint8Array.from(bytes), true).name === "utf-8").toBe(is);
});
