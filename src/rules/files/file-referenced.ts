import { quote } from "../../model/reports/finding.ts";
import { toSlug } from "../../table/layout/transliterate.ts";
import { closest } from "../closest.ts";
import { error, type Rule } from "../rule.ts";

/** The name a browser or a copier changed: data(4).csv, data - копія.csv → data.csv. */
const original = (name: string) =>
  name.replace(/( ?\(\d+\)| - копія| - copy|_copy)(?=\.[^.]+$)/gi, "");

export const fileReferenced: Rule = {
  id: "file-referenced",
  title: "Кожен файл названо в описі",
  why: "Браузер перейменовує повторне завантаження на «data(4).csv», і на сайті лишається старий файл, а ніхто не помічає. Тому зайвий файл — помилка.",
  check({ datasets, tree }) {
    const files = new Map<string, string[]>();
    for (const path of tree.keys()) {
      const [, id, name] = /^data\/datasets\/([^/]+)\/(.+)$/.exec(path) ?? [];
      if (id === undefined || name === undefined || name === "datapackage.yaml") continue;
      const names = files.get(id);
      if (names) names.push(name);
      else files.set(id, [name]);
    }
    return datasets.flatMap(({ id, value, folder }) => {
      const named = value.resources.flatMap(({ path }) => (path ? [path] : []));
      return (files.get(id) ?? []).flatMap((name) => {
        if (named.includes(name)) return [];
        const meant = named.includes(original(name))
          ? original(name)
          : closest(
              original(name),
              named.filter((path) => path.split(".").at(-1) === name.split(".").at(-1)),
            );
        const book = /^(.*)\.(?:xlsx|xlsm|xlsb|xls|ods)$/i.exec(name)?.[1];
        if (book !== undefined) {
          const table =
            named.find((path) => path === `${book}.csv`) ??
            named.find((path) => /\.csv$/i.test(path)) ??
            `${toSlug(book) || id}.csv`;
          return [
            error(fileReferenced, {
              place: { file: `${folder}/${name}` },
              message: `Книга ${quote(name)} на сайт не потрапить: портал публікує таблиці CSV, а XLSX для читачів робить сам.`,
              hint: `Зробіть із неї CSV на сторінці порталу «Перевірте таблицю» (/check/) і завантажте сюди як «${table}», а книгу вилучіть.`,
            }),
          ];
        }
        return [
          error(fileReferenced, {
            place: { file: `${folder}/${name}` },
            message: `Файл ${quote(name)} не названо в описі набору ${quote(id)}, тому на сайті він не з’явиться.`,
            hint: meant
              ? `Якщо це новий вміст файлу «${meant}», вилучіть старий і перейменуйте цей на «${meant}».`
              : "Додайте ресурс із цим файлом до datapackage.yaml або вилучіть файл.",
          }),
        ];
      });
    });
  },
  examples: [
    {
      when: "поряд із таблицею лежить книга Excel",
      files: { "data/datasets/stops/Зупинки 2026.xlsx": "PK" },
      messages: [
        "Книга «Зупинки 2026.xlsx» на сайт не потрапить: портал публікує таблиці CSV, а XLSX для читачів робить сам.",
      ],
    },
    {
      when: "браузер перейменував повторне завантаження",
      files: { "data/datasets/stops/stops(4).csv": "id,name,platforms\n1,Вокзал,2\n" },
      messages: [
        "Файл «stops(4).csv» не названо в описі набору «stops», тому на сайті він не з’явиться.",
      ],
    },
  ],
};
