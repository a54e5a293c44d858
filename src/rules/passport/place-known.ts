import { quote } from "../../model/reports/finding.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const placeKnown: Rule = {
  id: "place-known",
  title: "Територія відома порталу",
  why: "Назву й межі території портал бере зі свого переліку в data/portal.yaml за кодом КАТОТТГ.",
  check({ datasets, portal }) {
    if (!portal) return [];
    const codes = portal.value.places.map(({ code }) => code);
    return datasets.flatMap(({ value, placeOf }) =>
      value.spatial.flatMap((code, index) =>
        codes.includes(code)
          ? []
          : [
              error(placeKnown, {
                place: placeOf(["spatial", index]),
                message: `Території ${quote(code)} немає в переліку places файлу data/portal.yaml.`,
                hint: "Перевірте код у кодифікаторі КАТОТТГ або допишіть територію до data/portal.yaml.",
              }),
            ],
      ),
    );
  },
  examples: [
    {
      when: "код території має одну іншу цифру",
      files: stopsWith("spatial: [UA35040210000014072]", "spatial: [UA35040210000014073]"),
      messages: ["Території «UA35040210000014073» немає в переліку places файлу data/portal.yaml."],
    },
  ],
};
