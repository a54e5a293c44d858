import type { Block, Line } from "../../model/blocks.ts";
import type { Finding } from "../../model/reports/finding.ts";
import type { Review } from "../../model/reports/review.ts";
import { datasetBlock, datasetLine, fieldRows, totalsLine } from "./dataset.ts";
import type { LookItem } from "./look/item.ts";
import { lookItems } from "./look.ts";
import { counted, most, number } from "./words.ts";

const plain = (line: Line): string =>
  line
    .map((part) =>
      typeof part === "string"
        ? part
        : "code" in part
          ? part.code
          : "strong" in part
            ? part.strong
            : part.link,
    )
    .join("");

/** Letters of the first sentence. */
const longestHeadline = 240;

/** May I approve, and what stands first in the way: all that a reviewer without time reads. */
function verdictLine({ verdict, fresh, standing }: Review, look: readonly LookItem[]): string {
  const errors = [...fresh, ...standing].filter(({ severity }) => severity === "error").length;
  if (verdict === "blocked")
    return `Схвалити не можна: ${counted(errors, "помилка", "помилки", "помилок")}`;
  if (verdict === "fine") return "Можна схвалювати";
  const [first] = look;
  if (!first) return "Можна схвалити, якщо ви згодні з новими попередженнями";
  const text = `Можна схвалити, якщо так і має бути: ${plain(first.line)}`;
  return text.length > longestHeadline ? `${text.slice(0, longestHeadline - 1)}…` : text;
}

const placeText = ({ file, line }: Finding["place"]): string =>
  line === undefined ? file : `${file}:${line}`;

type ListItem = Extract<Block, { kind: "list" }>["items"][number];

const findingItem = (finding: Finding, helpOf: (rule: string) => string | undefined): ListItem => {
  const help = helpOf(finding.rule);
  return {
    line: [finding.message],
    more: [
      ["де: ", { code: placeText(finding.place) }],
      ["що зробити: ", finding.hint],
      ...(finding.paste ?? []).map((line) => [{ code: line.trim() }]),
      ...(help === undefined ? [] : [[{ link: "довідка", href: help }]]),
    ],
  };
};

const otherWords = { added: "додано", changed: "змінено", removed: "вилучено" };

const harvestLine = ({ harvest }: Review): Line =>
  harvest
    ? [
        `Харвестери створять наборів: ${harvest.created.length}, оновлять: ${harvest.updated.length}, вилучать: ${harvest.deleted.length}.`,
      ]
    : ["Що побачать харвестери, стане відомо, коли помилок не буде."];

/** Sets above which a report tells of each in a line, and of everything the first: a hundred lines are read, a thousand are not. */
const manySets = 10;
/** How many are told: things to look at and lines under each, findings of a kind, sets, fields of files beside the sets. */
const whole = { items: Infinity, more: Infinity, findings: most, sets: Infinity, fields: most };
const brief = { items: 12, more: 3, findings: 6, sets: 30, fields: 0 };

const heading = (level: 1 | 2, text: string): Block => ({ kind: "heading", level, text });
const paragraph = (...line: Line): Block => ({ kind: "text", line });

/** A heading over blocks; neither where there are none. */
const section = (title: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];

/** The first so many as a list, and how many more there are; no list where there are none. */
function cutList<One>(all: readonly One[], shown: number, tell: (one: One) => ListItem): Block[] {
  if (all.length === 0) return [];
  const more = all.length > shown ? [[`та ще ${number(all.length - shown)}`]] : [];
  return [{ kind: "list", items: [...all.slice(0, shown).map(tell), ...more] }];
}

const isEmpty = ({ verdict, datasets, others, code = [] }: Review): boolean =>
  verdict === "fine" && datasets.length === 0 && others.length === 0 && code.length === 0;

/** The first line of a report: may it be approved, or does it change nothing. */
export const headline = (review: Review, look: readonly LookItem[] = lookItems(review)): string =>
  isEmpty(review) ? "Змін немає" : verdictLine(review, look);

/** Files beside the sets: which, and the fields that changed in them. */
const otherBlocks = ({ others }: Review, withFields: number): Block[] => [
  ...cutList(others, most, ({ path, kind }) => [`${otherWords[kind]}: `, { code: path }]),
  ...others
    .filter(({ fields }) => fields.length > 0)
    .slice(0, withFields)
    .map(
      ({ path, fields }): Block => ({
        kind: "details",
        summary: path,
        blocks: [{ kind: "table", head: ["поле", "було", "стало"], rows: fieldRows(fields) }],
      }),
    ),
];

function mendedBlocks({ mended }: Review): Block[] {
  if (mended.length === 0) return [];
  return [
    paragraph(`Виправлено: ${counted(mended.length, "зауваження", "зауваження", "зауважень")}.`),
  ];
}

const codeBlocks = ({ code, codeUnknown }: Review): Block[] =>
  code || codeUnknown === "failed"
    ? []
    : [paragraph("Код порталу не порівняно: одна зі сторін — тека, а не коміт.")];

/** A review in the reviewer's order: may I approve, what must I look at, the rest. */
export function reviewBlocks(
  review: Review,
  helpOf: (rule: string) => string | undefined,
): Block[] {
  const { fresh, standing, datasets } = review;
  const many = datasets.length > manySets;
  const told = many ? brief : whole;
  const look = lookItems(review);
  const findings = (found: readonly Finding[]): Block[] =>
    cutList(found, told.findings, (finding) => findingItem(finding, helpOf));
  const freshOf = (severity: Finding["severity"]): Block[] =>
    findings(fresh.filter((finding) => finding.severity === severity));
  return [
    heading(1, headline(review, look)),
    ...(datasets.length > 1 ? [paragraph(...totalsLine(datasets))] : []),
    ...section("Що виправити", freshOf("error")),
    ...section("Помилки, що були й до цієї зміни", findings(standing)),
    ...section(
      "На що подивитися",
      cutList(look, told.items, ({ line, more }) => ({ line, more: more.slice(0, told.more) })),
    ),
    ...section("Нові попередження", freshOf("warning")),
    ...section(
      "Що змінилося",
      many
        ? cutList(datasets, told.sets, (change) => [datasetLine(change)])
        : datasets.map(datasetBlock),
    ),
    ...section("Інше", [
      ...otherBlocks(review, told.fields),
      ...mendedBlocks(review),
      paragraph(...harvestLine(review)),
      ...codeBlocks(review),
    ]),
  ];
}
