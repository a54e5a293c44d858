import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Everything in a folder by path: what it is and, of a file, its contents. Pipes are named, not opened. */
export function snapshot(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string) => {
    const stat = lstatSync(join(folder, path));
    if (stat.isDirectory()) {
      found.set(path, "folder");
      for (const name of readdirSync(join(folder, path))) walk(join(path, name));
    } else if (stat.isSymbolicLink()) found.set(path, `→ ${readlinkSync(join(folder, path))}`);
    else if (stat.isFile())
      found.set(
        path,
        createHash("sha256")
          .update(readFileSync(join(folder, path)))
          .digest("hex"),
      );
    else found.set(path, "special");
  };
  walk(".");
  return found;
}

/** Paths that are in one only or differ. */
export const differences = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();

/** A tool of the system that prepares a fault; throws what it said where it failed. */
export function tool(name: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(name, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}
