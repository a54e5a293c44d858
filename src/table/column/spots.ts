import type { Spot, Tallied } from "../../model/table.ts";
import type { RecordView } from "../scan/records.ts";

/** Places kept of each kind: enough to see the pattern, few enough to read. */
export const shownSpots = 5;
/** Signs of a cell that are kept. */
const longestValue = 200;

export const nothingMet = (): Tallied => ({ count: 0, first: [] });

/** Where a record stands in its file, and the text that is shown of it. */
export const spotOf = ({ line, number }: RecordView, text: string): Spot => ({
  line,
  record: number,
  value: text.slice(0, longestValue),
});

/** Counts what a record shows; of the first ones the places are kept. */
export function note(into: Tallied, record: RecordView, text = ""): void {
  into.count++;
  if (into.first.length < shownSpots) into.first.push(spotOf(record, text));
}

/** The same for one of several kinds. */
export function noteKind<Kind>(
  kinds: Map<Kind, Tallied>,
  kind: Kind,
  record: RecordView,
  text: string,
): void {
  let tallied = kinds.get(kind);
  if (!tallied) {
    tallied = nothingMet();
    kinds.set(kind, tallied);
  }
  note(tallied, record, text);
}

/** Adds what was met of another kind, in the order of the file. */
export function addTallied(all: Tallied, more: Tallied): void {
  all.count += more.count;
  all.first = [...all.first, ...more.first]
    .sort((a, b) => a.record - b.record)
    .slice(0, shownSpots);
}
