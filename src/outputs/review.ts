import type { Block, Line } from "../model/blocks.ts";
import type { Finding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { datasetBlock } from "./review-dataset.ts";
import { breakingText, counted, datasetTitle, most, number, rest } from "./review-words.ts";

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

/** What a person must look at before approving: what breaks, what goes, what the portal's own code becomes. */
function lookItems({ datasets, code, harvest }: Review): { line: Line; more: Line[] }[] {
  return [
    ...datasets
      .filter(({ breaking }) => breaking.length > 0)
      .map((change) => ({
        line: [{ strong: change.title }, ` (${change.id}): зламає програми, що читають набір`],
        more: [
          ...change.breaking.map((one): Line => [breakingText(one)]),
          ...(change.told && change.kind !== "removed"
            ? [["паспорт про це каже: нова версія і versionNotes є"]]
            : []),
        ],
      })),
    ...datasets
      .filter(({ kind }) => kind === "withdrawn" || kind === "renamed")
      .map((change) => ({ line: [datasetTitle(change)], more: [] })),
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
  const errors = [...fresh, ...standing].filter(({ severity }) => severity === "error");
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
  const empty = datasets.length === 0 && others.length === 0 && review.code.length === 0;
  return [
    { kind: "heading", level: 1, text: empty ? "Змін немає" : verdictLine(review) },
    ...section("Що виправити", findings(errors)),
    ...section("На що подивитися", look.length === 0 ? [] : [{ kind: "list", items: look }]),
    ...section("Нові попередження", findings(warnings)),
    ...section("Що змінилося", datasets.map(datasetBlock)),
    ...section("Інше", [
      ...(others.length > 0
        ? [
            {
              kind: "list" as const,
              items: [
                ...others.slice(0, most).map((path): Line => [{ code: path }]),
                ...rest(others.length),
              ],
            },
          ]
        : []),
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
    ]),
  ];
}

export const renderReviewJson = (review: Review): string => `${JSON.stringify(review, null, 1)}\n`;
