import { quote } from "../../model/reports/finding.ts";
import { pinnedFile } from "../../schemas/data/pinned.ts";
import { stopsWith } from "../example-portal.ts";
import { type Rule, warning } from "../rule.ts";

export const fileFetched: Rule = {
  id: "file-fetched",
  title: "Файл на іншому сервері прочитано",
  why: "Такий файл портал спершу завантажує й звіряє з паспортом, а тоді перевіряє, як свій. Доки цього не зроблено, про вміст файлу відомо лише те, що сказав розпорядник: ні рядків, ні колонок на сторінці немає.",
  check: ({ datasets, fetched }) =>
    datasets.flatMap(({ value, folder, tables, placeOf }) =>
      value.resources.flatMap((resource, index) => {
        const pinned = pinnedFile(resource);
        if (!pinned) return [];
        const place = placeOf(["resources", index, "path"]);
        if (!fetched.has(`${folder}/${pinned.url}`))
          return [
            warning(fileFetched, {
              place,
              message: `Файл ${quote(pinned.url)} лежить на іншому сервері і ще не прочитаний: npm run fetch-files.`,
              hint: "Команда завантажить файл і звірить розмір та SHA-256 із паспортом. Якщо сервер не відповідає, повторіть пізніше: портал збирається й без файлу.",
            }),
          ];
        if (!tables.some((table) => table.resource === index && table.beginning)) return [];
        return [
          warning(fileFetched, {
            place,
            message: `Таблицю ${quote(pinned.url)} перевірено й описано комірка за коміркою, але вона більша за 25 МБ, тож рядків її портал не тримає.`,
            hint: "Графіків із неї, складених ключів (primaryKey з кількох колонок, foreignKeys) і порівняння рядків між версіями не буде. Ключі перевірить npm run sql-checks; щоб було все, поділіть таблицю.",
          }),
        ];
      }),
    ),
  examples: [
    {
      when: "файл у сховищі, його ще не завантажено",
      warns: true,
      files: {
        ...stopsWith(
          "path: stops.csv\n",
          `path: https://files.example.gov.ua/stops.csv\n    bytes: 2500000\n    hash: sha256:${"0123456789abcdef".repeat(4)}\n`,
        ),
        "data/datasets/stops/stops.csv": null,
      },
      messages: [
        "Файл «https://files.example.gov.ua/stops.csv» лежить на іншому сервері і ще не прочитаний: npm run fetch-files.",
      ],
    },
  ],
};
