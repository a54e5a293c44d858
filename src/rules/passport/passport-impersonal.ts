import { quote } from "../../model/reports/finding.ts";
import type { Source } from "../../model/repository.ts";
import { textsOf } from "../../model/texts.ts";
import { namesPerson } from "../../table/people/personal.ts";
import { stopsWith } from "../example-portal.ts";
import { type Rule, warning } from "../rule.ts";

/** A mailbox has a rule of its own, an address of a page is no text, and digits of a file's sum are no one's number. */
const otherwise = /@|^https?:|^sha256:[0-9a-f]{64}$/i;

/** Answers by text: sets of one structure, and a portal and its own past, say the same things thousands of times. */
const answers = new Map<string, boolean>();
function isPersonal(text: string): boolean {
  const known = answers.get(text);
  if (known !== undefined) return known;
  const answer = !otherwise.test(text) && namesPerson(text);
  answers.set(text, answer);
  return answer;
}

export const passportImpersonal: Rule = {
  id: "passport-impersonal",
  ofPeople: true,
  title: "У паспортах — посади й підрозділи, не особи",
  why: "Паспорт набору й картка розпорядника відкриті для всіх і лишаються в історії назавжди. Читачеві досить посади, підрозділу й службового телефону.",
  check: ({ datasets, publishers, series }) =>
    ([...datasets, ...publishers, ...series] as Source<unknown>[]).flatMap(({ value, placeOf }) =>
      textsOf(value)
        .filter(({ text }) => isPersonal(text))
        .map(({ path }) =>
          warning(passportImpersonal, {
            place: placeOf(path),
            message: `У полі ${quote(path.filter((key) => typeof key === "string").at(-1))} схоже на ім’я, телефон або номер особи.`,
            hint: "Замініть посадою, підрозділом, службовим телефоном. Якщо це назва вулиці чи закладу, лишіть.",
          }),
        ),
    ),
  examples: [
    {
      when: "ключовим словом записано людину",
      warns: true,
      files: stopsWith("[зупинки, транспорт]", "[зупинки, Коваленко Олена Петрівна]"),
      messages: ["У полі «keywords» схоже на ім’я, телефон або номер особи."],
    },
    {
      when: "у контакті названо людину",
      warns: true,
      files: stopsWith(
        "{ email: data@example.gov.ua }",
        "{ email: data@example.gov.ua, name: Коваленко Олена Петрівна }",
      ),
      messages: ["У полі «name» схоже на ім’я, телефон або номер особи."],
    },
    {
      when: "у примітці — мобільний телефон",
      warns: true,
      files: stopsWith(
        "frequency: yearly",
        "frequency: yearly\nnote: 'Дзвонити за номером (067) 000-00-00'",
      ),
      messages: ["У полі «note» схоже на ім’я, телефон або номер особи."],
    },
    {
      when: "у назві — вулиця",
      files: stopsWith(
        "title: Зупинки громадського транспорту",
        "title: Зупинки на вулиці Тараса Карпи",
      ),
      messages: [],
    },
  ],
};
