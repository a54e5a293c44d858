/**
 * The least and the most of numbers, however many: Math.max(...values) ends in «Maximum call stack size exceeded» at about
 * a hundred thousand. Of none: Infinity and -Infinity, as Math has it.
 */
export function extremes(values: Iterable<number>): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
