import { staffColumns } from "../../model/audit.ts";
import { quote } from "../../model/reports/finding.ts";
import { isPersonalText } from "../../table/people/personal.ts";
import { suggest } from "../closest.ts";
import { error, type Rule } from "../rule.ts";

export const auditImpersonal: Rule = {
  id: "audit-impersonal",
  ofPeople: true,
  title: "У файлі інформаційного аудиту немає працівників",
  why: "Форма додатка 17 має колонки з іменем, телефоном і скринькою працівника. Усе, що сюди потрапило, відкрите, а історія порталу нічого не забуває, тому цих колонок у ньому бути не може.",
  check: ({ audits, publisherIds }) =>
    audits.flatMap(({ file, publisher, columns, assets }) => [
      ...columns
        .filter((name) => (staffColumns as readonly string[]).includes(name))
        .map((name) =>
          error(auditImpersonal, {
            place: { file, line: 1 },
            message: `У файлі аудиту є колонка ${quote(name)}.`,
            hint: "Вилучіть колонку. Файл без неї дає команда «npm run import-audit».",
          }),
        ),
      ...columns
        .filter((name) => assets.some((asset) => isPersonalText(asset[name] ?? "")))
        .map((name) =>
          error(auditImpersonal, {
            place: { file, line: 1 },
            message: `У колонці ${quote(name)} файлу аудиту схоже на імена, телефони або номери осіб.`,
            hint: "Замініть людей посадами або підрозділами.",
          }),
        ),
      ...(publisherIds.includes(publisher)
        ? []
        : [
            error(auditImpersonal, {
              place: { file },
              message: `Розпорядника ${quote(publisher)} немає в теці data/publishers.`,
              hint: `Файл називають за розпорядником. ${suggest(publisher, publisherIds)}`,
            }),
          ]),
    ]),
  examples: [
    {
      when: "форму скопійовано разом з іменами",
      files: { "data/audits/2026/council.csv": "uid,title,dataUserName\n1,Архів,Посада\n" },
      mended: { "data/audits/2026/council.csv": "uid,title\n1,Архів\n" },
      messages: ["У файлі аудиту є колонка «dataUserName»."],
    },
    {
      when: "імена в іншій колонці",
      files: {
        "data/audits/2026/council.csv": "uid,title,holder\n1,Архів,Коваленко Олена Петрівна\n",
      },
      mended: { "data/audits/2026/council.csv": "uid,title,holder\n1,Архів,архівний відділ\n" },
      messages: ["У колонці «holder» файлу аудиту схоже на імена, телефони або номери осіб."],
    },
    {
      when: "файл названо не за розпорядником",
      files: { "data/audits/2026/rada.csv": "uid,title\n1,Архів\n" },
      messages: ["Розпорядника «rada» немає в теці data/publishers."],
    },
  ],
};
