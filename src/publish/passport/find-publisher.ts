import { parse } from "yaml";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";

export type KnownPublisher = {
  id: string;
  title: string;
  /** Its title in English, where the card gives one. */
  en?: string;
  kind: string;
  email?: string;
  parent?: string;
};

/** Cards of publishers, by id; what of a card cannot be read is not there. */
export const publishersOf = ({ files }: PortalFacts): KnownPublisher[] =>
  Object.entries(files).flatMap(([path, text]) => {
    const id = /^data\/publishers\/([^/]+)\.yaml$/.exec(path)?.[1];
    if (id === undefined) return [];
    const card = (parse(text) ?? {}) as Partial<Omit<KnownPublisher, "en">> & {
      en?: { title?: string };
    };
    return [
      {
        id,
        title: card.title ?? id,
        ...(card.en?.title ? { en: card.en.title } : {}),
        kind: card.kind ?? "",
        ...(card.email ? { email: card.email } : {}),
        ...(card.parent ? { parent: card.parent } : {}),
      },
    ];
  });

/** Words that abbreviations leave out. */
const small = new Set(["та", "і", "й", "з", "із", "у", "в", "на", "по", "при", "для", "до", "о"]);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’'ʼ`]/g, "")
    .match(/[\p{L}\p{N}]+/gu) ?? [];
/** Are two words one, but for their endings: «управління» and «управлінню», «освіта» and «освіти»? */
function isSameWord(typed: string, word: string): boolean {
  if (typed.length < 4) return word.startsWith(typed);
  const same = [...typed].findIndex((letter, index) => letter !== word[index]);
  return same === -1 || same >= Math.max(4, typed.length - 2);
}
const initials = (words: readonly string[]): string =>
  words
    .filter((word) => !small.has(word))
    .map((word) => word.slice(0, 1))
    .join("");

/** How well a publisher answers to what was typed, from 0 to 1. */
function likeness(typed: string, { id, title, en = "" }: KnownPublisher): number {
  if (typed.trim().toLowerCase() === id) return 1;
  return Math.max(likenessOf(typed, title), likenessOf(typed, en));
}

function likenessOf(typed: string, title: string): number {
  const asked = wordsOf(typed);
  if (asked.length === 0) return 0;
  const words = wordsOf(title);
  const [sole = ""] = asked;
  // «УО», «ЦНАП»: first letters of the title's first words, or of any of them in a row.
  if (asked.length === 1 && sole.length >= 2 && sole.length <= 6) {
    const at = initials(words).indexOf(sole);
    if (at === 0) return 0.95;
    if (at > 0 && sole.length >= 3) return 0.8;
  }
  const has = (part: string) => words.some((word) => isSameWord(part, word));
  const said = asked.filter((word) => !small.has(word));
  const found = said.filter(has).length;
  if (found === 0 || found < said.length * 0.6) return 0;
  // Of two that hold all that was typed, the shorter one is meant.
  return (found / Math.max(1, said.length)) * 0.7 + (0.2 * found) / words.length;
}

/** Publishers by what people call them: a title, part of it, an abbreviation, an id. The likeliest comes first. */
export const findPublishers = (typed: string, facts: PortalFacts): KnownPublisher[] =>
  publishersOf(facts)
    .map((publisher) => ({ publisher, score: likeness(typed, publisher) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.publisher.title.length - b.publisher.title.length ||
        (a.publisher.id < b.publisher.id ? -1 : 1),
    )
    .map(({ publisher }) => publisher);
