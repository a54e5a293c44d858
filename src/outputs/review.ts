import { dictionaries, type Key, speak } from "../i18n/translate.ts";
import type { Block, Line } from "../model/blocks.ts";
import type { Finding } from "../model/finding.ts";
import type {
  Breaking,
  BreakingKind,
  DatasetChange,
  Review,
  Rows,
  TableChange,
} from "../model/review.ts";

const { number } = speak("uk");
/** Findings, files and identifiers of a kind that a report names; the rest are counted. */
const most = 20;

const breakingWords: Record<BreakingKind, (subject: string, detail: string) => string> = {
  "dataset-removed": (subject) => `набір ${subject} зникає без пояснення`,
  "identifier-changed": (_, detail) => `ідентифікатор змінено: ${detail}`,
  "file-removed": (subject) => `файлу ${subject} більше немає`,
  "file-moved": (subject, detail) => `адреса файлу ${subject} інша: ${detail}`,
  "column-removed": (subject) => `колонки ${subject} більше немає`,
  "column-renamed": (_, detail) => `колонку перейменовано: ${detail}`,
  "columns-reordered": (subject) =>
    `порядок колонок у ${subject} інший: нові стоять не в кінці або старі переставлено`,
  "type-changed": (subject, detail) => `тип колонки ${subject} інший: ${detail}`,
  "required-added": (subject) => `колонка ${subject} тепер обов’язкова`,
  "values-removed": (subject, detail) =>
    `з переліку значень колонки ${subject} вилучено: ${detail}`,
  "limit-tightened": (subject, detail) => `вимоги до колонки ${subject} суворіші: ${detail}`,
  "key-changed": (subject, detail) => `ключ таблиці ${subject} інший: ${detail}`,
  "missing-values-changed": (subject) => `порожні значення в ${subject} записують інакше`,
  "rows-lost": (subject, detail) => `таблиця ${subject} втратила рядків: ${detail}`,
  "licence-changed": (_, detail) => `ліцензія інша: ${detail}`,
};
export const breakingText = ({ kind, subject, detail }: Breaking): string =>
  breakingWords[kind](subject, detail);

const kindWords: Record<DatasetChange["kind"], string> = {
  new: "новий набір",
  changed: "змінено",
  withdrawn: "вилучено з поясненням",
  renamed: "перейменовано",
  removed: "теки немає",
};

const plural = new Intl.PluralRules("uk");
const counted = (count: number, one: string, few: string, many: string): string =>
  `${number(count)} ${{ one, few, many, other: few, zero: many, two: few }[plural.select(count)]}`;

