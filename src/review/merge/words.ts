import type { Block, Line } from "../../model/blocks.ts";
import type { DatasetChange } from "../../model/reports/review.ts";
import { datasetLine } from "../report/dataset.ts";

const setting = "mergeCleanUpdates";

/** What is said under a request that a person must look at, though the portal lets such be merged by themselves. */
export const leftToPerson = (id: string, faults: readonly Line[]): Block[] => [
  { kind: "heading", level: 1, text: "Само не прийнято: має подивитися людина" },
  {
    kind: "text",
    line: [
      "Чисті оновлення набору ",
      { code: id },
      " портал приймає сам (",
      { code: setting },
      " у ",
      { code: "data/portal.yaml" },
      "), але не це:",
    ],
  },
  { kind: "list", items: faults },
];

/** What is said under a request that was merged by itself: why it might be, and how it is taken back. */
export const mergedByItself = (change: DatasetChange, commit: string): Block[] => [
  { kind: "heading", level: 1, text: "Прийнято без людини" },
  { kind: "text", line: [`${datasetLine(change)}.`] },
  {
    kind: "text",
    line: [
      "Змінилися самі рядки, і зауважити нічого: ні помилок, ні нових попереджень, ні незвичних значень; колонки ті самі. Набір названо в ",
      { code: setting },
      " (",
      { code: "data/portal.yaml" },
      "). Прийнято саме той коміт, який перевірено: ",
      { code: commit },
      ". Скасувати: кнопка Revert під цим запитом.",
    ],
  },
];
