import { existsSync, lstatSync, readdirSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { Fault } from "../model/reports/fault.ts";
import type { Tree, TreeFile } from "../model/tree.ts";

const ignored = new Set([".DS_Store", "Thumbs.db"]);

/** A repository without files of its own, as a server keeps it: gitrepository-layout(5). */
const isBare = (root: string): boolean =>
  ["HEAD", "objects", "refs"].every((name) => existsSync(join(root, name))) &&
  !existsSync(join(root, "data"));

/**
 * The bytes of a file as long as it is the one that was listed: what is published is what was judged.
 * Throws a Fault where somebody has changed it since.
 */
function bytesOf(path: string, listed: Stats): Uint8Array {
  const bytes = readFileSync(path);
  const now = lstatSync(path);
  if (now.ino !== listed.ino || now.size !== listed.size || now.mtimeMs !== listed.mtimeMs)
    throw new Fault(`Файл ${path} змінився, поки портал читали: почніть ще раз.`);
  return bytes;
}

/** The files under `data/` and `content/` of a portal folder, sorted by path. Symbolic links are listed, not followed. */
export function readTree(root: string): Tree {
  if (isBare(root))
    throw new Fault(
      `Тека ${root} — голий репозиторій git, у ньому немає файлів порталу: клонуйте його (git clone ${root} портал) і виконайте команду в клоні.`,
    );
  const files: [string, TreeFile][] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (ignored.has(name)) continue;
      const path = `${folder}/${name}`;
      const full = join(root, path);
      const stat = lstatSync(full);
      if (stat.isDirectory()) walk(path);
      else if (!stat.isFile() && !stat.isSymbolicLink())
        // A pipe would be waited for without end, a device read without end.
        throw new Fault(
          `На місці файлу ${full} — канал, сокет або пристрій: вилучіть його з порталу.`,
        );
      else {
        const kind = stat.isSymbolicLink() ? "symlink" : stat.isFile() ? "file" : "special";
        files.push([
          path,
          {
            size: stat.size,
            kind,
            // Windows marks no programs, and calls every file one.
            ...(kind === "file" && process.platform !== "win32" && stat.mode & 0o111
              ? { executable: true }
              : {}),
            bytes: () => bytesOf(full, stat),
          },
        ]);
      }
    }
  };
  for (const folder of ["content", "data"]) {
    if (lstatSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) walk(folder);
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
