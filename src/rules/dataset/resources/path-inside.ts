import { quote } from "../../../model/reports/finding.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";
import { pathProblem } from "./resource-path.ts";

export const pathInside: Rule = {
  id: "path-inside",
  title: "Шлях не виходить із теки набору",
  why: "Шлях із «..», з коренем диска або символічне посилання могли б оприлюднити чужий файл.",
  check: ({ datasets, tree }) => [
    ...datasets.flatMap(({ value, placeOf }) =>
      value.resources.flatMap(({ path }, index) => {
        const reason = path === undefined ? undefined : pathProblem(path);
        return reason === undefined
          ? []
          : [
              error(pathInside, {
                place: placeOf(["resources", index, "path"]),
                message: `Шлях ${quote(path)} не можна прийняти: ${reason}.`,
                hint: "Покладіть файл у теку набору і запишіть лише його назву, наприклад stops.csv.",
              }),
            ];
      }),
    ),
    ...[...tree].flatMap(([file, { kind, executable }]) => {
      const message =
        kind === "symlink"
          ? `Файл ${quote(file)} — символічне посилання.`
          : kind === "submodule"
            ? `${quote(file)} — інший репозиторій (submodule), а не файли.`
            : kind === "special"
              ? `${quote(file)} — не файл, а канал або пристрій.`
              : executable
                ? `Файл ${quote(file)} позначено як виконуваний.`
                : undefined;
      return message === undefined
        ? []
        : [
            error(pathInside, {
              place: { file },
              message,
              hint: executable
                ? `Зніміть позначку: git update-index --chmod=-x ${file}`
                : "Покладіть на його місце самі файли.",
            }),
          ];
    }),
  ],
  examples: [
    {
      when: "шлях веде в сусідню теку",
      files: stopsWith("path: stops.csv", "path: ../other/stops.csv"),
      messages: ["Шлях «../other/stops.csv» не можна прийняти: він виходить за межі теки набору."],
    },
    {
      when: "шлях має диск",
      files: stopsWith("path: stops.csv", 'path: "C:\\\\stops.csv"'),
      messages: ["Шлях «C:\\stops.csv» не можна прийняти: він веде від кореня диска."],
    },
    {
      when: "шлях веде від кореня",
      files: stopsWith("path: stops.csv", "path: /etc/passwd"),
      messages: [
        "Шлях «/etc/passwd» не можна прийняти: від кореня сайту починаються лише файли, які складає портал: /registry.csv, /registry.json.",
      ],
    },
    {
      when: "назва зайнята файлом, який складає портал",
      files: stopsWith("path: stops.csv", "path: passport.csv"),
      messages: ["Шлях «passport.csv» не можна прийняти: файл із такою назвою портал складає сам."],
    },
  ],
};
