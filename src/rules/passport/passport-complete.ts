import { stopsWith } from "../example-portal.ts";
import { error, type Rule, warning } from "../rule.ts";

const fields = [
  ["description", "Стислий опис змісту набору"],
  ["purpose", "Підстава та призначення збору інформації"],
  ["contact", "Відповідальна особа (службова скринька)"],
  ["frequency", "Періодичність оновлення даних"],
  ["keywords", "Ключові слова"],
  ["themes", "Тема"],
  ["licenses", "Ліцензія"],
  ["resources", "Файли набору"],
] as const;

export const passportComplete: Rule = {
  id: "passport-complete",
  title: "Паспорт набору заповнено",
  why: "Пункт 7 Положення, затвердженого постановою КМУ від 21.10.2015 № 835, називає відомості, без яких набір не оприлюднюють. Для паспорта, перенесеного з іншого порталу, прогалина — попередження.",
  check: ({ datasets, problems }) => {
    const told = new Set(
      problems.flatMap((problem) =>
        "key" in problem ? [`${problem.place.file} ${problem.key.split(".")[0]}`] : [],
      ),
    );
    return datasets.flatMap(({ file, value, placeOf }) =>
      fields
        // What is written, but not as it should be, is told where it stands.
        .filter(([key]) => !told.has(`${file} ${key}`))
        .filter(([key]) => {
          const part = value[key];
          return part === undefined || (Array.isArray(part) && part.length === 0);
        })
        .filter(([key]) => !(key === "resources" && value.status === "withdrawn"))
        .map(([key, label]) =>
          (value.importedFrom ? warning : error)(passportComplete, {
            place: placeOf([]),
            key,
            message: `У паспорті немає поля «${label}».`,
            hint: `Допишіть рядок «${key}: …» у файлі datapackage.yaml.`,
          }),
        ),
    );
  },
  examples: [
    {
      when: "немає періодичності",
      files: stopsWith("frequency: yearly\n", ""),
      messages: ["У паспорті немає поля «Періодичність оновлення даних»."],
    },
    {
      when: "періодичність є, але записано її не так: скаже про це інше правило",
      files: stopsWith("frequency: yearly\n", "frequency: [yearly]\n"),
      messages: [],
    },
  ],
};
