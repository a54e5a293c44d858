/** Units that are counted: as they stand after five, and after one and after two. Units of measure («грн», «км») have no forms. */
const counted: Readonly<Record<string, readonly [one: string, few: string]>> = {
  адрес: ["адреса", "адреси"],
  видалень: ["видалення", "видалення"],
  виборців: ["виборець", "виборці"],
  дерев: ["дерево", "дерева"],
  закладів: ["заклад", "заклади"],
  записів: ["запис", "записи"],
  звернень: ["звернення", "звернення"],
  завдань: ["завдання", "завдання"],
  мешканців: ["мешканець", "мешканці"],
  наборів: ["набір", "набори"],
  осіб: ["особа", "особи"],
  рослин: ["рослина", "рослини"],
  рядків: ["рядок", "рядки"],
  учнів: ["учень", "учні"],
};

const plural = new Intl.PluralRules("uk");

/**
 * A unit as it stands after a number: «2 163 особи», «5 осіб», «1 особа». A whole number alone asks for it; a unit that is not
 * known, or is of several words that agree («дерев і пнів»), stays as it is written.
 */
export function unitAfter(value: number, unit: string): string {
  const forms = counted[unit];
  if (!forms || !Number.isInteger(value)) return unit;
  const form = plural.select(Math.abs(value));
  return form === "one" ? forms[0] : form === "few" ? forms[1] : unit;
}
