import { staffColumns } from "../model/audit.ts";
import { quote } from "../model/finding.ts";
import { suggest } from "./closest.ts";
import { error, type Rule } from "./rule.ts";

export const auditImpersonal: Rule = {
  id: "audit-impersonal",
  title: "У файлі інформаційного аудиту немає працівників",
  why: "Форма додатка 17 має колонки з іменем, телефоном і скринькою працівника. Репозиторій відкритий і нічого не забуває, тому цих колонок у ньому бути не може.",
  check: ({ audits, publisherIds }) =>
    audits.flatMap(({ file, publisher, columns }) => [
      ...columns
        .filter((name) => (staffColumns as readonly string[]).includes(name))
        .map((name) =>
          error(auditImpersonal, {
            place: { file, line: 1 },
            message: `У файлі аудиту є колонка ${quote(name)}.`,
            hint: "Вилучіть колонку. Файл без неї дає команда «npm run import-audit».",
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
      when: "файл названо не за розпорядником",
      files: { "data/audits/2026/rada.csv": "uid,title\n1,Архів\n" },
      messages: ["Розпорядника «rada» немає в теці data/publishers."],
    },
  ],
};
