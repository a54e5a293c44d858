import { type Finding, quote } from "../../../model/reports/finding.ts";
import type { Repository } from "../../../model/repository.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

/** A portal that lost so many sets, and kept none of them, was emptied to become another. */
const emptied = 3;

/** Sets that were on the portal and whose folders are gone: each by itself, or all at once where none was kept. */
function goneFindings(
  datasets: Repository["datasets"],
  datasetIds: readonly string[],
  history: Repository["history"],
): Finding[] {
  const known = new Set([...datasetIds, ...datasets.flatMap(({ value }) => value.aliases)]);
  const everSent = [...history.commits.keys()].flatMap((path) => {
    const id = /^data\/datasets\/([^/]+)\/datapackage\.yaml$/.exec(path)?.[1];
    return id === undefined ? [] : [{ id, path }];
  });
  const gone = everSent.filter(({ id }) => !known.has(id));
  if (gone.length >= emptied && gone.length === everSent.length)
    return [
      error(withdrawnExplained, {
        place: { file: "data/datasets" },
        message: `Набори, які були на порталі (${gone.length}), зникли всі: історія пам’ятає інший портал.`,
        hint: "Щоб мати портал іншої громади, засновують новий: npm run new-portal -- ../тека. У нього своя історія, а рушій він бере пакетом. Якщо набори зникли помилково, поверніть їх: git checkout HEAD -- data.",
      }),
    ];
  return gone.map(({ id, path }) =>
    error(withdrawnExplained, {
      place: { file: path },
      message: `Набір ${quote(id)} був на порталі, а тепер його теки немає.`,
      hint: "Поверніть теку і позначте набір вилученим, а якщо його перейменовано, додайте старий ідентифікатор до aliases нового.",
    }),
  );
}

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
    ...goneFindings(datasets, datasetIds, history),
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