const verdictLine = ({ verdict, fresh, standing }: Review): string => {
  const errors = [...fresh, ...standing].filter(({ severity }) => severity === "error").length;
  return verdict === "blocked"
    ? `Схвалити не можна: ${counted(errors, "помилка", "помилки", "помилок")}`
    : verdict === "look"
      ? "Можна схвалити, якщо згодні з тим, що нижче"
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

const rest = (count: number): Line[] => (count > most ? [[`та ще ${number(count - most)}`]] : []);

/** «−3 рядки, +12, змінено 40», in the order of what matters. */
function rowsText({ removed, changed, added }: TableChange): string {
  const parts = [
    removed.count > 0 ? `вилучено ${counted(removed.count, "рядок", "рядки", "рядків")}` : "",
    changed.count > 0 ? `змінено ${counted(changed.count, "рядок", "рядки", "рядків")}` : "",
    added.count > 0 ? `додано ${counted(added.count, "рядок", "рядки", "рядків")}` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "рядки ті самі" : parts.join(", ");
}

const columnsText = ({ columns }: TableChange): string[] => [
  ...columns.removed.map((column) => `вилучено колонку ${column}`),
  ...columns.renamed.map(({ from, to }) => `колонку ${from} перейменовано на ${to}`),
  ...columns.retyped.map(({ column, from, to }) => `тип колонки ${column}: ${from} → ${to}`),
  ...columns.added.map((column) => `додано колонку ${column}`),
  ...(columns.reordered ? ["порядок колонок змінено"] : []),
];

/** Rows of a kind as a table: changed cells one a line, whole rows as they are. */
function rowsBlock(title: string, rows: Rows, whole: boolean): Block[] {
  if (rows.count === 0) return [];
  const more = rows.count - rows.shown.length;
  const table: Block = whole
    ? {
        kind: "table",
        head: ["рядок", ...(rows.shown[0]?.cells.map(({ column }) => column) ?? [])],
        rows: rows.shown.map(({ key, cells }) => [
          key,
          ...cells.map(({ before, after }) => before || after),
        ]),
      }
    : {
        kind: "table",
        head: ["рядок", "колонка", "було", "стало"],
        rows: rows.shown.flatMap(({ key, cells }) =>
          cells.map(({ column, before, after }) => [
            key,
            column,
            before || "(порожньо)",
            after || "(порожньо)",
          ]),
        ),
      };
  return [
    { kind: "text", line: [{ strong: `${title}: ${number(rows.count)}` }] },
    table,
    ...(more > 0 ? [{ kind: "text" as const, line: [`та ще ${number(more)}`] }] : []),
  ];
}

function tableBlocks(table: TableChange): Block[] {
  const facts: Line[] = [
    [`${rowsText(table)}; було ${number(table.before)}, стало ${number(table.after)}`],
    ...columnsText(table).map((text): Line => [text]),
    ...table.totals.map(
      ({ column, before, after }): Line => [
        "сума ",
        { code: column },
        `: ${number(before)} → ${number(after)}`,
      ],
    ),
    ...(table.keyed ? [] : [["у таблиці немає ключа (primaryKey): рядки зіставлено за вмістом"]]),
  ];
  return [
    { kind: "text", line: ["Таблиця ", { code: table.resource }] },
    { kind: "list", items: facts },
    ...rowsBlock("Вилучені рядки", table.removed, true),
    ...rowsBlock("Змінені рядки", table.changed, false),
    ...rowsBlock("Додані рядки", table.added, true),
  ];
}

const fixText = (metric: string): string => {
  const key = `mqa.fix.${metric}` as Key;
  return dictionaries.uk[key] ?? metric;
};
const criterionText = (criterion: string): string =>
  dictionaries.uk[`conformity.${criterion}` as Key] ?? criterion;

function qualityLines({ quality: { before, after }, kind }: DatasetChange): Line[] {
  if (!after) return kind === "new" ? [["якість не пораховано: спершу виправте помилки"]] : [];
  const same = before?.points === after.points && before.conforms === after.conforms;
  if (same) return [];
  return [
    [
      `оцінка опису: ${before ? `${number(before.points)} → ` : ""}${number(after.points)} із 405; `,
      after.conforms ? "стандартам відповідає" : "стандартам не відповідає",
    ],
    ...after.failed.map((criterion): Line => [`не виконано: ${criterionText(criterion)}`]),
    ...after.missing.slice(0, 3).map((metric): Line => [`додасть балів: ${fixText(metric)}`]),
  ];
}

function filesLines({ files, kind }: DatasetChange): Line[] {
  const list = (words: string, names: readonly string[]): Line[] =>
    names.length === 0 ? [] : [[`${words}: `, { code: names.join(", ") }]];
  return [
    ...list("вилучено файли", files.removed),
    ...files.renamed.map(
      ({ from, to }): Line => ["файл перейменовано: ", { code: from }, " → ", { code: to }],
    ),
    ...list(kind === "new" ? "файли" : "додано файли", files.added),
    ...list("змінено файли", files.changed),
  ];
}

const datasetTitle = ({ id, title, kind, from }: DatasetChange): string =>
  `${title} (${from === undefined ? id : `${from} → ${id}`}): ${kindWords[kind]}`;

function datasetBlock(change: DatasetChange): Block {
  const items = [...filesLines(change), ...qualityLines(change)];
  return {
    kind: "details",
    summary: [
      datasetTitle(change),
      ...change.tables.map((table) => `${table.resource} — ${rowsText(table)}`),
    ].join("; "),
    blocks: [
      ...(items.length > 0 ? [{ kind: "list" as const, items }] : []),
      ...(change.passport.length > 0
        ? [
            {
              kind: "table" as const,
              head: ["поле паспорта", "було", "стало"],
              rows: change.passport.map(({ field, before, after }) => [field, before, after]),
            },
          ]
        : []),
      ...change.tables.flatMap(tableBlocks),
    ],
  };
}

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
              `Змінено ${counted(code.length, "файл", "файли", "файлів")} коду або налаштувань порталу: їх схвалює той, хто відповідає за код`,
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
