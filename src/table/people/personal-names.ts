import type { Role } from "../column/role/role.ts";
import { CYRILLIC, DOT } from "../scan/characters.ts";
import { isNobody, type Person, type Persons, personsIn } from "./person.ts";
import { count, type PersonalEvidence, type PersonalKind } from "./personal-evidence.ts";

/** Cells of a column that are read word by word; after them only where something points at a person. */
const close = 1500;
/** A patronymic, «ФОП», a word that introduces a person; with a point, initials. No flags: it is asked of every cell. */
const pointer = /(?:[оеє]вич|[іїо]вн[аиіу]|[ОЕЄ]ВИЧ|[ІЇ]ВН|огли|кизи|ФОП|гр\.|ик\. )/;
const dotted =
  /[а-яіїєґ’] ?[А-ЯІЇЄҐ]\. ?[А-ЯІЇЄҐ]\.|[А-ЯІЇЄҐ]\. ?[А-ЯІЇЄҐ]\. ?[А-ЯІЇЄҐ]|(?:[оеє]вич|[іїо]вн[аиіу]|[ОЕЄ]ВИЧ|[ІЇ]ВН|огли|кизи|ФОП|гр\.|ик\. )/;
const latin = /vych|vich|ivna|ovna/;
const longest = 400;
/** The longest text that is read word by word though nothing in it points at a person. */
const longestNear = 120;
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

/** Does a column's name say that it names people? */
const isOfPeople = (role: Role | undefined): boolean => role === "person" || role === "surname";

/** Is a cell read word by word: in a column of people, near the file's beginning, or where names were met before? */
function isReadClosely(text: string, role: Role | undefined, evidence: PersonalEvidence): boolean {
  if (text.length > longestNear) return false;
  const { read = 0, whole = 0 } = evidence;
  return isOfPeople(role) || read <= close || (whole >= 3 && whole > read * 0.02);
}

/** Does anything in a text point at a person? */
const hasPointer = (text: string, mask: number): boolean => {
  if (!(mask & CYRILLIC)) return latin.test(text);
  return (mask & DOT ? dotted : pointer).test(text);
};

const kindOfPerson = ({ form }: Person): PersonalKind =>
  form === "initials" || form === "initial" ? "initials" : "name";

/** A person beside a post or «гр.», or with a patronymic. */
function lookForSure(
  named: readonly Person[],
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  const told = named.find(({ told }) => told !== undefined);
  if (told && !isOfThings(role)) {
    count(evidence, "told");
    count(evidence, "sure");
    return count(evidence, told.told === "trader" ? "entrepreneur" : kindOfPerson(told));
  }
  const full = named.find(({ form }) => form === "full");
  if (!full || (full.other && isOfThings(role))) return undefined;
  count(evidence, "sure");
  return count(evidence, "name");
}

/** A cell that is names as a whole; in another case than the nominative they name streets as well. */
function lookForWhole(
  named: readonly Person[],
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  const [first] = named;
  if (!first) return undefined;
  if (first.other) count(evidence, "others");
  if (isOfThings(role) || (first.other && !isOfPeople(role))) return undefined;
  count(evidence, "whole");
  if (named.some(isClear)) count(evidence, "clear");
  return count(evidence, kindOfPerson(first));
}

/** The people of a text, or of a piece of it → what they are counted as. */
function lookAtPersons(
  { people, whole }: Persons,
  text: string,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  const named = people.filter(({ form }) => form !== "shape");
  const found =
    lookForSure(named, role, evidence) ?? (whole ? lookForWhole(named, role, evidence) : undefined);
  if (found) return found;
  if (!whole && !isOfThings(role) && named.some(({ form }) => form === "initials")) {
    count(evidence, "among");
    return count(evidence, "initials");
  }
  if (whole && people.length > 0 && isOfPeople(role) && !isNobody(text)) {
    count(evidence, "shaped");
    return count(evidence, "name");
  }
  return undefined;
}

/** A cell of a column of surnames, or of given names, in which no person was found: one word is a name. */
function lookForSurname(text: string, evidence: PersonalEvidence): PersonalKind | undefined {
  if (isNobody(text)) return undefined;
  if (lone.test(text)) {
    count(evidence, "shaped");
    return count(evidence, "name");
  }
  return personsIn(text.slice(0, longest)).thing ? undefined : count(evidence, "named");
}

/** A cell with letters → does it name people? Adds what it saw to the evidence. */
export function lookForNames(
  text: string,
  mask: number,
  role: Role | undefined,
  evidence: PersonalEvidence,
): PersonalKind | undefined {
  if (text.length < (isOfPeople(role) ? 2 : 5)) return undefined;
  count(evidence, "read");
  if (!isReadClosely(text, role, evidence) && !hasPointer(text, mask)) return undefined;
  for (const piece of piecesOf(text)) {
    const found = lookAtPersons(personsIn(piece), text, role, evidence);
    if (found) return found;
  }
  return role === "surname" ? lookForSurname(text, evidence) : undefined;
}

/** Shares of words that look like names, enough in a column that is called people's. */
const shapedShares: Partial<Record<Role, number>> = { surname: 0.2, person: 0.5 };

/** How sure names are in a column whose own name says nothing of people. */
function judgeUntold(
  { told = 0, sure = 0, clear = 0, among = 0 }: PersonalEvidence,
  whole: number,
  filled: number,
): "error" | "warning" | undefined {
  const isMany = (found: number, share: number) => found >= 3 && found >= filled * share;
  if (told > 0 || sure >= 3) return "error";
  const seen = sure + whole;
  if (seen >= Math.min(3, filled) && seen >= filled * 0.4)
    return filled > 2 || clear > 0 || sure > 0 ? "error" : "warning";
  if (isMany(clear, 0.1) || isMany(among, 0.3)) return "error";
  const isClearFew = clear > 0 && clear >= filled * 0.01;
  return sure > 0 || isClearFew || isMany(whole, 0.15) ? "warning" : undefined;
}

/** How sure the evidence of a column is that it names people. */
export function judgeNames(
  evidence: PersonalEvidence,
  role: Role | undefined,
  filled: number,
): "error" | "warning" | undefined {
  const { sure = 0, others = 0, shaped = 0 } = evidence;
  // «Олеся Гончара» among «Івана Франка» is a street of a man.
  const whole = others > (evidence.whole ?? 0) ? 0 : (evidence.whole ?? 0);
  const isSeen = sure + whole > 0;
  if (role === "author") return isSeen ? "warning" : undefined;
  const share = role && shapedShares[role];
  if (share !== undefined && (isSeen || shaped >= Math.max(1, filled * share))) return "error";
  return role === "person" ? undefined : judgeUntold(evidence, whole, filled);
}
