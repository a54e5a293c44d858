import { examplePortal } from "./example-portal.ts";
import type { Example } from "./rule.ts";

/** One file of an example: its telling lines as they are and as they should be. */
export type Difference = {
  /** Name of the file in its folder. */
  file: string;
  /** Absent where the file is no text. */
  bad: string | undefined;
  /** Absent where the file should not be there. */
  good: string | undefined;
};

const isTable = (file: string): boolean => file.endsWith(".csv");

/** An example → what to show of it: whole tables, and of descriptors only the lines that differ. */
export function differences({ files, mended }: Pick<Example, "files" | "mended">): Difference[] {
  return Object.entries(files).flatMap(([file, content]): Difference[] => {
    const good = mended?.[file] ?? examplePortal[file];
    if (content === null || content === good) return [];
    // The structure under a table's example is how the example is built, not what it shows.
    if (mended && !isTable(file)) return [];
    const name = file.slice(file.lastIndexOf("/") + 1);
    if (typeof content !== "string") return [{ file: name, bad: undefined, good }];
    if (good === undefined || isTable(file)) return [{ file: name, bad: content, good }];
    const before = content.split("\n");
    const after = good.split("\n");
    let start = 0;
    while (start < before.length && before[start] === after[start]) start++;
    let end = 0;
    while (
      end < before.length - start &&
      end < after.length - start &&
      before.at(-1 - end) === after.at(-1 - end)
    )
      end++;
    const part = (lines: string[]) => lines.slice(start, lines.length - end).join("\n");
    return [{ file: name, bad: part(before), good: part(after) || undefined }];
  });
}
