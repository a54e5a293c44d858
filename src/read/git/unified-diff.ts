import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runGit } from "./git.ts";

/** Texts of files before and after → a unified diff of them, as git writes it; "" where nothing changes. */
export function unifiedDiff(
  files: readonly { path: string; before: string; after: string }[],
): string {
  const folder = mkdtempSync(join(tmpdir(), "portal-diff-"));
  try {
    for (const { path, ...sides } of files)
      for (const [side, text] of Object.entries({ a: sides.before, b: sides.after })) {
        mkdirSync(dirname(join(folder, side, path)), { recursive: true });
        writeFileSync(join(folder, side, path), text);
      }
    const call = ["diff", "--no-index", "--no-prefix", "--no-color", "--no-ext-diff"];
    return files.length === 0
      ? ""
      : runGit(folder, [...call, "a", "b"], { answers: [1] }).stdout.toString();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
