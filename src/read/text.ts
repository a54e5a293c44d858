import type { ReadProblem } from "../model/repository.ts";
import { largestText, type TreeFile } from "../model/tree.ts";
import { detectEncoding, isUtf8 } from "../table/scan/encoding.ts";
import { findImpostor, isConflictMark } from "../table/scan/impostor.ts";

/** Signs that no text needs, and that programs take for an end of a line or for nothing: all controls but tab and LF. */
const control =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/u;

/**
 * The bytes of a text file that people wrote → its text, read once for every reader of it; or what is wrong with the
 * bytes, one problem, and no text: what is not UTF-8 would be published as other letters, and what one program takes
 * for the end of a line another does not. CRLF is read as LF; a mark of byte order is left out.
 */
export function readText(
  file: string,
  bytes: Uint8Array,
): { text: string } | { problem: ReadProblem } {
  const wrong = (what: TextFault, line = 1, column = 1): { problem: ReadProblem } => ({
    problem: { code: "text", place: { file, line, column }, ...what },
  });
  const impostor = findImpostor(bytes);
  if (impostor?.kind === "forbidden-bytes" && impostor.what === "binary")
    return wrong({ what: "binary" });
  if (impostor?.kind === "forbidden-bytes" && impostor.what === "lfs")
    return wrong({ what: "lfs" });
  const encoding = detectEncoding(bytes, true);
  if (encoding.name !== "utf-8") return wrong({ what: "encoding", encoding: encoding.name });
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
  if (!isUtf8(bytes, true)) {
    const { line, column } = placeIn(text, text.indexOf("\ufffd"));
    return wrong({ what: "broken" }, line, column);
  }
  const lines = text.split("\n");
  // A line of «=» alone also underlines a heading in Markdown.
  const mark = lines.findIndex(
    (line) => isConflictMark(line) && (!line.startsWith("=") || !file.endsWith(".mdx")),
  );
  if (mark !== -1) return wrong({ what: "conflict" }, mark + 1);
  const found = control.exec(text);
  if (!found) return { text };
  const { line, column } = placeIn(text, found.index);
  return wrong({ what: "control", point: found[0].charCodeAt(0) }, line, column);
}

/** The same of a file of a tree, which is not opened where it is too long. */
export const readTextFile = (
  file: string,
  entry: TreeFile,
): { text: string } | { problem: ReadProblem } =>
  entry.size > largestText
    ? { problem: { code: "text", place: { file }, what: "long" } }
    : readText(file, entry.bytes());

type TextFault =
  Extract<ReadProblem, { code: "text" }> extends infer P
    ? P extends { code: "text" }
      ? Omit<P, "code" | "place">
      : never
    : never;

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  return {
    line: before.split("\n").length,
    column: before.length - before.lastIndexOf("\n"),
  };
}
