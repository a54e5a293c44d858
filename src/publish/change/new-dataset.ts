import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { folderOf, passportOf } from "../judge/known-portal.ts";
import { passportText } from "../passport/passport-text.ts";
import type { Submission } from "../submission.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);

/** A new set: its passport and its tables, by their file names. */
export const newDataset = (
  id: string,
  values: WrittenPassport,
  tables: ReadonlyMap<string, Bytes>,
): Submission => ({
  kind: "new-dataset",
  id,
  title: values.title,
  files: new Map([
    [passportOf(id), bytesOf(passportText(values))],
    ...[...tables].map(([name, bytes]) => [`${folderOf(id)}/${name}`, bytes] as const),
  ]),
});
