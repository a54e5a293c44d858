import type { Line } from "../../../model/blocks.ts";
import type { DatasetChange, FieldChange } from "../../../model/reports/review.ts";
import { breakingText, counted, datasetTitle, most, rest, valueText } from "../words.ts";
import { fieldLine, type LookItem, ofSet } from "./item.ts";

export const breakingItem = (change: DatasetChange): LookItem => ({
  line: [...ofSet(change), "зміна зламає програми, що читають набір"],
  more: [
    ...change.breaking.map((one): Line => [breakingText(one)]),
    ...(change.told && change.kind !== "removed"
      ? [["паспорт про це каже: нова версія і versionNotes є"]]
      : []),
  ],
});

/** Of a new set, what a reviewer asks first. */
function newFacts({ kind, passport, tables }: DatasetChange): Line[] {
  if (kind !== "new") return [];
  const said = (name: string) =>
    passport.filter(({ field }) => field === name || field.startsWith(`${name}.`));
  const facts = (
    [
      ["розпорядник", "publisher"],
      ["періодичність", "frequency"],
      ["ліцензія", "licenses"],
    ] as const
  ).map(([label, name]) => [label, said(name)[0]] as const);
  return [
    ...facts.flatMap(([label, field]): Line[] =>
      field === undefined ? [] : [[`${label}: ${valueText(field.field, field.after)}`]],
    ),
    ...tables.map(
      ({ resource, after, fresh }): Line => [
        "таблиця ",
        { code: resource },
        `: ${counted(after, "рядок", "рядки", "рядків")}, ${counted(fresh.length, "колонка", "колонки", "колонок")}`,
      ],
    ),
  ];
}

/** A set that came, went, came back or has another name. */
export const datasetItem = (change: DatasetChange): LookItem => ({
  line: [datasetTitle(change)],
  more: newFacts(change),
});

/** Fields of a passport that changed, in one set or alike in several. */
export function passportItem(
  changes: readonly DatasetChange[],
  fields: readonly FieldChange[],
): LookItem {
  const [only] = changes;
  const isOne = changes.length === 1 && only !== undefined;
  const sets = counted(changes.length, "набору", "наборів", "наборів");
  return {
    line: isOne ? [...ofSet(only), "змінено паспорт"] : [`Однаково змінено паспорти ${sets}`],
    more: [
      ...fields.slice(0, most).map(fieldLine),
      ...rest(fields.length),
      ...(changes.length > 1
        ? [["набори: ", { code: changes.map(({ id }) => id).join(", ") }] satisfies Line]
        : []),
    ],
  };
}

export const filesUnseenItem = (change: DatasetChange, names: readonly string[]): LookItem => ({
  line: [...ofSet(change), "файл змінено, а порівняти його за рядками не можна — відкрийте його"],
  more: names.slice(0, most).map((name): Line => [{ code: name }]),
});
