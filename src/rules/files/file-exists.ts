import { quote } from "../../model/reports/finding.ts";
import { closest } from "../closest.ts";
import { isKeptElsewhere, pathProblem } from "../dataset/resources/resource-path.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

export const fileExists: Rule = {
  id: "file-exists",
  title: "Файл, названий в описі, є",
  why: "Якщо файлу немає, читач натисне «Завантажити» і нічого не отримає.",
  check: ({ datasets, tree }) =>
    datasets.flatMap(({ value, folder, placeOf }) => {
      // A file that another resource names is that one's. Looked for only where one is missing: there are many files.
      const freeFiles = () =>
        [...tree.keys()]
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1))
          .filter(
            (file) =>
              file !== "datapackage.yaml" && !value.resources.some((other) => other.path === file),
          );
      return value.resources.flatMap(({ path, page, name }, index) => {
        if (path === undefined) {
          if (page) return [];
          const own = freeFiles().find((file) => file.replace(/\.[^.]*$/, "") === name);
          return [
            error(fileExists, {
              place: placeOf(["resources", index]),
              message: `У ресурсу ${quote(name)} немає ні файлу (path), ні сторінки (page).`,
              hint: own
                ? `Допишіть «path: ${own}»: цей файл уже лежить у теці набору.`
                : `Допишіть «path: ${name}.csv» і покладіть файл у теку набору.`,
            }),
          ];
        }
        if (isKeptElsewhere(path) || pathProblem(path) || tree.has(`${folder}/${path}`)) return [];
        // A workbook renamed to .csv is no table.
        const alike = freeFiles().filter(
          (file) => file.split(".").at(-1)?.toLowerCase() === path.split(".").at(-1)?.toLowerCase(),
        );
        const near = closest(path, alike) ?? (alike.length === 1 ? alike[0] : undefined);
        return [
          error(fileExists, {
            place: placeOf(["resources", index, "path"]),
            message: `Файлу ${quote(path)} немає в теці набору.`,
            hint: near
              ? `У теці є «${near}»: перейменуйте його на «${path}».`
              : "Покладіть файл у теку набору. Книгу Excel спершу перетворіть на CSV: сторінка порталу «Перевірте таблицю» або npm run table.",
          }),
        ];
      });
    }),
  examples: [
    {
      when: "файл не завантажено",
      files: { "data/datasets/stops/stops.csv": null },
      messages: ["Файлу «stops.csv» немає в теці набору."],
    },
    {
      when: "ресурс не має ні файлу, ні сторінки",
      files: stopsWith("    path: stops.csv\n", ""),
      messages: ["У ресурсу «stops» немає ні файлу (path), ні сторінки (page)."],
    },
  ],
};
