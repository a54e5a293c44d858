import { type Finding, quote } from "../../model/reports/finding.ts";
import type { ContentNode, DatasetSource } from "../../model/repository.ts";
import { type TreeFile, textOf } from "../../model/tree.ts";
import { entryComponents } from "../../schemas/content/news.ts";
import { pinnedFile } from "../../schemas/data/pinned.ts";
import { asksTable } from "../dataset/resources/query-answered.ts";
import { error, type Rule } from "../rule.ts";

const head = "---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\n";

/** Marks that nobody sees and that make a text say another thing than it shows. */
const hidden = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

const hiddenMarks = (file: string, source: TreeFile | undefined): Finding[] =>
  (source ? textOf(source).replace(/^\ufeff/, "") : "").split("\n").flatMap((line, index) => {
    const [mark] = hidden.exec(line) ?? [];
    return mark === undefined
      ? []
      : [
          error(newsSafe, {
            place: { file, line: index + 1 },
            message: `У тексті є невидимий знак U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}.`,
            hint: "Наберіть рядок заново, не вставляючи з іншої програми.",
          }),
        ];
  });

type Component = Extract<ContentNode, { kind: "component" }>;

/** What is wrong with the set or the chart an insert names: it is not there, or may not be when the portal is built. */
function namedProblem(
  datasets: readonly DatasetSource[],
  { name, attributes }: Component,
): { message: string; hint: string } | undefined {
  const id = attributes.dataset ?? attributes.id;
  if (id === undefined) return undefined;
  const dataset = datasets.find((candidate) => candidate.id === id)?.value;
  const chart = dataset?.charts.find((one) => one.name === attributes.name);
  const named = attributes.name ? `${id}/${attributes.name}` : id;
  if (!dataset || (name === "Chart" && !chart))
    return {
      message: `Вставка ${quote(name)} посилається на ${quote(named)}, чого на порталі немає.`,
      hint: "Перевірте назву набору і графіка.",
    };
  const drawn = dataset.resources.find((one) => one.name === chart?.resource);
  return drawn && pinnedFile(drawn)
    ? {
        message: `Графік ${quote(named)} складено з таблиці на іншому сервері: її може не бути, коли портал оновлюється.`,
        hint: "Покладіть у набір підсумкову таблицю й складіть графік із неї.",
      }
    : undefined;
}

export const newsSafe: Rule = {
  id: "news-safe",
  title: "У новині лише текст і дозволені вставки",
  why: "Новини надсилають люди ззовні, а MDX виконується, коли портал оновлюється. Тому дозволено текст Markdown і вставки Chart, DatasetCard, Figure, Quality зі звичайними значеннями в лапках.",
  check: ({ tree, texts, datasets }) => [
    ...texts.flatMap(({ file }) => hiddenMarks(file, tree.get(file))),
    ...texts.flatMap(({ file, nodes }) =>
      nodes.flatMap((node) => {
        const place = { file, line: node.line };
        if (node.kind === "forbidden")
          return [
            error(newsSafe, {
              place,
              message: `У тексті не дозволено: ${quote(node.what)}.`,
              hint: "Залиште звичайний текст Markdown.",
            }),
          ];
        // Where a link leads the rule links-lead judges.
        if (node.kind === "link") return [];
        // Questions to tables have attributes of their own: the rule query-answered judges them.
        if (asksTable(node)) return [];
        const attributes = entryComponents.get(node.name);
        if (!attributes)
          return [
            error(newsSafe, {
              place,
              message: `Такої вставки немає: ${quote(node.name)}.`,
              hint: `Дозволено: ${[...entryComponents.keys()].join(", ")}.`,
            }),
          ];
        const { required, optional = [] } = attributes;
        const missing = required.filter((name) => !node.attributes[name]);
        const extra = Object.keys(node.attributes).filter(
          (name) => !required.includes(name) && !optional.includes(name),
        );
        if (missing.length > 0 || extra.length > 0)
          return [
            error(newsSafe, {
              place,
              message: `Вставка ${quote(node.name)} має інші атрибути, ніж потрібно.`,
              hint:
                required.length === 0
                  ? "Атрибути не потрібні."
                  : `Потрібні: ${required.join(", ")}${optional.length === 0 ? "" : `; можна: ${optional.join(", ")}`}.`,
            }),
          ];
        const named = namedProblem(datasets, node);
        return named ? [error(newsSafe, { place, ...named })] : [];
      }),
    ),
  ],
  examples: [
    {
      when: "у тексті є знак, що повертає його справа наліво",
      files: { "content/news/a.mdx": `${head}Сума \u202e001 гривень\n` },
      messages: ["У тексті є невидимий знак U+202E."],
    },
    {
      when: "у новині є імпорт",
      files: { "content/news/a.mdx": `${head}import x from "y"\n` },
      messages: ["У тексті не дозволено: «import або export»."],
    },
    {
      when: "у новині є вираз",
      files: { "content/news/a.mdx": `${head}Сума {process.env.SECRET}\n` },
      messages: ["У тексті не дозволено: «вираз у фігурних дужках»."],
    },
    {
      when: "посилання виконує код",
      files: { "content/news/a.mdx": `${head}[Тут](javascript:alert)\n` },
      messages: ["У тексті не дозволено: «посилання javascript:alert»."],
    },
    {
      when: "вставка вказує на набір, якого немає",
      files: { "content/news/a.mdx": `${head}<DatasetCard id="routes" />\n` },
      messages: ["Вставка «DatasetCard» посилається на «routes», чого на порталі немає."],
    },
  ],
};
