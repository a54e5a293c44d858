import { surname, surnameOther, type WordKind } from "./person-words.ts";

/** A word of a text, with its place in it. */
export type Word = { raw: string; folded: string; kind: WordKind; start: number; end: number };

/** What words in a row name a person by. */
export type NameForm = {
  /**
   * `full`: with a patronymic. `pair`: a given name and a surname. `initials`: two of them and a surname; `initial`: one.
   * `shape`: two or three words with capitals, nothing more.
   */
  form: "full" | "pair" | "initials" | "initial" | "shape";
  /** Another case than the nominative: so do streets and schools name people. */
  other: boolean;
  /** Written as a signature is: «Лариса КОСТЕНКО». */
  raised: boolean;
};

/** People whom streets, ships and books are named after: their names tell no one's secret. */
const famous = new Set(
  "тарас шевченко|іван франко|леся українка|богдан хмельницький|михайло грушевський|григорій сковорода|іван мазепа|михайло коцюбинський|олександр довженко|данило галицький|ярослав мудрий|володимир великий|княгиня ольга|степан бандера|василь стус|остап вишня|юрій гагарін|володимир винниченко|іван купала|максим рильський|павло тичина|марко вовчок|панас мирний|ліна костенко|олександр пушкін|карл маркс|марко кропивницький|іван богун|максим залізняк|устим кармелюк|роман шухевич|євген маланюк|іван сірко|микола гоголь|симон петлюра".split(
    "|",
  ),
);

/** Surnames that are words of their own and have no ending of surnames. */
const common = new Set(
  "коваль бондар гончар мельник ткач кравець швець мороз шевчук гайдук сокіл чумак козак лис заєць вовк кучер шпак жук крук голуб соловей гнатюк бойко лемко волох циган сорока ворона муха риба кіт баран коза коцюба гонта дзюба журба сирота скиба лоза верба дуб береза калина пилипчук рибак столяр колісник скляр лимар шаповал маляр рудь білоус чорновіл лях турок татарин литвин поляк гуцул стельмах".split(
    " ",
  ),
);

/** More words in a row are no name. */
const mostWords = 4;

const countOf = (run: readonly Word[], ...kinds: WordKind[]): number =>
  run.filter(({ kind }) => kinds.includes(kind)).length;

/** Is one word in capitals and another not: «Лариса КОСТЕНКО», «О. КОСТЕНКО»? */
const isRaised = (run: readonly Word[]): boolean =>
  run.some(({ kind, raw }) => kind !== "initial" && raw.length > 2 && raw === raw.toUpperCase()) &&
  run.some(({ raw, kind }) => kind === "initial" || raw !== raw.toUpperCase());

/** How many initials words have: with points, or, «Петренко О В», letters alone after one name. */
function initialsIn(run: readonly Word[]): number {
  const dotted = countOf(run, "initial");
  if (dotted > 0) return dotted;
  const bare = run.filter(({ raw }) => raw.length === 1).length;
  return bare > 1 && run.length - bare === 1 ? bare : 0;
}

/** A patronymic makes a full name; in front such a word is a surname: «Максимович Михайло». */
function fullName(run: readonly Word[], initials: number): Omit<NameForm, "raised"> | undefined {
  const after = run.slice(1);
  const fathers = countOf(after, "father");
  if (fathers + countOf(after, "father-other") === 0 || run.length - initials < 3) return undefined;
  const isOther = fathers === 0 || countOf(run, "given-other") > countOf(run, "given");
  return { form: "full", other: isOther };
}

const feminine = /(?:ська|цька|ова|єва|ева)$/;

/** Initials and one word: a surname, as far as the word or the number of initials says. */
function withInitials(
  run: readonly Word[],
  initials: number,
  raised: boolean,
): Omit<NameForm, "raised"> | undefined {
  const name = run.find(({ kind, raw }) => kind !== "initial" && raw.length > 1);
  if (!name || run.length > mostWords) return undefined;
  const { folded } = name;
  const isSurname = surname.test(folded);
  if (countOf(run, "initial") === 0 && !isSurname) return undefined;
  const isOther = surnameOther.test(folded) && !feminine.test(folded);
  if (initials >= 2) return { form: "initials", other: isOther };
  const isSure = raised || isSurname || common.has(folded) || countOf(run, "given") > 0;
  return isSure && !isOther ? { form: "initial", other: false } : undefined;
}

/** Words without initials: a given name beside a surname, or words that are only written as names are. */
function inWords(run: readonly Word[]): Omit<NameForm, "raised"> | undefined {
  if (countOf(run, "given-other") > 0) {
    const hasSurname = run.some(
      ({ kind, folded }) =>
        surnames.includes(kind) && (surnameOther.test(folded) || surname.test(folded)),
    );
    return hasSurname ? { form: "pair", other: true } : undefined;
  }
  if (countOf(run, "given") > 0) {
    const isFamous = famous.has(run.map(({ folded }) => folded).join(" "));
    return isFamous ? undefined : { form: "pair", other: false };
  }
  const areCapitals = countOf(run, "capital", "capitals") === run.length;
  return areCapitals && run.length <= 3 ? { form: "shape", other: false } : undefined;
}
/** Kinds of words that may be the surname beside a given name. */
const surnames: readonly WordKind[] = ["capital", "capitals", "father", "father-other"];

/** Words in a row → how they name a person, if they do. */
export function nameFormOf(run: readonly Word[]): NameForm | undefined {
  const initials = initialsIn(run);
  const raised = isRaised(run);
  const full = fullName(run, initials);
  if (full) return { ...full, raised };
  if (initials > 0) {
    const found = run.length - initials === 1 ? withInitials(run, initials, raised) : undefined;
    return found && { ...found, raised };
  }
  const found = run.length >= 2 && run.length <= mostWords ? inWords(run) : undefined;
  return found && { ...found, raised };
}
