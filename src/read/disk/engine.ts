import { existsSync } from "node:fs";
import { join, resolve, sep } from "node:path";

/** The folder of the engine: of this repository, or of the package a portal has installed. */
export const engine = resolve(import.meta.dirname, "../../..");

/** The folder of libraries that an engine runs with: the one it is installed in, or its own. */
export function librariesOf(folder: string): string {
  const parts = folder.split(sep);
  const installed = parts.lastIndexOf("node_modules");
  return installed < 0 ? join(folder, "node_modules") : parts.slice(0, installed + 1).join(sep);
}

/** Where an engine keeps what it made, beside its libraries. */
export const cacheOf = (folder: string): string =>
  join(librariesOf(folder), ".cache/open-data-portal");

/** Where schemas for editors lie, from the portal's folder: in its own engine's sources, or in the installed engine's. */
export const schemasOf = (root: string): string =>
  existsSync(join(root, "src/schemas/json"))
    ? "src/schemas/json"
    : "node_modules/open-data-portal/src/schemas/json";

/** The file that says which versions of libraries there are: an engine's own, or what npm wrote of all it installed. */
export function lockOf(folder: string): string | undefined {
  return [join(folder, "package-lock.json"), join(librariesOf(folder), ".package-lock.json")].find(
    (file) => existsSync(file),
  );
}
