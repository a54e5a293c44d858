import type { Line } from "../../model/blocks.ts";
import type { DatasetChange, Review, TableChange } from "../../model/reports/review.ts";
import { lookItems } from "../report/look.ts";
import { counted, number } from "../report/words.ts";

/** Share of a table's rows that may be new or other than they were: more than that is another table under the same name. */
const mostChanged = 0.5;

/** How a table changed in more than its rows, or in too many of them. */
function tableFaults({ resource, columns, fresh, ...table }: TableChange): Line[] {
  const { before, after, changed, added } = table;
  const named = { code: resource };
  const isOther =
    [columns.removed, columns.added, columns.renamed, columns.retyped, fresh].some(
      (list) => list.length > 0,
    ) || columns.reordered;
  const touched = changed.count + added.count;
  return [
    ...(isOther ? [["У таблиці ", named, " інші колонки."]] : []),
    // Of rows compared whole nobody knows which went: as many may have come for them.
    ...(table.matched === "whole"
      ? [["У таблиці ", named, " немає ключа, а рядків забагато: котрі з них вилучено, не видно."]]
      : []),
    ...(before === 0 ? [["Таблиця ", named, " досі була порожня: порівняти ні з чим."]] : []),
    ...(before > 0 && touched > before * mostChanged
      ? [
          [
            "У таблиці ",
            named,
            ` нові або змінені ${counted(touched, "рядок", "рядки", "рядків")} з ${number(after)}, а було ${number(before)}.`,
          ],
        ]
      : []),
  ];
}

/** What changed in a set beside the rows of its tables. */
function setFaults({ kind, passport, files, tables }: DatasetChange): Line[] {
  const moved = [...files.removed, ...files.added, ...files.renamed.map(({ to }) => to)];
  return [
    ...(kind === "changed" ? [] : [["Набір не лише оновлено."]]),
    ...(passport.length > 0
      ? [["Змінено паспорт: ", { code: passport.map(({ field }) => field).join(", ") }, "."]]
      : []),
    ...(moved.length > 0 ? [["Файли інші: ", { code: moved.join(", ") }, "."]] : []),
    ...tables.flatMap(tableFaults),
  ];
}

/**
 * Why a person must look at an update before it is merged, each reason a sentence; none where only rows of the set's
 * tables changed and nothing can be said against them. Stricter than the review's own verdict, which may call an edited
 * description fine.
 * @param id the set whose clean updates the portal lets be merged by themselves
 */
export function updateFaults(review: Review, id: string): Line[] {
  const { fresh, standing, datasets, others, code, codeUnknown } = review;
  const change = datasets.find((one) => one.id === id);
  const beside = [
    ...datasets.filter((one) => one.id !== id).map((one) => one.id),
    ...others.map(({ path }) => path),
    ...(code ?? []),
  ];
  const told = [
    ...[...fresh, ...standing].map(
      ({ severity, message }): Line => [
        severity === "error" ? "Помилка: " : "Нове попередження: ",
        message,
      ],
    ),
    ...lookItems(review).map(({ line }) => line),
  ];
  // What a reviewer is told already is not said again in other words.
  if (told.length > 0) return told;
  return [
    ...(codeUnknown === undefined ? [] : [["Невідомо, чи змінено код порталу."]]),
    ...(beside.length > 0
      ? [["Змінено не лише цей набір: ", { code: beside.join(", ") }, "."]]
      : []),
    ...(change ? setFaults(change) : [["У рядках набору нічого не змінилося."]]),
  ];
}
