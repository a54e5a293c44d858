import { largestFile } from "../../model/tree.ts";
import { fold } from "../../rules/files/file-name.ts";
import { type SubmissionNote, submissionNoteSchema } from "../../schemas/reports/submission.ts";
import { type Submission, submissionKinds } from "../submission.ts";
import { pathFault } from "./path.ts";
import { noteName, readMeName } from "./zip.ts";
import { BrokenZip, listZip, type ZipEntry } from "./zip-entries.ts";

/** Bytes of an archive that is looked at, and of all its files once opened: a dozen of the largest tables. */
export const largestArchive = 100 * 1024 * 1024;
const largestOpened = 300 * 1024 * 1024;
const mostFiles = 500;
const largestNote = 200_000;

const shown = (name: string): string =>
  `«${name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "?").slice(0, 120)}»`;
const refuse = (sentence: string): never => {
  throw new BrokenZip(sentence);
};

/** Refuses what is no file of a portal: by its kind, its size, its path, or one more of the same name. */
function checkEntries(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  let opened = 0;
  for (const { name, kind, size } of entries) {
    if (seen.has(fold(name))) refuse(`У архіві два файли з назвою ${shown(name)}.`);
    seen.add(fold(name));
    if (kind === "link" || kind === "special")
      refuse(`В архіві ${shown(name)} — не файл, а посилання чи щось інше.`);
    if (kind === "folder") {
      if (!/^(data|content)\/([A-Za-z0-9._-]+\/)*$/.test(name) || name.includes("..") || size > 0)
        refuse(`Тека ${shown(name)} лежить поза теками data і content.`);
      continue;
    }
    opened += size;
    if (size > largestFile) refuse(`Файл ${shown(name)} має понад 25 МБ.`);
    if (opened > largestOpened) refuse("Розпакований архів мав би понад 300 МБ.");
    if (name === noteName || name === readMeName) continue;
    const fault = pathFault(name);
    if (fault !== undefined) refuse(`Файл ${shown(name)} ${fault}.`);
  }
}

function noteOf(entries: readonly ZipEntry[]): SubmissionNote {
  const entry =
    entries.find(({ name }) => name === noteName) ??
    refuse(`В архіві немає ${noteName}: це не архів зі сторінки порталу.`);
  if (entry.size > largestNote) refuse(`Файл ${noteName} завеликий.`);
  const wrong = () => refuse(`Файл ${noteName} не такий, як його пише портал.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(entry.open());
    return submissionNoteSchema.safeParse(JSON.parse(text)).data ?? wrong();
  } catch (error) {
    if (error instanceof BrokenZip) throw error;
    return wrong();
  }
}

/**
 * An archive that a stranger sent → the submission it holds, or one Ukrainian sentence of why not. Everything is judged
 * by the archive's directory before a byte is opened, and nothing opens beyond what the directory says.
 */
export function unpackSubmission(
  bytes: Uint8Array,
): { submission: Submission } | { problem: string } {
  try {
    if (bytes.length > largestArchive) refuse("Архів має понад 100 МБ.");
    const entries = listZip(bytes, mostFiles);
    checkEntries(entries);
    const { kind: told, removals, version: _, ...note } = noteOf(entries);
    const kind =
      submissionKinds.find((known) => known === told) ??
      refuse(`Портал не знає такого виду зміни: ${shown(told)}.`);
    const files = new Map<string, Uint8Array<ArrayBuffer> | undefined>();
    for (const { name, kind: sort, open } of entries)
      if (sort === "file" && name !== noteName && name !== readMeName) files.set(name, open());
    for (const path of removals) {
      const fault = pathFault(path);
      if (fault !== undefined) refuse(`Файл ${shown(path)}, який просять вилучити, ${fault}.`);
      if (files.has(path)) refuse(`Файл ${shown(path)} і додано, і вилучено.`);
      files.set(path, undefined);
    }
    if (files.size === 0) refuse("В архіві немає жодного файлу порталу.");
    return { submission: { kind, ...note, files } };
  } catch (error) {
    if (error instanceof BrokenZip) return { problem: error.message };
    // What fflate makes of bytes that are not deflated, and views of places that are not there.
    return { problem: "Архів пошкоджено: попросіть надіслати його ще раз." };
  }
}
