/** What a list of sets is put in order by: the day of the last change, from 1970, and how well a set answers. */
type Known = { days: ArrayLike<number>; scores?: ReadonlyMap<number, number> | undefined };

/** Sets in an order of the catalogue; those that are equal, and all of them by title, stay by their places in the list. */
export function inOrder(sets: readonly number[], order: string, { days, scores }: Known): number[] {
  const figure = figureOf(order, days, scores);
  return figure ? sets.toSorted((a, b) => figure(b) - figure(a) || a - b) : [...sets];
}

function figureOf(
  order: string,
  days: Known["days"],
  scores: Known["scores"],
): ((set: number) => number) | undefined {
  if (order === "modified") return (set) => days[set] ?? 0;
  if (order === "relevance" && scores) return (set) => scores.get(set) ?? 0;
  return undefined;
}
