import { measureRating, ratingParts } from "../../catalogue/measures/quality/rating.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { listLine } from "../../model/csv.ts";
import { renderYaml } from "../yaml.ts";

/** The rating as a table: place, publisher, score and the points of each side. */
export const renderRatingCsv = (catalogue: Catalogue): string =>
  [
    ["place", "publisher", "title", "sets", "score", ...ratingParts],
    ...measureRating(catalogue).map(({ publisher, sets, score, parts }, index) => [
      String(index + 1),
      publisher,
      catalogue.publishers.find(({ id }) => id === publisher)?.title ?? publisher,
      String(sets),
      String(score),
      ...parts.map(({ share, points }) => (share === undefined ? "" : String(points))),
    ]),
  ]
    .map(listLine)
    .join("");

/** The rating of a year, frozen: an entry of the register `ratings`, with the commit it can be counted again at. */
export const renderFrozenRating = (
  catalogue: Catalogue,
  { year, commit }: { year: number; commit: string },
): string =>
  renderYaml(
    `# yaml-language-server: $schema=../../../src/schemas/json/ratings.schema.json
# Пораховано командою npm run rating; перерахувати: npm run rating -- --at ${commit}
`,
    {
      title: `Рейтинг розпорядників за ${year} рік`,
      year,
      date: catalogue.today,
      commit,
      scores: measureRating(catalogue).map(({ publisher, score }) => ({ publisher, score })),
    },
  );

/** What a rating counted again says otherwise than the frozen one, in words; empty where they agree. */
export function differences(
  frozen: readonly { publisher: string; score: number }[],
  counted: readonly { publisher: string; score: number }[],
): string[] {
  const ids = [...new Set([...frozen, ...counted].map(({ publisher }) => publisher))].sort();
  const scoreIn = (list: typeof frozen, id: string) =>
    list.find(({ publisher }) => publisher === id)?.score;
  return ids
    .map((id) => ({ id, before: scoreIn(frozen, id), now: scoreIn(counted, id) }))
    .filter(({ before, now }) => before !== now)
    .map(
      ({ id, before, now }) =>
        `${id} — зафіксовано ${before ?? "немає"}, виходить ${now ?? "немає"}`,
    );
}
