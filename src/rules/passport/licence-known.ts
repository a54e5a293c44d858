import { quote } from "../../model/reports/finding.ts";
import { isLicence, licences } from "../../vocabularies/dcat/licences.ts";
import { suggest } from "../closest.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const licenceKnown: Rule = {
  id: "licence-known",
  title: "Ліцензія з переліку",
  why: "Читач має знати, що йому дозволено, тому ліцензія мусить бути однією з відомих.",
  check: ({ datasets, portal }) =>
    [...datasets, ...(portal ? [portal] : [])].flatMap(({ value, placeOf }) =>
      value.licenses.flatMap(({ name }, index) =>
        isLicence(name)
          ? []
          : [
              error(licenceKnown, {
                place: placeOf(["licenses", index, "name"]),
                message: `Ліцензії ${quote(name)} немає в переліку.`,
                hint: suggest(name, Object.keys(licences)),
              }),
            ],
      ),
    ),
  examples: [
    {
      when: "ліцензію записано скорочено",
      files: stopsWith("CC-BY-4.0", "cc-by"),
      messages: ["Ліцензії «cc-by» немає в переліку."],
    },
  ],
};
