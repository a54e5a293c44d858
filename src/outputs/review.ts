import { isRewritten, loudFields, unseenFiles } from "../compare/review.ts";
import type { Block, Line } from "../model/blocks.ts";
import type { Finding } from "../model/finding.ts";
import type { DatasetChange, Review } from "../model/review.ts";
import { datasetBlock, fieldRows } from "./review-dataset.ts";
import {
  breakingText,
  counted,
  datasetTitle,
  fieldText,
  most,
  number,
  rest,
} from "./review-words.ts";

const verdictLine = ({ verdict, fresh, standing }: Review): string => {
  const errors = [...fresh, ...standing].filter(({ severity }) => severity === "error").length;
  return verdict === "blocked"
    ? `Схвалити не можна: ${counted(errors, "помилка", "помилки", "помилок")}`
    : verdict === "look"
      ? "Можна схвалити, якщо ви згодні з тим, що нижче"
      : "Можна схвалювати";
};

const placeText = ({ file, line }: Finding["place"]): string =>
  line === undefined ? file : `${file}:${line}`;

const findingItem = (
  finding: Finding,
  helpOf: (rule: string) => string | undefined,
): { line: Line; more: Line[] } => {
  const help = helpOf(finding.rule);
  return {
    line: [finding.message],
    more: [
      ["де: ", { code: placeText(finding.place) }],
      ["що зробити: ", finding.hint],
      ...(help === undefined ? [] : [[{ link: "довідка", href: help }]]),
    ],
  };
};

/** Of a new set, what a reviewer asks first. */
function newFacts({ kind, passport, tables }: DatasetChange): Line[] {
  if (kind !== "new") return [];
  const said = (field: string) => passport.find((one) => one.field === field)?.after;
  const facts = [
    ["розпорядник", said("publisher")],
    ["періодичність", said("frequency")],
    ["ліцензія", passport.find(({ field }) => field.startsWith("licenses"))?.after],
  ].filter(([, value]) => value !== undefined);
  return [
    ...facts.map(([label, value]): Line => [`${label}: `, { code: value ?? "" }]),
    ...tables.map(
      ({ resource, after }): Line => [
        "таблиця ",
        { code: resource },
        `: ${counted(after, "рядок", "рядки", "рядків")}`,
      ],
    ),
  ];
}

/** What a person must look at before approving: what breaks, what goes, what the portal's own code becomes. */
function lookItems({
  datasets,
  code = [],
  harvest,
  others,
}: Review): { line: Line; more: Line[] }[] {
  return [
    ...datasets
      .filter(({ breaking }) => breaking.length > 0)
      .map((change) => ({
        line: [
          { strong: change.title },
          ` (${change.id}): зміна зламає програми, що читають набір`,
        ],
        more: [
          ...change.breaking.map((one): Line => [breakingText(one)]),
          ...(change.told && change.kind !== "removed"
            ? [["паспорт про це каже: нова версія і versionNotes є"]]
            : []),
        ],
      })),
    ...datasets
      .filter(({ kind }) => kind !== "changed" && kind !== "removed")
      .map((change) => ({ line: [datasetTitle(change)], more: newFacts(change) })),
    ...datasets.flatMap(({ title, id, tables }) =>
      tables.filter(isRewritten).map((table) => ({
        line: [
          { strong: title },
          ` (${id}): у таблиці `,
          { code: table.resource },
          ` змінено ${counted(table.changed.count, "рядок", "рядки", "рядків")} з ${number(table.before)}`,
        ] satisfies Line,
        more: table.totals.map(
          ({ column, before, after }): Line => [
            "сума ",
            { code: column },
            `: ${number(before)} → ${number(after)}`,
          ],
        ),
      })),
    ),
    ...datasets
      .filter((change) => loudFields(change).length > 0)
      .map((change) => ({
        line: [{ strong: change.title }, ` (${change.id}): змінено паспорт`] satisfies Line,
        more: [
          ...loudFields(change)
            .slice(0, most)
            .map(
              ({ field, before, after }): Line => [
                { code: fieldText(field) },
                ": ",
                { code: before || "немає" },
                " → ",
                { code: after || "немає" },
              ],
            ),
          ...rest(loudFields(change).length),
        ],
      })),
    ...datasets
      .filter((change) => unseenFiles(change).length > 0)
      .map((change) => ({
        line: [
          { strong: change.title },
          ` (${change.id}): файл змінено, а порівняти його за рядками не можна — відкрийте його`,
        ] satisfies Line,
        more: unseenFiles(change)
          .slice(0, most)
          .map((name): Line => [{ code: name }]),
      })),
    ...others
      .filter(({ kind }) => kind === "removed")
      .map(({ path }) => ({ line: ["Вилучено файл ", { code: path }] satisfies Line, more: [] })),
    ...datasets.flatMap(({ title, id, tables }) =>
      tables
        .filter(({ removed }) => removed.count > 0)
        .map((table) => ({
          line: [
            { strong: title },
            ` (${id}): із таблиці `,
            { code: table.resource },
            ` вилучено ${counted(table.removed.count, "рядок", "рядки", "рядків")} з ${number(table.before)}`,
          ] satisfies Line,
          more: table.removed.shown.slice(0, 3).map(({ key }): Line => [{ code: key }]),
        })),
    ),
    ...(harvest && harvest.deleted.length > 0
      ? [
          {
            line: [
              `Харвестери вилучать ${counted(harvest.deleted.length, "набір", "набори", "наборів")}`,
            ],
            more: harvest.deleted.slice(0, most).map((iri): Line => [{ code: iri }]),
          },
        ]
      : []),
    ...(code.length > 0
      ? [
          {
            line: [
              `Змінено ${counted(code.length, "файл", "файли", "файлів")} коду або налаштувань порталу: такі зміни схвалює той, хто відповідає за код`,
            ],
            more: [
              ...code.slice(0, most).map((path): Line => [{ code: path }]),
              ...rest(code.length),
            ],
          },
        ]
      : []),
  ];
}

