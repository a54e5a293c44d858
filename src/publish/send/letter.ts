import type { Submission } from "../submission.ts";
import { kindWords, titleOf } from "./words.ts";

/** A letter that asks to take an archive in: a link that opens a mail program, and its text for copying. */
export type Letter = {
  to: string;
  subject: string;
  /** The whole text. */
  body: string;
  /** mailto: with as much of the text as fits. */
  address: string;
  /** The link holds less than the text. */
  cut: boolean;
};

/**
 * Characters of a link that mail programs take: Gmail in a browser about 1 620, Chrome on Windows about 2 000, and a
 * Cyrillic letter is six of them (RFC 6068 has no limit).
 */
const longest = 1600;

const linkOf = (to: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

function bodyOf(submission: Submission, archive: string, note: string, withFiles: boolean): string {
  const { kind, id, title, files } = submission;
  const names = [...files].map(([path, bytes]) => `  ${path}${bytes ? "" : " (вилучити)"}`).sort();
  return [
    "Добрий день!",
    "",
    "Прошу внести зміну до порталу відкритих даних.",
    `${kindWords[kind]}: ${title} (${id})`,
    ...(withFiles ? ["Файли:", ...names] : []),
    ...(note === "" ? [] : ["", note]),
    "",
    `Архів ${archive} додаю.`,
  ].join("\n");
}

/**
 * A letter to the portal's mailbox. The archive itself a link cannot attach: the person does it, and the text says its name.
 * A link too long for mail programs loses the list of files, then the end of the note, then the end of the title.
 */
export function letterOf(
  submission: Submission,
  { mailbox, archive }: { mailbox: string; archive: string },
): Letter {
  const note = submission.note?.trim() ?? "";
  const subject = titleOf(submission, 100);
  const body = bodyOf(submission, archive, note, true);
  const whole = linkOf(mailbox, subject, body);
  const letter = { to: mailbox, subject, body };
  if (whole.length <= longest) return { ...letter, address: whole, cut: false };
  const letters = Array.from(note);
  for (let kept = letters.length; kept > 0; kept = Math.floor(kept * 0.9)) {
    const begun = kept === letters.length ? note : `${letters.slice(0, kept).join("").trimEnd()}…`;
    const address = linkOf(mailbox, subject, bodyOf(submission, archive, begun, false));
    if (address.length <= longest) return { ...letter, address, cut: true };
  }
  for (const most of [80, 40, 20]) {
    const short = { ...submission, title: titleOf(submission, most).replace(/^[^:]+: /, "") };
    const address = linkOf(mailbox, titleOf(submission, most), bodyOf(short, archive, "", false));
    if (address.length <= longest) return { ...letter, address, cut: true };
  }
  return { ...letter, address: `mailto:${mailbox}`, cut: true };
}
