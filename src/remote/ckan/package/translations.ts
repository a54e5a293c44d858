import { isRecord, type RemotePackage } from "../client.ts";
import { listOf, plain } from "./fields.ts";

/** A text and the language it is in, as far as the portal says: «» where it is said of no language. */
type Words = ReadonlyMap<string, string>;

/** Languages of this project's fields, by every code portals write them with. */
const codes = new Map([
  ["uk", "uk"],
  ["ua", "uk"],
  ["ukr", "uk"],
  ["en", "en"],
  ["eng", "en"],
]);

/** A map of languages: as it is, or as the JSON that portals keep in fields of one line. */
function mapOf(value: unknown): Record<string, unknown> | undefined {
  if (isRecord(value)) return value;
  if (typeof value !== "string" || !/^\s*\{\s*"[a-z]{2,3}[-_"]/i.test(value)) return undefined;
  try {
    const read: unknown = JSON.parse(value);
    return isRecord(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a field says in each language, wherever a portal keeps that: `title_translated: {en, fr}` beside `title`
 * (ckanext-fluent, canada.ca), `title: {de, fr}` (opendata.swiss), or plain words of no language.
 */
function wordsOf(source: RemotePackage, name: string): Words {
  const written =
    source[name] ?? listOf(source.extras).find(({ key }) => key === name)?.value ?? undefined;
  const maps = [mapOf(source[`${name}_translated`]), mapOf(written)];
  const found = new Map<string, string>();
  for (const [code, value] of maps.flatMap((map) => Object.entries(map ?? {}))) {
    const short = code.toLowerCase().split(/[-_]/)[0] ?? "";
    const text = plain(value);
    const language = codes.get(short) ?? short;
    if (text !== "" && !found.has(language)) found.set(language, text);
  }
  const bare = mapOf(written) ? "" : plain(written);
  return bare === "" ? found : new Map([...found, ["", bare]]);
}

/** A text for this project's fields: Ukrainian where there is one, and English beside it. */
export type Translated = {
  text: string;
  /** The same in English, where the text itself is Ukrainian. */
  en?: string;
  /** The language of a text that is known to be no Ukrainian: «de». */
  language?: string;
};

/** A field of a package or of one of its files, in the languages this project has fields for; "" where it says nothing. */
export function translated(source: RemotePackage, name: string): Translated {
  const words = wordsOf(source, name);
  const ukrainian = words.get("uk");
  const english = words.get("en");
  if (ukrainian !== undefined)
    return { text: ukrainian, ...(english === undefined ? {} : { en: english }) };
  const bare = words.get("");
  // What stands without a language is one of the translations, or a text nobody knows the language of.
  if (bare !== undefined && ![...words].some(([code, text]) => code !== "" && text === bare))
    return { text: bare };
  const [language, text] =
    english === undefined ? ([...words].find(([code]) => code !== "") ?? []) : ["en", english];
  return text === undefined || language === undefined ? { text: bare ?? "" } : { text, language };
}

/** Words of a list that a portal keeps in several languages: Ukrainian ones, else English, else those of any. */
export function translatedList(source: RemotePackage, name: string): string[] {
  const map = mapOf(source[`${name}_translated`]) ?? mapOf(source[name]);
  if (!map) return [];
  const lists = new Map(
    Object.entries(map).map(([code, list]) => {
      const short = code.toLowerCase().split(/[-_]/)[0] ?? "";
      return [codes.get(short) ?? short, Array.isArray(list) ? list.map(plain) : []] as const;
    }),
  );
  const filled = [...lists.values()].filter((list) => list.length > 0);
  return [lists.get("uk"), lists.get("en"), ...filled].find((list) => list?.length) ?? [];
}
