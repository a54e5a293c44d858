import type { Finding } from "../../../model/reports/finding.ts";
import type { DatasetChange } from "../../../model/reports/review.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

const refused = ({ id, title, breaking, kind }: DatasetChange): Finding => {
  const place = breaking[0]?.place ?? { file: `data/datasets/${id}/datapackage.yaml` };
  if (kind === "removed")
    return error(breakingTold, {
      place,
      message: `Теки набору «${title}» немає, і ніде не сказано чому.`,
      hint: "Поверніть теку й позначте набір вилученим: status, date, reason.",
    });
  const lost = breaking.every((one) => one.kind === "rows-lost");
  return error(breakingTold, {
    place,
    message: lost
      ? `З таблиці набору «${title}» зникло більше п’ятої частини рядків, а паспорт про це не каже.`
      : `Зміни в наборі «${title}» зламають програми, що його читають, а паспорт про це не каже.`,
    hint: lost
      ? "Якщо рядки зникли випадково, поверніть їх: завантажте файл повністю. Якщо так і треба, дайте набору новішу версію (version) і напишіть, що в ній змінилося (versionNotes)."
      : "Дайте набору новішу версію (version) і напишіть, що в ній змінилося (versionNotes).",
  });
};

export const breakingTold: Rule & Required<Pick<Rule, "compare">> = {
  id: "breaking-told",
  title: "Про зміни, що ламають програми, сказано",
  why: "Набір читають програми: вони чекають тих самих назв, колонок, типів і рядків. Коли щось із цього зникає або стає іншим, паспорт каже про це новою версією (version) і поясненням (versionNotes). Перевірка порівнює зміну з тим, що вже опубліковано.",
  check: () => [],
  compare: (changes, findings) =>
    changes
      .filter(({ breaking, told }) => breaking.length > 0 && !told)
      // A set that is gone is told of once: where its history is known, another rule does.
      .filter(
        ({ id, kind }) =>
          kind !== "removed" ||
          !findings.some(
            ({ rule, place }) =>
              rule === "withdrawn-explained" && place.file.startsWith(`data/datasets/${id}/`),
          ),
      )
      .map(refused),
  examples: [
    {
      when: "колонку перейменовано, а версія та сама",
      files: {
        ...stopsWith("name: platforms, type", "name: platformCount, type"),
        "data/datasets/stops/stops.csv": "id,name,platformCount\n1,Вокзал,2\n2,Центр,1\n",
      },
      messages: [
        "Зміни в наборі «Зупинки громадського транспорту» зламають програми, що його читають, а паспорт про це не каже.",
      ],
    },
    {
      when: "половина рядків зникла, а паспорт мовчить",
      files: { "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n" },
      messages: [
        "З таблиці набору «Зупинки громадського транспорту» зникло більше п’ятої частини рядків, а паспорт про це не каже.",
      ],
    },
    {
      when: "рядки вилучено, і нова версія про це каже",
      files: {
        ...stopsWith(
          "frequency: yearly",
          "frequency: yearly\nversion: '2.0'\nversionNotes: Вилучено зупинки, що закрилися.",
        ),
        "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n",
      },
      messages: [],
    },
  ],
};
