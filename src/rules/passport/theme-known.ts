import { quote } from "../../model/reports/finding.ts";
import { isTheme, themes } from "../../vocabularies/dcat/themes.ts";
import { suggest } from "../closest.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const themeKnown: Rule = {
  id: "theme-known",
  title: "Тема з переліку ЄС",
  why: "За темами набори групують на цьому порталі, на національному і на data.europa.eu.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.themes.flatMap((theme, index) =>
        isTheme(theme)
          ? []
          : [
              error(themeKnown, {
                place: placeOf(["themes", index]),
                key: "themes",
                message: `Теми ${quote(theme)} немає в переліку.`,
                hint: suggest(theme, Object.keys(themes)),
              }),
            ],
      ),
    ),
  examples: [
    {
      when: "тему записано з помилкою",
      files: stopsWith("themes: [TRAN]", "themes: [TRANS]"),
      messages: ["Теми «TRANS» немає в переліку."],
    },
  ],
};
