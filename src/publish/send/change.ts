import { proseMarkdown } from "../../published/blocks/markdown.ts";
import type { Change } from "../../remote/forge.ts";
import type { Submission } from "../submission.ts";
import { nameOf, titleOf } from "./words.ts";

/** The portal's own template of a request, in its repository. */
export const templatePath = ".github/pull_request_template.md";

/** A box of the template that a person ticks. */
const box = /^([-*] )\[[ xX]\] (.+)$/;
/** A request's text holds 65 536 characters (GitHub); the template and the words share them. */
const longest = 60_000;

/** What the template asks a person to confirm, in its order; Markdown's marks for code are taken off. */
export const questionsOf = (template: string): string[] =>
  template.split(/\r?\n/).flatMap((line) => {
    const question = box.exec(line)?.[2];
    return question === undefined ? [] : [question.replaceAll("`", "")];
  });

/**
 * Who answers a question of the template: the page itself where it is about the version of what breaks programs, which the
 * page asks about and writes; nobody yet where it is about the report, which comes once the request is there; else a person.
 */
export function answererOf(question: string): "page" | "nobody" | "person" {
  if (question.includes("versionNotes")) return "page";
  return /^звіт(?!\p{L})/iu.test(question) ? "nobody" : "person";
}

const lineOf = (file: string, bytes: Uint8Array | undefined): string =>
  `- \`${file}\`${bytes === undefined ? " — вилучити" : ""}`;

/** What a submission says of itself in a request: the person's words as plain text, and its files. */
function wordsOf({ title, note, files }: Submission): string {
  const paths = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const said = (note ?? title)
    .split(/\n+/)
    .map((line) => proseMarkdown(line))
    .join("\n\n");
  return `${said}\n\n${paths.map(([file, bytes]) => lineOf(file, bytes)).join("\n")}`;
}

/**
 * A submission as a change for a forge. The request's text is the portal's template: the words stand before its first
 * box, and a box is ticked where the person answered yes.
 * @param day yyyy-mm-dd, of the branch's name
 * @param answers of questionsOf(template), in its order
 */
export function toChange(
  submission: Submission,
  {
    day,
    template = "",
    answers = [],
  }: { day: string; template?: string; answers?: readonly boolean[] },
): Change {
  const lines = template.split(/\r?\n/);
  const first = lines.findIndex((line) => box.test(line));
  const [before, after] = first < 0 ? [lines, []] : [lines.slice(0, first), lines.slice(first)];
  let asked = 0;
  const ticked = after.map((line) =>
    line.replace(box, (_, dash: string, question: string) =>
      answers[asked++] ? `${dash}[x] ${question}` : `${dash}[ ] ${question}`,
    ),
  );
  const words = wordsOf(submission);
  const body = [before.join("\n").trim(), words.slice(0, longest), ticked.join("\n").trim()]
    .filter((part) => part !== "")
    .join("\n\n");
  const title = titleOf(submission);
  const { files, base, note } = submission;
  return {
    name: nameOf(submission, day),
    title,
    body: `${body}\n`,
    message: note === undefined ? title : `${title}\n\n${note.trim()}`,
    files,
    ...(base === undefined ? {} : { base }),
  };
}
