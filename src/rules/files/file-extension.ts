import { quote } from "../../model/reports/finding.ts";
import { fileTypeOf, fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { isKeptElsewhere, pathProblem } from "../dataset/resources/resource-path.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

const stored = Object.values(fileTypes)
  .filter((type) => type.stored)
  .map(({ extension }) => extension);

export const fileExtension: Rule = {
  id: "file-extension",
  title: "Формат файлу відкритий і машиночитний",
  why: "На порталі зберігають CSV, JSON і GeoJSON: їх видно в порівнянні змін, їх читає будь-яка програма. XLSX для читачів портал зробить сам.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.resources.flatMap(({ path }, index) => {
        if (path === undefined || isKeptElsewhere(path) || pathProblem(path)) return [];
        const type = fileTypeOf(path);
        if (type && fileTypes[type].stored) return [];
        return [
          error(fileExtension, {
            place: placeOf(["resources", index, "path"]),
            message: `Файли виду ${quote(path)} тут не зберігають.`,
            hint: `Збережіть таблицю як CSV (UTF-8, кома). Дозволено: ${stored.join(", ")}.`,
          }),
        ];
      }),
    ),
  examples: [
    {
      when: "завантажено книгу Excel",
      files: {
        ...stopsWith("path: stops.csv", "path: stops.xlsx"),
        "data/datasets/stops/stops.csv": null,
        "data/datasets/stops/stops.xlsx": "PK",
      },
      messages: ["Файли виду «stops.xlsx» тут не зберігають."],
    },
  ],
};
