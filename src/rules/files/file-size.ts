import { quote } from "../../model/reports/finding.ts";
import { largestFile } from "../../model/tree.ts";
import { error, type Rule } from "../rule.ts";

/** Tenths of a megabyte, rounded up: a byte over the limit is over it in words too. */
const megabytes = (size: number): string =>
  (Math.ceil((size / 1024 / 1024) * 10) / 10).toFixed(1).replace(".", ",");

export const fileSize: Rule = {
  id: "file-size",
  title: "Файл не порожній і не завеликий",
  why: "Через браузер на GitHub можна завантажити щонайбільше 25 МБ; більший файл поділіть за роками. Порожній файл — наслідок обірваного завантаження.",
  check: ({ tree }) =>
    [...tree].flatMap(([file, { size, kind }]) => {
      if (kind !== "file" || (size > 0 && size <= largestFile)) return [];
      return [
        error(fileSize, {
          place: { file },
          message:
            size === 0
              ? `Файл ${quote(file)} порожній.`
              : `Файл ${quote(file)} має ${megabytes(size)} МБ, а дозволено 25.`,
          hint: size === 0 ? "Завантажте файл ще раз." : "Поділіть таблицю, наприклад за роками.",
        }),
      ];
    }),
  examples: [
    {
      when: "завантаження обірвалося",
      files: { "data/datasets/stops/stops.csv": "" },
      messages: ["Файл «data/datasets/stops/stops.csv» порожній."],
    },
  ],
};
