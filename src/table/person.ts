import { foldWord, kindOf, nobody, surname, surnameOther, type WordKind } from "./person-words.ts";

/** A part of a text that names a person. */
export type Person = {
  start: number;
  end: number;
  /**
   * `full`: with a patronymic. `pair`: a given name and a surname. `initials`: two of them and a surname; `initial`: one.
   * `shape`: two or three words with capitals, nothing more.
   */
  form: "full" | "pair" | "initials" | "initial" | "shape";
  /** Another case than the nominative: so do streets and schools name people. */
  other: boolean;
  /** Written as a signature is: «Лариса КОСТЕНКО». */
  raised: boolean;
  /** A word beside it says that a person is meant: «директор», «гр.», «ФОП». */
  told: "post" | "person" | "trader" | undefined;
};

/** What a text says of people, and whether it says anything else. */
export type Persons = {
  people: Person[];
  /** The whole text is names of people, with their posts at most. */
  whole: boolean;
  /** A street, a school, a company is named. */
  thing: boolean;
};

type Word = { raw: string; folded: string; kind: WordKind; start: number; end: number };

const words =
  /[«"“][^»"”]{0,200}[»"”]|\p{Lu}\.|\p{Lu}\p{Ll}[\p{Ll}’'ʼ-]*(?=\p{Lu}\.)|[\p{L}’'ʼ`´‘-]{1,40}\.?|\d+|[^\s]/gu;

/** People whom streets, ships and books are named after: their names tell no one's secret. */
const famous = new Set(
  "тарас шевченко|іван франко|леся українка|богдан хмельницький|михайло грушевський|григорій сковорода|іван мазепа|михайло коцюбинський|олександр довженко|данило галицький|ярослав мудрий|володимир великий|княгиня ольга|степан бандера|василь стус|остап вишня|юрій гагарін|володимир винниченко|іван купала|максим рильський|павло тичина|марко вовчок|панас мирний|ліна костенко|олександр пушкін|карл маркс|марко кропивницький|іван богун|максим залізняк|устим кармелюк|роман шухевич|євген маланюк|іван сірко|микола гоголь|симон петлюра".split(
    "|",
  ),
);

/** Small letters throughout are read as if names had capitals: «петренко олег вікторович». */
const raise = (text: string): string =>
  text.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, gap: string, letter: string) => gap + letter.toUpperCase(),
  );

/** «ФОП «Коваль І. І.»»: the quotes hold the person's own name. */
const quotedTrader = /(?<=(?:ФОП|фоп|підприємець)\s?)[«"“]([^»"”]{0,80})[»"”]/g;

function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(words)) {
    let raw = match[0];
    const start = match.index;
    // A point after a word of four letters ends a sentence; after a shorter one it may cut a word: «гр.», «вул.».
    if (raw.length > 5 && raw.endsWith(".")) raw = raw.slice(0, -1);
    const folded = foldWord(raw);
    found.push({ raw, folded, kind: kindOf(raw, folded), start, end: start + raw.length });
  }
  return found;
}

const named: readonly WordKind[] = [
  "given",
  "given-other",
  "father",
  "father-other",
  "initial",
  "capital",
  "capitals",
];
const isNamed = ({ kind, raw }: Word): boolean =>
  named.includes(kind) && (/^\p{Lu}/u.test(raw) || kind === "father");

