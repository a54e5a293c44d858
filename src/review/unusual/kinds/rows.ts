import { leastHabit, type TablePair, type Unusual } from "../subject.ts";

/** New rows that are no jump however short the table was. */
const leastJump = 30;

/** More new rows than the table had. */
export const findRowJump = ({ before, after, added }: TablePair): Unusual[] =>
  before.length >= leastHabit && added.length >= leastJump && added.length > 1.2 * before.length
    ? [
        {
          kind: "row-jump",
          weight: 3 + Math.log10(after.length / before.length),
          was: String(before.length),
          is: String(after.length),
          count: added.length,
          spots: [],
        },
      ]
    : [];
