/**
 * UTF-8 that was once read as a page of single bytes and saved again: «Школа» becomes «РЁРєРѕР»Р°», or «Ð¨ÐºÐ¾Ð»Ð°».
 * Every letter of the damage is a byte of the text it was, so the text can be had back, and a proof with it: what is
 * not such damage is practically never valid UTF-8 when it is written back.
 */
const pages = ["windows-1251", "windows-1252", "ibm866", "koi8-u", "x-mac-cyrillic"] as const;

/** Byte of each character of a page. */
const bytesOf = new Map(
  pages.map((page) => {
    const text = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    return [page, new Map([...text].map((character, byte) => [character, byte]))] as const;
  }),
);

/** Two letters of UTF-8 after each other, two bytes each, as each page shows them. */
const suspect =
  /(?:[РС][^А-Яа-яA-Za-z0-9\s.,;:]){2}|(?:[ÐÑÃÂ][^A-Za-z0-9\s.,;:]){2}|(?:[╨╤][^A-Za-z0-9\s.,;:]){2}|(?:[п▒я][─-▟░-▓│├┤└┘┌┐┴┬┼■∙√≈≤≥°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©]){2}|(?:[–—][^A-Za-z0-9\s.,;:]){2}/u;
/** The first sign of any of these pairs and one after it: asked of every cell, so it is asked first. */
const firstPair = /[РСÐÑÃÂ╨╤п▒я–—][^А-Яа-яA-Za-z0-9\s.,;:]/;
const ukrainian = /[А-ЩЬЮЯа-щьюяІіЇїЄєҐґ]/gu;
/** Letters and signs that a restored text may have; anything else shows that it was no such damage. */
const strange = /[^\p{Script=Latin}А-яЁёІіЇїЄєҐґ\p{N}\p{P}\p{S}\s]/u;

/** The text a damaged one was, of two damages the first; undefined where the text is not damaged so. */
export function restored(text: string): string | undefined {
  if (!firstPair.test(text) || !suspect.test(text)) return undefined;
  for (const page of pages) {
    const was = readBack(text, page);
    if (was === undefined) continue;
    const before = restored(was);
    if (before !== undefined || !suspect.test(was)) return before ?? was;
  }
  return undefined;
}

function readBack(text: string, page: (typeof pages)[number]): string | undefined {
  const known = bytesOf.get(page);
  const bytes: number[] = [];
  for (const character of text) {
    const byte = known?.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    // A last letter may have lost its second byte: trimmed away as a space that does not break.
    const was = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes), {
      stream: true,
    });
    const letters = was.match(ukrainian)?.length ?? 0;
    if (was.length >= text.length) return undefined;
    return suspect.test(was) || (letters >= 2 && !strange.test(was)) ? was : undefined;
  } catch {
    return undefined;
  }
}
