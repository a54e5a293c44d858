import { expect, test } from "vitest";
import { cleaned } from "../test/fixtures/cleaned.ts";

const utf8 = new TextEncoder();

/** The bytes of a text in an 8-bit page: what its decoder reads, turned round. */
function encoded(text: string, page: string): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = new Map(
    [...new TextDecoder(page).decode(bytes)].map((letter, byte) => [letter, byte]),
  );
  return Uint8Array.from([...text], (letter) => letters.get(letter) ?? 63);
}

const schools =
  "Назва;Адреса;Кількість учнів\nЛіцей імені Тараса Шевченка;вул. Велика Перспективна, 10;540\nГімназія № 9;вул. Юрія Краснокутського, 12;380\n";
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].flatMap((unit) =>
      little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );

test.each<[string, Uint8Array, string, boolean]>([
  ["UTF-8", utf8.encode(schools), "utf-8", false],
  ["UTF-8 with a mark", utf8.encode(`\ufeff${schools}`), "utf-8", true],
  ["UTF-16 little end first", utf16(schools, true), "utf-16le", true],
  ["UTF-16 big end first", utf16(schools, false), "utf-16be", true],
  ["Windows-1251", encoded(schools, "windows-1251"), "windows-1251", false],
  ["KOI8-U", encoded(schools, "koi8-u"), "koi8-u", false],
  ["MacCyrillic", encoded(schools, "x-mac-cyrillic"), "x-mac-cyrillic", false],
  ["DOS 866", encoded(schools.replaceAll("і", "i"), "ibm866"), "ibm866", false],
])("%s is recognised and read", async (_, bytes, name, mark) => {
  const { inspection, text } = await cleaned(bytes);
  expect(inspection.report?.encoding).toMatchObject({ name, mark });
  expect(inspection.report?.encoding.sure).not.toBe("guess");
  expect(text.split("\n")[2]).toContain(
    "вул. Юрія Краснокутського, 12".slice(0, name === "ibm866" ? 3 : 29),
  );
});

test.each([
  [
    "capitals in Windows-1251",
    encoded("id;street\n1;ВУЛИЦЯ ІВАНА ФРАНКА\n2;ВУЛИЦЯ ПОЛТАВСЬКА\n", "windows-1251"),
    "windows-1251",
  ],
  ["UTF-8 cut in its last letter", utf8.encode("id,name\n1,Школа\n2,Парк").slice(0, -1), "utf-8"],
])("the encoding is not mistaken: %s", async (_, bytes, name) => {
  expect((await cleaned(bytes)).inspection.report?.encoding.name).toBe(name);
});

test("a part in another encoding is named by its line, and no clean table is made", async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `${row + 1},Школа\n`).join("");
  const { inspection } = await cleaned(
    new Uint8Array([...utf8.encode(`id,name\n${rows}`), ...encoded("31,Парк\n", "windows-1251")]),
  );
  expect(inspection.findings.map(({ message, place }) => [message, place.line])).toEqual([
    ["Файл у кодуванні UTF-8, але з цього рядка літери записано інакше.", 32],
  ]);
  expect(inspection.clean).toBeUndefined();
});
