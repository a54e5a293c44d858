import type { Block, Line } from "../../model/blocks.ts";
import type { Finding } from "../../model/reports/finding.ts";
import type { Review } from "../../model/reports/review.ts";
import { datasetBlock, datasetLine, fieldRows, totalsLine } from "./dataset.ts";
import { type LookItem, lookItems } from "./look.ts";
import { counted, most, number, rest } from "./words.ts";

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
const brief = { items: 12, more: 3, sets: 30 };

/** A review in the reviewer's order: may I approve, what must I look at, the rest. */
export function reviewBlocks(
  review: Review,
  helpOf: (rule: string) => string | undefined,
): Block[] {
  const { fresh, standing, mended, datasets, others } = review;
  const errors = fresh.filter(({ severity }) => severity === "error");
  const warnings = fresh.filter(({ severity }) => severity === "warning");
  const look = lookItems(review);
  const many = datasets.length > manySets;
  const section = (text: string, blocks: Block[]): Block[] =>
    blocks.length === 0 ? [] : [{ kind: "heading", level: 2, text }, ...blocks];
  const list = (items: readonly LookItem[]): Block[] => {
    const shown = many ? brief.items : items.length;
    return items.length === 0
      ? []
      : [
          {
            kind: "list",
            items: [
              ...items.slice(0, shown).map(({ line, more }) => ({
                line,
                more: many ? more.slice(0, brief.more) : more,
              })),
              ...(items.length > shown ? [[`та ще ${number(items.length - shown)}`]] : []),
            ],
          },
        ];
  };
  const findings = (found: readonly Finding[]): Block[] => {
    const shown = many ? brief.items / 2 : most;
    return found.length === 0
      ? []
      : [
          {
            kind: "list",
            items: [
              ...found.slice(0, shown).map((finding) => findingItem(finding, helpOf)),
              ...(found.length > shown ? [[`та ще ${number(found.length - shown)}`]] : []),
            ],
          },
        ];
  };
  const empty =
    review.verdict === "fine" &&
    datasets.length === 0 &&
    others.length === 0 &&
    (review.code ?? []).length === 0;
  return [
    { kind: "heading", level: 1, text: empty ? "Змін немає" : verdictLine(review, look) },
    ...(datasets.length > 1 ? [{ kind: "text" as const, line: totalsLine(datasets) }] : []),
    ...section("Що виправити", findings(errors)),
    ...section("Помилки, що були й до цієї зміни", findings(standing)),
    ...section("На що подивитися", list(look)),
    ...section("Нові попередження", findings(warnings)),
    ...section(
      "Що змінилося",
      !many
        ? datasets.map(datasetBlock)
        : [
            {
              kind: "list",
              items: [
                ...datasets.slice(0, brief.sets).map((change): Line => [datasetLine(change)]),
                ...(datasets.length > brief.sets
                  ? [[`та ще ${number(datasets.length - brief.sets)}`]]
                  : []),
              ],
            },
          ],
    ),
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
        .slice(0, many ? 0 : most)
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
      ...(review.code || review.codeUnknown === "failed"
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
