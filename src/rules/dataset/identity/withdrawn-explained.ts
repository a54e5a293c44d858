import { quote } from "../../../model/reports/finding.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

export const withdrawnExplained: Rule = {
  id: "withdrawn-explained",
  title: "Набір не зникає мовчки",
  why: "Посилання на набір лишаються в чужих програмах і статтях. Набір вилучають так: status: withdrawn, дата, причина і, якщо є, наступник. Сторінка й ідентифікатор лишаються.",
  check: ({ datasets, datasetIds, history }) => [
    ...datasets.flatMap(({ value, placeOf }) => {
      if ((value.status === "withdrawn") === (value.withdrawn !== undefined)) {
        const successor = value.withdrawn?.successor;
        return successor === undefined || datasetIds.includes(successor)
          ? []
          : [
              error(withdrawnExplained, {
                place: placeOf(["withdrawn", "successor"]),
                message: `Набору-наступника ${quote(successor)} немає.`,
                hint: "Вкажіть теку набору, що замінив цей.",
              }),
            ];
      }
      return [
        error(withdrawnExplained, {
          place: placeOf([value.withdrawn ? "withdrawn" : "status"]),
          message: value.withdrawn
            ? "Причину вилучення вказано, а набір чинний."
            : "Набір вилучено без дати й причини.",
          hint: "Запишіть «status: withdrawn» і «withdrawn: { date: рррр-мм-дд, reason: … }».",
        }),
      ];
    }),
    ...[...history.commits.keys()].flatMap((path) => {
      const id = /^data\/datasets\/([^/]+)\/datapackage\.yaml$/.exec(path)?.[1];
      return id === undefined ||
        datasetIds.includes(id) ||
        datasets.some(({ value }) => value.aliases.includes(id))
        ? []
        : [
            error(withdrawnExplained, {
              place: { file: path },
              message: `Набір ${quote(id)} був на порталі, а тепер його теки немає.`,
              hint: "Поверніть теку і позначте набір вилученим, а якщо його перейменовано, додайте старий ідентифікатор до aliases нового.",
            }),
          ];
    }),
  ],
  examples: [
    {
      when: "набір вилучено без причини",
      files: stopsWith("frequency: yearly", "frequency: yearly\nstatus: withdrawn"),
      messages: ["Набір вилучено без дати й причини."],
    },
    {
      when: "набір вилучено як слід",
      files: stopsWith(
        "frequency: yearly",
        "frequency: yearly\nstatus: withdrawn\nwithdrawn: { date: 2026-01-01, reason: Перелік веде область }",
      ),
      messages: [],
    },
  ],
};
