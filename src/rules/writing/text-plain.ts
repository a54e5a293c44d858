import { quote } from "../../model/reports/finding.ts";
import type { Source } from "../../model/repository.ts";
import { textsOf } from "../../model/texts.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule, warning } from "../rule.ts";

const tag = /<\/?[a-z!][^<>]*>?/i;
/** A spreadsheet runs a cell that begins so; a number with its sign, a phone and an item of a list are none. */
const formula = /^\s*(?:[=@]|[+-](?=\S)(?![\d\s()-]+$|\d[\d.,]*\s))/;
/** Texts that stand for cells: what the table may hold is said by the rule of its cells. */
const ofCells = new Set<PropertyKey>(["missingValues", "enum", "trueValues", "falseValues"]);
const script = /\b(?:javascript|vbscript)\s*:|\bdata:text\/html/i;
export const textPlain: Rule = {
  id: "text-plain",
  title: "У текстах немає розмітки, коду і формул",
  why: "Назви й описи читають не лише на цьому порталі: інші каталоги показують їх як є, і тег чи код із них спрацював би там; а список наборів відкривають в Excel, де назва на = стала б формулою.",
  check: (repository) => {
    const { portal, plan, card, publishers, series, datasets, news, dashboards, registers } =
      repository;
    const sources = [
      ...[portal, plan, card].filter((one) => one !== undefined),
      ...publishers,
      ...series,
      ...datasets,
      ...news,
      ...dashboards,
      ...Object.values(registers).flat(),
    ] as Source<unknown>[];
    return sources.flatMap(({ value, placeOf }) =>
      textsOf(value).flatMap(({ path, text }) => {
        const found = tag.exec(text)?.[0] ?? script.exec(text)?.[0];
        const field = quote(path.filter((key) => typeof key === "string").at(-1));
        if (found !== undefined)
          return [
            error(textPlain, {
              place: placeOf(path),
              message: `У полі ${field} є розмітка або код: ${quote(found)}.`,
              hint: "Залиште звичайний текст.",
            }),
          ];
        return formula.test(text) && !path.some((key) => ofCells.has(key))
          ? [
              warning(textPlain, {
                place: placeOf(path),
                message: `Текст у полі ${field} починається як формула: ${quote(text)}.`,
                hint: "Приберіть перший знак або почніть зі слова.",
              }),
            ]
          : [];
      }),
    );
  },
  examples: [
    {
      when: "у назві набору — тег",
      files: stopsWith(
        "title: Зупинки громадського транспорту",
        'title: "Зупинки <img src=x onerror=alert(1)>"',
      ),
      messages: ["У полі «title» є розмітка або код: «<img src=x onerror=alert(1)>»."],
    },
    {
      when: "у ключовому слові — посилання, що виконує код",
      files: stopsWith("[зупинки, транспорт]", '[зупинки, "javascript:alert(1)"]'),
      messages: ["У полі «keywords» є розмітка або код: «javascript:»."],
    },
    {
      when: "назва набору починається як формула",
      warns: true,
      files: stopsWith("title: Зупинки громадського транспорту", 'title: "=HYPERLINK(A1)"'),
      messages: ["Текст у полі «title» починається як формула: «=HYPERLINK(A1)»."],
    },
    {
      when: "телефон, від’ємне число і риска замість значення — не формули",
      files: stopsWith(
        "title: Кількість платформ }",
        "title: Кількість платформ, description: -5 °C і тепліше, missingValues: ['-'] }",
      ),
      messages: [],
    },
    {
      when: "знаки «менше» і «більше» в описі — не розмітка",
      files: stopsWith(
        "Перелік зупинок",
        "Платформи, де ширина < 3 м або > 5 м, — перелік зупинок",
      ),
      messages: [],
    },
  ],
};
