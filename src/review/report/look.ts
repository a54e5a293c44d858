import type { Line } from "../../model/blocks.ts";
import type {
  DatasetChange,
  FieldChange,
  Review,
  TableChange,
} from "../../model/reports/review.ts";
import { type Reason, reasonsToLook } from "../verdict.ts";
import { columnLine } from "./columns.ts";
import { unusualLines, unusualText } from "./unusual.ts";
import {
  breakingText,
  counted,
  datasetTitle,
  fieldText,
  most,
  number,
  rest,
  valueText,
} from "./words.ts";

/** What a person must look at: a sentence, and under it what it rests on. */
export type LookItem = { line: Line; more: Line[] };

const of = ({ title, id }: DatasetChange): Line => [{ strong: title }, ` (${id}): `];

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

const fieldLine = ({ field, before, after }: FieldChange): Line => [
  { code: fieldText(field) },
  ": ",
  { code: valueText(field, before) || "немає" },
  " → ",
  { code: valueText(field, after) || "немає" },
];

const totalsLines = ({ totals }: TableChange): Line[] =>
  totals.map(({ column, before, after }) => [
    "сума ",
    { code: column },
    `: ${number(before)} → ${number(after)}`,
  ]);

const restore: Line = ["якщо рядки зникли випадково, поверніть їх: завантажте файл повністю"];

function itemOf(reason: Reason): LookItem | undefined {
  switch (reason.kind) {
    case "breaking": {
      const { change } = reason;
      return {
        line: [...of(change), "зміна зламає програми, що читають набір"],
        more: [
          ...change.breaking.map((one): Line => [breakingText(one)]),
          ...(change.told && change.kind !== "removed"
            ? [["паспорт про це каже: нова версія і versionNotes є"]]
            : []),
        ],
      };
    }
    case "unusual": {
      const { change, table } = reason;
      const [first] = table.unusual;
      return {
        line: [...of(change), first ? unusualText(first) : ""],
        more: unusualLines(table.unusual).filter((_, at) => at > 0),
      };
    }
    case "rows-removed": {
      const { change, table } = reason;
      return {
        line: [
          ...of(change),
          "із таблиці ",
          { code: table.resource },
          ` вилучено ${counted(table.removed.count, "рядок", "рядки", "рядків")} з ${number(table.before)}`,
        ],
        more: [...table.removed.shown.slice(0, 3).map(({ key }): Line => [{ code: key }]), restore],
      };
    }
    case "rewritten": {
      const { change, table } = reason;
      return {
        line: [
          ...of(change),
          "у таблиці ",
          { code: table.resource },
          ` змінено ${counted(table.changed.count, "рядок", "рядки", "рядків")} з ${number(table.before)}`,
        ],
        more: totalsLines(table),
      };
    }
    case "dataset":
      return { line: [datasetTitle(reason.change)], more: newFacts(reason.change) };
    case "columns-added": {
      const { change, table } = reason;
      return {
        line: [
          ...of(change),
          `у таблиці `,
          { code: table.resource },
          ` ${counted(table.fresh.length, "нова колонка", "нові колонки", "нових колонок")}`,
        ],
        more: [...table.fresh.slice(0, most).map(columnLine), ...rest(table.fresh.length)],
      };
    }
    case "passport": {
      const { changes, fields } = reason;
      const [only] = changes;
      return {
        line:
          changes.length === 1 && only
            ? [...of(only), "змінено паспорт"]
            : [
                `Однаково змінено паспорти ${counted(changes.length, "набору", "наборів", "наборів")}`,
              ],
        more: [
          ...fields.slice(0, most).map(fieldLine),
          ...rest(fields.length),
          ...(changes.length > 1
            ? [["набори: ", { code: changes.map(({ id }) => id).join(", ") }] satisfies Line]
            : []),
        ],
      };
    }
    case "files-unseen":
      return {
        line: [
          ...of(reason.change),
          "файл змінено, а порівняти його за рядками не можна — відкрийте його",
        ],
        more: reason.names.slice(0, most).map((name): Line => [{ code: name }]),
      };
    case "file-removed":
      return { line: ["Вилучено файл ", { code: reason.path }], more: [] };
    case "central":
      return {
        line: ["Змінено файл ", { code: reason.path }, ", від якого залежать інші сторінки"],
        more: reason.fields.slice(0, 5).map(fieldLine),
      };
    case "harvest-deleted":
      return {
        line: [`Харвестери вилучать ${counted(reason.iris.length, "набір", "набори", "наборів")}`],
        more: [
          ...reason.iris.slice(0, most).map((iri): Line => [{ code: iri }]),
          ...rest(reason.iris.length),
        ],
      };
    case "code":
      return {
        line: [
          `Змінено ${counted(reason.paths.length, "файл", "файли", "файлів")} коду або налаштувань порталу: такі зміни схвалює той, хто відповідає за код`,
        ],
        more: [
          ...reason.paths.slice(0, most).map((path): Line => [{ code: path }]),
          ...rest(reason.paths.length),
        ],
      };
    case "code-unknown":
      return {
        line: ["Не вдалося дізнатися, чи змінено код порталу: перегляньте перелік файлів зміни"],
        more: [],
      };
    case "warnings":
      return undefined;
  }
}

/** What a person must look at before approving, in order; warnings have a section of their own. */
export const lookItems = (review: Review): LookItem[] =>
  reasonsToLook(review).flatMap((reason) => itemOf(reason) ?? []);
