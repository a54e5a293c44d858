import { quote } from "../model/finding.ts";
import { closest } from "./closest.ts";
import { error, type Rule } from "./rule.ts";

/** The name a browser or a copier changed: data(4).csv, data - копія.csv → data.csv. */
const original = (name: string) =>
  name.replace(/( ?\(\d+\)| - копія| - copy|_copy)(?=\.[^.]+$)/gi, "");

export const fileReferenced: Rule = {
  id: "file-referenced",
  title: "Кожен файл названо в описі",
  why: "Переглядач перейменовує повторне завантаження на «data(4).csv», і на сайті лишається старий файл, а ніхто не помічає. Тому зайвий файл — помилка.",
  check({ datasets, tree }) {
    const files = new Map<string, string[]>();
    for (const path of tree.keys()) {
      const [, id, name] = /^data\/datasets\/([^/]+)\/(.+)$/.exec(path) ?? [];
      if (id === undefined || name === undefined || name === "datapackage.yaml") continue;
      files.set(id, [...(files.get(id) ?? []), name]);
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
      when: "переглядач перейменував повторне завантаження",
      files: { "data/datasets/stops/stops(4).csv": "id,name,platforms\n1,Вокзал,2\n" },
      messages: [
        "Файл «stops(4).csv» не названо в описі набору «stops», тому на сайті він не з’явиться.",
      ],
    },
  ],
};
