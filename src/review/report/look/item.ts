import type { Line } from "../../../model/blocks.ts";
import type { DatasetChange, FieldChange } from "../../../model/reports/review.ts";
import { fieldText, valueText } from "../words.ts";

/** What a person must look at: a sentence, and under it what it rests on. */
export type LookItem = { line: Line; more: Line[] };

/** The set a sentence is of, at its beginning. */
export const ofSet = ({ title, id }: DatasetChange): Line => [{ strong: title }, ` (${id}): `];

/** A field that changed: what it was, what it is. */
export const fieldLine = ({ field, before, after }: FieldChange): Line => [
  { code: fieldText(field) },
  ": ",
  { code: valueText(field, before) || "немає" },
  " → ",
  { code: valueText(field, after) || "немає" },
];
