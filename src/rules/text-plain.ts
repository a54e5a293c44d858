import { quote } from "../model/finding.ts";
import type { Source } from "../model/repository.ts";
import { textsOf } from "../model/texts.ts";
import { stopsWith } from "./example-portal.ts";
import { error, type Rule } from "./rule.ts";

const tag = /<\/?[a-z!][^<>]*>?/i;
const script = /\b(?:javascript|vbscript)\s*:|\bdata:text\/html/i;
export const textPlain: Rule = {
  id: "text-plain",
  title: "У текстах немає розмітки і коду",
  why: "Назви й описи читають не лише на цьому порталі: інші каталоги показують їх як є, і тег чи код із них спрацював би там.",
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
        return found === undefined
          ? []
          : [
              error(textPlain, {
                place: placeOf(path),
                message: `У полі ${quote(path.filter((key) => typeof key === "string").at(-1))} є розмітка або код: ${quote(found)}.`,
                hint: "Залиште звичайний текст.",
              }),
            ];
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
      when: "знаки «менше» і «більше» в описі — не розмітка",
      files: stopsWith(
        "Перелік зупинок",
        "Платформи, де ширина < 3 м або > 5 м, — перелік зупинок",
      ),
      messages: [],
    },
  ],
};
