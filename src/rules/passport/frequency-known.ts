import { quote } from "../../model/reports/finding.ts";
import { frequencies, isFrequency } from "../../vocabularies/dcat/frequencies.ts";
import { suggest } from "../closest.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

const keys = Object.keys(frequencies);

/** Clerks write the Ukrainian label; the key for it is known, so say it. */
const keyOfLabel = (label: string) =>
  Object.entries(frequencies).find(([, { uk }]) => uk.toLowerCase() === label.toLowerCase())?.[0];

export const frequencyKnown: Rule = {
  id: "frequency-known",
  title: "Періодичність із переліку",
  why: "За періодичністю портал рахує, чи набір вчасно оновлено, а національний портал приймає лише точні значення свого переліку.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value: { frequency }, placeOf }) => {
      if (frequency === undefined || isFrequency(frequency)) return [];
      const key = keyOfLabel(frequency);
      return [
        error(frequencyKnown, {
          place: placeOf(["frequency"]),
          key: "frequency",
          message: `Періодичності ${quote(frequency)} немає в переліку.`,
          hint: key ? `Запишіть «frequency: ${key}».` : suggest(frequency, keys),
        }),
      ];
    }),
  examples: [
    {
      when: "періодичність записано українською",
      files: stopsWith("frequency: yearly", "frequency: Щороку"),
      messages: ["Періодичності «Щороку» немає в переліку."],
    },
  ],
};
