import { CYRILLIC, DOT } from "./characters.ts";
import { isNobody, type Person, personsIn } from "./person.ts";
import type { PersonalEvidence, PersonalKind } from "./personal-evidence.ts";
import type { Role } from "./role.ts";

/** Cells of a column that are read word by word; after them only where something points at a person. */
const close = 1500;
/** A patronymic, «ФОП», a word that introduces a person; with a point, initials. No flags: it is asked of every cell. */
const pointer = /(?:[оеє]вич|[іїо]вн[аиіу]|[ОЕЄ]ВИЧ|[ІЇ]ВН|огли|кизи|ФОП|гр\.|ик\. )/;
const dotted =
  /[а-яіїєґ’] ?[А-ЯІЇЄҐ]\. ?[А-ЯІЇЄҐ]\.|[А-ЯІЇЄҐ]\. ?[А-ЯІЇЄҐ]\. ?[А-ЯІЇЄҐ]|(?:[оеє]вич|[іїо]вн[аиіу]|[ОЕЄ]ВИЧ|[ІЇ]ВН|огли|кизи|ФОП|гр\.|ик\. )/;
const latin = /vych|vich|ivna|ovna/;
const longest = 400;
const lone = /^\p{L}[\p{L}’'ʼ`-]{1,40}$/u;

/** Columns of what is named after people: a street, a monument and a ship are nobody. */
const isOfThings = (role: Role | undefined): boolean => role === "address" || role === "thing";

/** A long text in pieces, each around what may point at a person. */
function* piecesOf(text: string): Generator<string> {
  if (text.length <= longest) {
    yield text;
    return;
  }
  const pointers = new RegExp(`${dotted.source}|${latin.source}`, "g");
  let done = 0;
  let count = 0;
  for (const { index } of text.matchAll(pointers)) {
    if (index < done) continue;
    if (count++ > 50) return;
    done = index + 120;
    yield text.slice(Math.max(0, index - 100), done);
  }
}

/** Does a name alone in its cell say that a person is meant? */
const isClear = ({ form, raised }: Person): boolean =>
  form === "full" || form === "initials" || raised;

/** A cell with letters → does it name people? Adds what it saw to the evidence. */
export function lookForNames(
  text: string,
  mask: number,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  const ofPeople = role === "person" || role === "surname";
  if (text.length < (ofPeople ? 2 : 5)) return undefined;
  evidence.read = (evidence.read ?? 0) + 1;
  const { read, whole = 0 } = evidence;
  const near =
    text.length <= 120 && (ofPeople || read <= close || (whole >= 3 && whole > read * 0.02));
  if (!near && !(mask & CYRILLIC ? (mask & DOT ? dotted : pointer) : latin).test(text))
    return undefined;
  const add = (kind: PersonalKind): PersonalKind => {
    evidence[kind] = (evidence[kind] ?? 0) + 1;
    return kind;
  };
  const count = (key: "whole" | "others" | "among" | "clear" | "sure" | "told" | "shaped") => {
    evidence[key] = (evidence[key] ?? 0) + 1;
  };
  for (const piece of piecesOf(text)) {
    const { people, whole } = personsIn(piece);
    const named = people.filter(({ form }) => form !== "shape");
    const told = named.find(({ told }) => told !== undefined);
    const sure = named.find(({ form }) => form === "full");
    if (told && !isOfThings(role)) {
      count("told");
      count("sure");
      return add(
        told.told === "trader"
          ? "entrepreneur"
          : told.form.startsWith("initial")
            ? "initials"
            : "name",
      );
    }
    if (sure && (!isOfThings(role) || !sure.other)) {
      count("sure");
      return add("name");
    }
    const [first] = named;
    if (first && whole && first.other) count("others");
    if (first && whole && !isOfThings(role) && (!first.other || ofPeople)) {
      count("whole");
      if (named.some(isClear)) count("clear");
      return add(first.form.startsWith("initial") ? "initials" : "name");
    }
    const among = named.find(({ form }) => form === "initials");
    if (among && !whole && !isOfThings(role)) {
      count("among");
      return add("initials");
    }
    if (ofPeople && whole && people.length > 0 && !isNobody(text)) {
      count("shaped");
      return add("name");
    }
  }
  if (role === "surname" && !isNobody(text)) {
    // A column of surnames, or of given names: one word in each cell.
    if (lone.test(text)) {
      count("shaped");
      return add("name");
    }
    if (!personsIn(text.slice(0, longest)).thing) return add("named");
  }
  return undefined;
}

/** How sure the evidence of a column is that it names people. */
export function judgeNames(
  evidence: PersonalEvidence,
  role: Role | undefined,
  filled: number,
): "error" | "warning" | undefined {
  const { told = 0, sure = 0, others = 0, clear = 0, shaped = 0 } = evidence;
  // «Олеся Гончара» among «Івана Франка» is a street of a man.
  const whole = others > (evidence.whole ?? 0) ? 0 : (evidence.whole ?? 0);
  const { among = 0 } = evidence;
  const seen = sure + whole;
  if (role === "author") return seen > 0 ? "warning" : undefined;
  if (role === "surname" && (seen > 0 || shaped >= Math.max(1, filled * 0.2))) return "error";
  if (role === "person") {
    if (seen > 0 || shaped >= Math.max(1, filled * 0.5)) return "error";
    return undefined;
  }
  if (told > 0 || sure >= 3) return "error";
  if (whole + sure >= Math.min(3, filled) && whole + sure >= filled * 0.4)
    return filled > 2 || clear > 0 || sure > 0 ? "error" : "warning";
  if (clear >= 3 && clear >= filled * 0.1) return "error";
  if (among >= 3 && among >= filled * 0.3) return "error";
  const few = clear > 0 && clear >= filled * 0.01;
  return sure > 0 || few || (whole >= 3 && whole >= filled * 0.15) ? "warning" : undefined;
}
