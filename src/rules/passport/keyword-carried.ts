import { quote } from "../../model/reports/finding.ts";
import { ckanTag, withLetterApostrophe } from "../../vocabularies/ckan/tags.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const keywordCarried: Rule = {
  id: "keyword-carried",
  title: "Ключове слово приймає CKAN",
  why: "Національний портал мовчки відкидає ключові слова з комою, лапками або апострофом ’. Апостроф усередині слова записують літерою ʼ (U+02BC): «обʼєкт».",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.keywords.flatMap((keyword, index) => {
        if (ckanTag.test(keyword)) return [];
        const mended = withLetterApostrophe(keyword);
        return [
          error(keywordCarried, {
            place: placeOf(["keywords", index]),
            message: `Ключове слово ${quote(keyword)} не перенесеться на національний портал.`,
            hint: ckanTag.test(mended)
              ? `Запишіть «${mended}» (апостроф — літера U+02BC).`
              : "Лишіть тільки літери, цифри, пробіли, дефіси й крапки, від 2 до 100 знаків.",
          }),
        ];
      }),
    ),
  examples: [
    {
      when: "апостроф записано звичайним знаком",
      files: stopsWith("[зупинки, транспорт]", '[зупинки, "об’єкт"]'),
      messages: ["Ключове слово «об’єкт» не перенесеться на національний портал."],
    },
  ],
};
