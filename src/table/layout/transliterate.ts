/** Resolution of the Cabinet of Ministers of 27 January 2010 No. 55, Ukrainian into Latin letters. */
const letters: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "y",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ь: "",
  ю: "iu",
  я: "ia",
  ы: "y",
  э: "e",
  ё: "e",
  ъ: "",
};
const initial: Record<string, string> = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

/** One word in Latin letters, all small. */
export const transliterateWord = (word: string): string =>
  [...word.toLowerCase().replaceAll("зг", "zgh")]
    .map(
      (letter, index) => (index === 0 ? initial[letter] : undefined) ?? letters[letter] ?? letter,
    )
    .join("")
    // «région» → region: a Latin letter without its mark.
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

/** «Кількість опорних ЗЗСО, 2021» → `kilkistOpornykhZzso2021`: a name programs can use, at most six words. */
export function toMachineName(title: string): string {
  const words = title
    .replace(/№(?:\s*[зп]\/п)?/g, " number ")
    .replace(/['’ʼ`]/g, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, 6)
    .map((word) => transliterateWord(word).replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "");
  const name = words
    .map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join("");
  return /^\d/.test(name) ? `n${name}` : name;
}

/** «Вулиці міста (2024)» → `vulytsi-mista-2024`: an id for an address, at most so many words. */
export const toSlug = (title: string, words = 6): string =>
  title
    .replace(/['’ʼ`]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => transliterateWord(word).replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "")
    .slice(0, words)
    .join("-");
