import type { ReadProblem } from "../model/repository.ts";
import { schemaVersion } from "../schemas/data/schema-version.ts";

const line = /^(["']?)schemaVersion\1[ \t]*:[ \t]*["']?(\d*)/m;
const field = /^[^\s#][^\n]*:/m;

/**
 * The version of the schemas that data/portal.yaml says it is written by: the first where it says none. Read from the
 * text, as a descriptor of another version may not be understood at all. Of one without a field, and of a version that is
 * no number, other rules speak.
 */
export function versionOf(portal: string): number {
  const [found, , version = ""] = line.exec(portal) ?? [];
  if (found === undefined) return field.test(portal) ? 1 : schemaVersion;
  return version === "" ? schemaVersion : Number(version);
}

/** Is a descriptor of another version than the engine reads? */
export function versionProblem(
  portal: string | undefined,
): (ReadProblem & { code: "schema-version" }) | undefined {
  const written = portal === undefined ? schemaVersion : versionOf(portal);
  if (portal === undefined || written === schemaVersion) return undefined;
  const before = portal.slice(0, line.exec(portal)?.index ?? 0);
  const place = { file: "data/portal.yaml", line: before.split("\n").length };
  return { code: "schema-version", place, written, read: schemaVersion };
}
