import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import { Fault } from "../model/reports/fault.ts";
import { versionOf } from "../read/schema-version.ts";

/** The map a descriptor is; a Fault where it cannot be read, or stands in braces, where no line can be added. */
function mapOf(text: string): YAMLMap {
  const { contents, errors } = parseDocument(text, { stringKeys: true });
  if (errors.length === 0 && isMap(contents) && !contents.flow) return contents;
  throw new Fault(
    "Файл data/portal.yaml не вдалося прочитати рядок за рядком, тож нічого не змінено: запишіть кожне поле з нового рядка, виправте помилки YAML і повторіть.",
  );
}

/** Does a descriptor say this of itself, at its top? */
export const hasField = (text: string, name: string): boolean =>
  mapOf(text).items.some(({ key }) => isScalar(key) && key.value === name);

/** A descriptor with lines before its first field, below the comments it begins with. */
export function withFirstLines(text: string, lines: string): string {
  const key = mapOf(text).items[0]?.key;
  const at = (isScalar(key) ? key.range?.[0] : undefined) ?? 0;
  return text.slice(0, at) + lines + text.slice(at);
}

const versionLine = /^schemaVersion:[ \t]*\d+[^\n]*\n/m;

/** A descriptor that says of which version it is; the first says nothing. */
export function withVersion(text: string, version: number): string {
  if (versionOf(text) === version) return text;
  if (version === 1) return text.replace(versionLine, "");
  const line = `schemaVersion: ${version}`;
  return versionLine.test(text)
    ? text.replace(/^schemaVersion:[ \t]*\d+/m, line)
    : withFirstLines(text, `${line}\n`);
}
