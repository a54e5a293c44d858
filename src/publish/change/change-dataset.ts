import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { folderOf, passportOf } from "../judge/known-portal.ts";
import { passportText, passportValues } from "../passport/passport-text.ts";
import type { Submission } from "../submission.ts";
import type { Files } from "../tree-of-submission.ts";
import { type Bytes, bytesOf } from "./new-dataset.ts";

/** A set as it is on the portal: its id and the files of its folder, by their paths in the repository (readPublished). */
export type PublishedDataset = { id: string; files: Files };

/** The passport's text as it is on the portal. Throws where the files hold none. */
export function publishedPassport({ id, files }: PublishedDataset): string {
  const bytes = files.get(passportOf(id));
  if (!bytes) throw new Error(`The files of "${id}" hold no passport.`);
  return new TextDecoder().decode(bytes);
}

/** The passport with other values; what is undefined goes. */
function changed(
  dataset: PublishedDataset,
  values: Partial<WrittenPassport>,
): { title: string; text: Bytes } {
  const existing = publishedPassport(dataset);
  const wanted = { ...passportValues(existing), ...values };
  return { title: wanted.title, text: bytesOf(passportText(wanted, existing)) };
}

/** Other words or values in the passport alone. */
export function correctPassport(
  dataset: PublishedDataset,
  values: Partial<WrittenPassport>,
): Submission {
  const { title, text } = changed(dataset, values);
  const files = new Map([[passportOf(dataset.id), text]]);
  return { kind: "passport-correction", id: dataset.id, title, files };
}

/**
 * Newer tables in place of those that are there, by their file names; the passport changes where something of it is said
 * anew: the day the data are true for, a version and what changed in it.
 */
export function updateDataset(
  dataset: PublishedDataset,
  tables: ReadonlyMap<string, Bytes>,
  values: Partial<WrittenPassport> = {},
): Submission {
  const { id } = dataset;
  const { title, text } = changed(dataset, values);
  const isSame = new TextDecoder().decode(text) === publishedPassport(dataset);
  return {
    kind: "dataset-update",
    id,
    title,
    files: new Map([
      ...(isSame ? [] : [[passportOf(id), text] as const]),
      ...[...tables].map(([name, bytes]) => [`${folderOf(id)}/${name}`, bytes] as const),
    ]),
  };
}

/** A change of a set with the later version that tells of it, and words on what is different in it. */
export function withVersion(
  dataset: PublishedDataset,
  submission: Submission,
  versionNotes: string,
): Submission {
  const path = passportOf(dataset.id);
  const text = new TextDecoder().decode(
    submission.files.get(path) ?? bytesOf(publishedPassport(dataset)),
  );
  const values = passportValues(text);
  const version = nextVersion(values.version, true);
  const told = bytesOf(passportText({ ...values, version, versionNotes }, text));
  return { ...submission, files: new Map([...submission.files, [path, told]]) };
}

/** A set leaves the catalogue: its page, id and files stay, with the day, the reason and what took its place. */
export function withdrawDataset(
  dataset: PublishedDataset,
  { date, reason, successor }: { date: string; reason: string; successor?: string },
): Submission {
  const withdrawn = { date, reason, ...(successor === undefined ? {} : { successor }) };
  const { title, text } = changed(dataset, { status: "withdrawn", withdrawn });
  const files = new Map([[passportOf(dataset.id), text]]);
  return { kind: "withdrawal", id: dataset.id, title, files };
}

/** The version after one: of a change that breaks programs the first number grows, of another the last. */
export function nextVersion(version: string | undefined, breaks: boolean): string {
  const numbers = /^\d+(\.\d+)*$/.test(version ?? "")
    ? (version ?? "").split(".").map(Number)
    : [1, 0];
  const at = breaks ? 0 : numbers.length - 1;
  if (!breaks && numbers.length === 1) return `${numbers[0]}.1`;
  return numbers
    .map((number, index) => (index < at ? number : index === at ? number + 1 : 0))
    .join(".");
}
