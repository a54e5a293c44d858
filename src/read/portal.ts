import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../model/reports/fault.ts";
import { versionAdvice } from "../model/reports/version-advice.ts";
import { type PortalDescriptor, portalSchema } from "../schemas/data/portal.ts";
import { versionProblem } from "./schema-version.ts";
import { parseSource } from "./source.ts";
import { readText } from "./text.ts";

/**
 * `data/portal.yaml` of a folder, read as the whole portal is read: for commands that need nothing else of it.
 * Undefined where there is none; throws a Fault where it does not say what it should.
 */
export function readPortal(root: string): PortalDescriptor | undefined {
  const path = join(root, "data/portal.yaml");
  if (!existsSync(path)) return undefined;
  const file = "data/portal.yaml";
  const read = readText(file, readFileSync(path));
  const { source, problems } =
    "problem" in read
      ? { source: undefined, problems: [read.problem] }
      : parseSource({ id: "portal", file, text: read.text, schema: portalSchema });
  const otherVersion = "text" in read ? versionProblem(read.text) : undefined;
  if (otherVersion) {
    const { message, hint } = versionAdvice(otherVersion);
    throw new Fault(`${message} ${hint}`);
  }
  const line = problems[0]?.place.line;
  if (!source || problems.length > 0)
    throw new Fault(
      `Файл ${path} має помилку${line === undefined ? "" : ` у рядку ${line}`}: виправте її (npm run validate).`,
    );
  return source.value;
}