/** Words in a row → the person they name, if any. */
function personOf(run: readonly Word[], alone: boolean): Omit<Person, "told"> | undefined {
  const of = (...kinds: WordKind[]) => run.filter(({ kind }) => kinds.includes(kind));
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return undefined;
  const place = { start: first.start, end: last.end };
  const dotted = of("initial").length;
  // «Петренко О В»: letters alone after a name.
  const bare = run.filter(({ raw }) => raw.length === 1).length;
  const initials = dotted > 0 ? dotted : run.length - bare === 1 && bare > 1 ? bare : 0;
  // In front such a word is a surname: «Максимович Михайло».
  const after = run.slice(1);
  const fathers = after.filter(({ kind }) => kind === "father").length;
  const fathersOther = after.filter(({ kind }) => kind === "father-other").length;
  const given = of("given").length;
  const givenOther = of("given-other").length;
  const rest = of("capital", "capitals");
  const raised =
    run.some(
      ({ kind, raw }) => kind !== "initial" && raw.length > 2 && raw === raw.toUpperCase(),
    ) && run.some(({ raw, kind }) => kind === "initial" || raw !== raw.toUpperCase());
  if (fathers + fathersOther > 0 && run.length - initials >= 3)
    return { ...place, form: "full", other: fathers === 0 || givenOther > given, raised };
  if (initials > 0 && run.length - initials === 1) {
    const name = run.find(({ kind, raw }) => kind !== "initial" && raw.length > 1);
    if (dotted === 0 && !(name && surname.test(name.folded))) return undefined;
    if (!name || name.raw.length < 2 || run.length > 4) return undefined;
    const other = surnameOther.test(name.folded) && !/(?:ська|цька|ова|єва|ева)$/.test(name.folded);
    if (initials >= 2) return { ...place, form: "initials", other, raised };
    const sure = raised || given > 0 || surname.test(name.folded) || common.has(name.folded);
    return sure && !other ? { ...place, form: "initial", other: false, raised } : undefined;
  }
  if (initials > 0 || run.length < 2 || run.length > 4) return undefined;
  if (given > 0 && givenOther === 0) {
    if (famous.has(run.map(({ folded }) => folded).join(" "))) return undefined;
    return { ...place, form: "pair", other: false, raised };
  }
  if (givenOther > 0)
    return [...rest, ...of("father", "father-other")].some(
      ({ folded }) => surnameOther.test(folded) || surname.test(folded),
    )
      ? { ...place, form: "pair", other: true, raised }
      : undefined;
  return alone && rest.length === run.length && run.length <= 3
    ? { ...place, form: "shape", other: false, raised }
    : undefined;
}

/** Surnames that are words of their own and have no ending of surnames. */
const common = new Set(
  "коваль бондар гончар мельник ткач кравець швець мороз шевчук гайдук сокіл чумак козак лис заєць вовк кучер шпак жук крук голуб соловей гнатюк бойко лемко волох циган сорока ворона муха риба кіт баран коза коцюба гонта дзюба журба сирота скиба лоза верба дуб береза калина пилипчук рибак столяр колісник скляр лимар шаповал маляр рудь білоус чорновіл лях турок татарин литвин поляк гуцул стельмах".split(
    " ",
  ),
);

/** Is the word something a list of people may stand beside: a post, a short word, a number of a telephone? */
const isBeside = ({ kind, raw }: Word): boolean =>
  kind === "post" || kind === "person" || kind === "other" || (kind === "small" && raw.length <= 3);

/** A text → the people it names, with their places in it. The caller knows what stands around: one text alone proves little. */
export function personsIn(whole: string): Persons {
  // «ПетренкоО.В.»: the letters part without a character more, so that places stay.
  let text = whole
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(quotedTrader, (_, inside: string) => ` ${inside} `);
  if (text === text.toLowerCase() && text.length <= 80) text = raise(text);
  const all = wordsOf(text);
  const people: Person[] = [];
  let guarded = false;
  let told: Person["told"];
  let thing = false;
  let rest = 0;
  for (let at = 0; at < all.length; at++) {
    const word = all[at];
    if (!word) break;
    if (!isNamed(word)) {
      // After a comma another thing may be told of; a mark «імені» holds to its end.
      if (/^[,;:()]$/.test(word.raw)) {
        guarded = false;
        if (word.raw !== ":") told = undefined;
      }
      if (word.kind === "thing") {
        guarded = true;
        thing = true;
        told = undefined;
      } else if (word.kind === "post") told ??= "post";
      else if (word.kind === "person")
        told = /^(?:фоп|пп|підприєм)/.test(word.folded) ? "trader" : "person";
      if (!isBeside(word)) rest++;
      continue;
    }
    let end = at + 1;
    while (end < all.length && end - at < 6) {
      const next = all[end];
      if (!next || !isNamed(next)) break;
      end++;
    }
    const run = all.slice(at, end);
    // «Романа Шухевича, просп.»
    const next = all[end]?.raw === "," ? all[end + 1] : all[end];
    const found = guarded || next?.kind === "thing" ? undefined : personOf(run, true);
    if (found) people.push({ ...found, told });
    else rest++;
    at = end - 1;
    if (found?.form !== "shape") told = undefined;
  }
  // «Петренко О. В., директор»: the post may follow.
  const posted = all.find(({ kind, start }) => kind === "post" || (kind === "person" && start > 0));
  for (const one of people)
    if (
      one.told === undefined &&
      posted &&
      !thing &&
      (posted.kind === "post" || posted.start > one.end)
    )
      one.told = "post";
  return { people, whole: people.length > 0 && rest === 0 && !thing, thing };
}

/** May a column of people hold this text as one of them, though nothing proves it: «Нгуєн Ван Тхань»? */
export const isNobody = (text: string): boolean => nobody.test(foldWord(text.trim()));