const otherWords = { added: "додано", changed: "змінено", removed: "вилучено" };

const harvestLine = ({ harvest }: Review): Line =>
  harvest
    ? [
        `Харвестери створять наборів: ${harvest.created.length}, оновлять: ${harvest.updated.length}, вилучать: ${harvest.deleted.length}.`,
      ]
    : ["Що побачать харвестери, стане відомо, коли помилок не буде."];

/** A review in the reviewer's order: may I approve, what must I look at, the rest. */
export function reviewBlocks(
  review: Review,
  helpOf: (rule: string) => string | undefined,
): Block[] {
  const { fresh, standing, mended, datasets, others } = review;
  const errors = fresh.filter(({ severity }) => severity === "error");
  const warnings = fresh.filter(({ severity }) => severity === "warning");
  const look = lookItems(review);
  const section = (text: string, blocks: Block[]): Block[] =>
    blocks.length === 0 ? [] : [{ kind: "heading", level: 2, text }, ...blocks];
  const findings = (list: readonly Finding[]): Block[] =>
    list.length === 0
      ? []
      : [
          {
            kind: "list",
            items: [
              ...list.slice(0, most).map((finding) => findingItem(finding, helpOf)),
              ...rest(list.length),
            ],
          },
        ];
  const empty =
    review.verdict === "fine" &&
    datasets.length === 0 &&
    others.length === 0 &&
    (review.code ?? []).length === 0;
  return [
    { kind: "heading", level: 1, text: empty ? "Змін немає" : verdictLine(review) },
    ...section("Що виправити", findings(errors)),
    ...section("Помилки, що були й до цієї зміни", findings(standing)),
    ...section("На що подивитися", look.length === 0 ? [] : [{ kind: "list", items: look }]),
    ...section("Нові попередження", findings(warnings)),
    ...section("Що змінилося", datasets.map(datasetBlock)),
    ...section("Інше", [
      ...(others.length > 0
        ? [
            {
              kind: "list" as const,
              items: [
                ...others
                  .slice(0, most)
                  .map(({ path, kind }): Line => [`${otherWords[kind]}: `, { code: path }]),
                ...rest(others.length),
              ],
            },
          ]
        : []),
      ...others
        .filter(({ fields }) => fields.length > 0)
        .slice(0, most)
        .map(
          ({ path, fields }): Block => ({
            kind: "details",
            summary: path,
            blocks: [{ kind: "table", head: ["поле", "було", "стало"], rows: fieldRows(fields) }],
          }),
        ),
      ...(mended.length > 0
        ? [
            {
              kind: "text" as const,
              line: [
                `Виправлено: ${counted(mended.length, "зауваження", "зауваження", "зауважень")}.`,
              ],
            },
          ]
        : []),
      { kind: "text", line: harvestLine(review) },
      ...(review.code
        ? []
        : [
            {
              kind: "text" as const,
              line: ["Код порталу не порівняно: одна зі сторін — тека, а не коміт."],
            },
          ]),
    ]),
  ];
}

/** Letters of one text in a report: who reads it (github/report.ts) takes no longer one. */
const longestText = 1900;

export const renderReviewJson = (review: Review): string =>
  `${JSON.stringify(
    review,
    (_, value: unknown) =>
      typeof value === "string" && value.length > longestText
        ? `${value.slice(0, longestText).toWellFormed()}…`
        : value,
    1,
  )}\n`;
