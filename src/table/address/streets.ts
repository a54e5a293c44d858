import { addressesOf, fitsKind, isSeveral, type Street, streetKey, streetKind } from "./street.ts";

/** A street of a portal: how people read its name, and one text that is the same however an address writes it. */
export type KnownStreet = { id: string; kind: string; name: string };

/** How a street is read: «вул. Полтавська», «Лісопарк Східний». */
export const streetTitle = ({ kind, name }: Pick<Street, "kind" | "name">): string =>
  kind === "" ? name : `${kind} ${name}`;

/** A street of such a text, whatever words it is of: `streetTitle` the other way round. */
export function readTitle(title: string): Street {
  const [first = "", ...words] = title.split(" ");
  const kind = streetKind(first) === first && words.length > 0 ? first : "";
  const name = kind === "" ? title : words.join(" ");
  return { kind, name, key: streetKey(name) };
}

const idOf = (kind: string, key: string): string => `${kind}|${key}`;

/**
 * «Полтавська», «Перемоги» and «Волкова» without a kind may be streets; «1-й Полтавський» is none: its kind is masculine.
 * By the words of a name, so that however they stand it is one street.
 */
const mayBeStreet = (key: string): boolean => !/[иі]й(?=\s|$)/u.test(key);

/** The commonest of some texts; of equal ones the first in the order of letters. */
function commonest(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

const add = (counts: Map<string, number>, text: string, times: number): void => {
  counts.set(text, (counts.get(text) ?? 0) + times);
};

/** A street as addresses say it, and in how many of them: in one where that is not told. */
type Said = Street & { times?: number };

/** By the words of a name: how often each kind is said with it, and how the name is written. */
function collect(addresses: Iterable<Said>) {
  const known = new Map<string, { kinds: Map<string, number>; names: Map<string, number> }>();
  for (const { kind, name, key, times = 1 } of addresses) {
    const one = known.get(key) ?? { kinds: new Map(), names: new Map() };
    known.set(key, one);
    if (kind !== "") add(one.kinds, kind, times);
    add(one.names, name, times);
  }
  return known;
}

/** Full names in a register by kind and last word, where one alone ends so: «вул. Маланюка» is «вул. Євгена Маланюка». */
function fullNames(register: readonly Street[]): Map<string, Street> {
  const full = new Map<string, Street>();
  const taken = new Set(register.map(({ kind, key }) => idOf(kind, key)));
  for (const street of register) {
    const words = street.name.split(/\s+/);
    const short = idOf(street.kind, streetKey(words.at(-1) ?? ""));
    if (words.length < 2 || taken.has(short)) continue;
    // Two streets that end so: the short name says neither.
    if (full.has(short)) taken.add(short);
    full.set(short, street);
  }
  for (const short of taken) full.delete(short);
  return full;
}

/** «великої перспективної» → «велика перспективна», where the street is known so: corners are told in another case. */
function nominative(key: string, known: ReadonlyMap<string, unknown>): string {
  const turned = key.replace(/ьої(?=\s|$)/g, "я").replace(/ої(?=\s|$)/g, "а");
  return known.has(turned) ? turned : key;
}

/** What the streets of a place are known by, beside the addresses themselves. */
type Known = {
  /** Streets as a register of them names them: a surname alone is the one street of the register that ends so. */
  register?: readonly Street[];
  /** Present streets by `streetKey` of their former names. */
  renamed?: ReadonlyMap<string, Street>;
};

/**
 * Brings every spelling of a street to one: the kind where an address says none (the one it is said with elsewhere), a
 * surname to the full name of the register, a former name to the present one.
 */
export function streetsOf(
  addresses: Iterable<Said>,
  { register = [], renamed = new Map() }: Known = {},
): (street: Street) => KnownStreet {
  const known = collect([...register, ...addresses]);
  const full = fullNames(register);
  return (street) => {
    const now = renamed.get(street.key);
    const { name } = now ?? street;
    const key = nominative((now ?? street).key, known);
    const said = known.get(key);
    const told = (now?.kind ?? "") || street.kind;
    const fitting = [...(said?.kinds ?? [])].filter(([one]) => one !== told && fitsKind(told, one));
    const kind =
      // «пр.» of a name that has one kind is that one.
      (isSeveral(told) && fitting.length === 1 ? fitting[0]?.[0] : told) ||
      commonest(said?.kinds ?? new Map()) ||
      (mayBeStreet(key) ? "вул." : "");
    const whole = full.get(idOf(kind, key));
    return {
      id: idOf(kind, whole?.key ?? key),
      kind,
      name: whole?.name ?? (now ? name : commonest(said?.names ?? new Map()) || name),
    };
  };
}

/**
 * A column of addresses as a column of streets, one spelling each: «вул. Полтавська», «Полтавська, 30» and «вулиця
 * Полтавська» are all «вул. Полтавська». Of a corner the first street; empty where a cell names none.
 */
export function streetColumn(cells: readonly string[], known: Known = {}): string[] {
  const addresses = cells.map((cell) => addressesOf(cell)[0]);
  const resolve = streetsOf(
    addresses.filter((address) => address !== undefined),
    known,
  );
  return addresses.map((address) => (address ? streetTitle(resolve(address)) : ""));
}
