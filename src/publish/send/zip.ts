import { strToU8, zipSync } from "fflate";
import type { SubmissionNote } from "../../schemas/reports/submission.ts";
import type { Submission } from "../submission.ts";
import { kindWords } from "./words.ts";

/** Files of an archive that are no files of the portal. */
export const noteName = "submission.json";
export const readMeName = "README.txt";

/** Lines end as Windows' own Notepad likes them. */
function readMeOf({ kind, id, title, note, files }: Submission): string {
  const paths = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const kept = paths.filter(([, bytes]) => bytes !== undefined).map(([path]) => `  ${path}`);
  const gone = paths.filter(([, bytes]) => bytes === undefined).map(([path]) => `  ${path}`);
  return [
    `${kindWords[kind]}: ${title} (${id})`,
    ...(note === undefined ? [] : ["", ...note.split("\n")]),
    "",
    "Якщо ви надсилаєте дані:",
    "  надішліть цей архів цілим, не розпаковуючи, на скриньку порталу. Більше нічого робити не треба.",
    "",
    "Якщо ви ведете портал:",
    "  npm run accept -- НАЗВА_АРХІВУ.zip",
    "  Команда складе з архіву гілку, перевірить її й скаже, що далі. Ваших незбережених змін вона не зачепить.",
    "  Без команди: покладіть файли з тек data і content на ті самі місця в репозиторії.",
    "",
    ...(kept.length === 0 ? [] : ["Файли, які додано чи змінено:", ...kept, ""]),
    ...(gone.length === 0 ? [] : ["Файли, які треба вилучити:", ...gone, ""]),
  ].join("\r\n");
}

/**
 * A submission as a ZIP laid out as the repository is, with what it is (submission.json) and what to do with it
 * (README.txt). The same submission gives the same bytes.
 */
export function packSubmission(submission: Submission): Uint8Array<ArrayBuffer> {
  const { kind, id, title, base, note, files } = submission;
  const described: SubmissionNote = {
    version: 1,
    kind,
    id,
    title,
    ...(base === undefined ? {} : { base }),
    ...(note === undefined || note.trim() === "" ? {} : { note: note.replaceAll("\r\n", "\n") }),
    removals: [...files].flatMap(([path, bytes]) => (bytes === undefined ? [path] : [])).sort(),
  };
  const kept = [...files]
    .flatMap(([path, bytes]): [string, Uint8Array][] =>
      bytes === undefined ? [] : [[path, bytes]],
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = Object.fromEntries([
    [readMeName, strToU8(readMeOf(submission))],
    [noteName, strToU8(`${JSON.stringify(described, null, 2)}\n`)],
    ...kept,
  ]);
  // ZIP keeps the time of the clock on the wall: a moment of its own, the same everywhere.
  return zipSync(parts, { mtime: new Date(1980, 0, 1) }) as Uint8Array<ArrayBuffer>;
}
