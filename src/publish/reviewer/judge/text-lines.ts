/** A line of a text that changed: on both sides, only before, only after; a gap where equal lines are left out. */
export type TextLine = { kind: "same" | "gone" | "new" | "gap"; text: string };

/** Lines of a text above which two are not compared line by line. */
const mostLines = 600;
/** Equal lines that are shown around what differs. */
const around = 2;

/** The longest common subsequence of two lists of lines, as lengths from each place on. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const lengths = Array.from(
    { length: before.length + 1 },
    () => new Uint16Array(after.length + 1),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] =
          before[i] === after[j]
            ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
            : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return lengths;
}

function allLines(before: readonly string[], after: readonly string[]): TextLine[] {
  if (before.length > mostLines || after.length > mostLines)
    return [
      ...before.map((text): TextLine => ({ kind: "gone", text })),
      ...after.map((text): TextLine => ({ kind: "new", text })),
    ];
  const lengths = commonLengths(before, after);
  /** What becomes of the next line: more of what the two share lies behind a line that went, or one that came. */
  const next = (i: number, j: number): TextLine["kind"] => {
    if (i === before.length) return "new";
    if (j === after.length) return "gone";
    if (before[i] === after[j]) return "same";
    return (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0) ? "gone" : "new";
  };
  const lines: TextLine[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const kind = next(i, j);
    lines.push({ kind, text: (kind === "new" ? after[j] : before[i]) ?? "" });
    if (kind !== "new") i++;
    if (kind !== "gone") j++;
  }
  return lines;
}

const linesOf = (text: string): string[] => text.replace(/\r?\n$/, "").split(/\r?\n/);

/**
 * Two states of a text → its lines with what became of them, long runs of equal ones cut to what stands beside a change.
 * A text that is not there on a side has no lines on it.
 */
export function textLines(before: string | undefined, after: string | undefined): TextLine[] {
  const lines = allLines(
    before === undefined ? [] : linesOf(before),
    after === undefined ? [] : linesOf(after),
  );
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== "same"),
  );
  return lines.flatMap((line, at): TextLine[] =>
    isNear[at] ? [line] : at > 0 && !isNear[at - 1] ? [] : [{ kind: "gap", text: "" }],
  );
}
