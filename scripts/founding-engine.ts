import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Engine } from "../src/found/files/package-file.ts";
import type { WorkflowSource } from "../src/found/files/workflow-files.ts";
import { engine } from "../src/read/disk/engine.ts";
import { isCheckout, resolveCommit } from "../src/read/git/git.ts";

type Package = {
  version: string;
  repository?: string | { url: string };
  scripts: Record<string, string>;
  allowScripts: Record<string, boolean>;
};

const own: Package = JSON.parse(readFileSync(join(engine, "package.json"), "utf8"));

/** «git+https://github.com/owner/name.git», «github:owner/name» → «owner/name». */
const nameOnGitHub = (address: string): string | undefined =>
  /github(?:\.com)?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(address)?.[1];

/** What npm is to install the engine by: as it was said, or from its repository by its version, or from where it lies. */
function specOf(said: string | undefined, portal: string): string {
  if (said !== undefined)
    return existsSync(resolve(said)) ? `file:${relative(portal, resolve(said))}` : said;
  const { repository } = own;
  const address = typeof repository === "string" ? repository : repository?.url;
  const name = address === undefined ? undefined : nameOnGitHub(address);
  return name === undefined ? `file:${relative(portal, engine)}` : `github:${name}#v${own.version}`;
}

/** Where workflows are called from: by a commit where this checkout knows which one a tag is. */
function workflowSourceOf(spec: string): WorkflowSource | undefined {
  const [, repository, ref] = /^github:([\w.-]+\/[\w.-]+)#([\w./-]+)$/.exec(spec) ?? [];
  if (repository === undefined || ref === undefined) return undefined;
  const commit = isCheckout(engine) ? resolveCommit(engine, ref) : undefined;
  return { repository, ref: commit ?? ref, version: ref };
}

/** The engine that runs now, as a new portal is to have it. */
export function foundingEngine(
  said: string | undefined,
  portal: string,
): { engine: Engine; workflows: WorkflowSource | undefined } {
  const spec = specOf(said, portal);
  const verbs = Object.values(own.scripts).flatMap(
    (line) => /open-data-portal\.mjs ([a-z-]+)$/.exec(line)?.[1] ?? [],
  );
  return {
    engine: { spec, verbs, allowScripts: own.allowScripts },
    workflows: workflowSourceOf(spec),
  };
}

const shared = [
  ...["data-error", "data-request", "passport", "proposal"].map(
    (form) => `.github/ISSUE_TEMPLATE/${form}.yml`,
  ),
  ".github/pull_request_template.md",
  ".github/SECURITY.md",
  ".github/takedown.md",
];

/** Files for GitHub that are the same in every portal. */
export const sharedFiles = (): Record<string, string> =>
  Object.fromEntries(shared.map((path) => [path, readFileSync(join(engine, path), "utf8")]));

/** The list of mandated sets that the engine brings, CSV. */
export const mandatedTable = (): string =>
  readFileSync(join(engine, "src/found/plan/mandated-datasets.csv"), "utf8");
