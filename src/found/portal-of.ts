import type { Answers } from "./answers/answers.ts";
import {
  councilId,
  type Ground,
  newsFiles,
  portalFiles,
  registryFiles,
} from "./files/data-files.ts";
import { type Engine, renderPackage } from "./files/package-file.ts";
import { renderReadme } from "./files/readme.ts";
import type { Sign } from "./files/sign.ts";
import { dependabotFile, type WorkflowSource, workflowFiles } from "./files/workflow-files.ts";
import { mandatedFiles } from "./plan/mandated-files.ts";
import { type PlanAct, planFiles } from "./plan/plan-files.ts";

/** What a portal is founded with beside the answers. */
export type Founding = {
  answers: Answers;
  day: string;
  engine: Engine;
  /** Undefined where the engine's repository is not known: the portal has no workflows then. */
  workflows: WorkflowSource | undefined;
  sign: Sign | undefined;
  ground: Ground;
  plan: PlanAct | undefined;
  /** The list of mandated sets, CSV; undefined where the portal is to have none. */
  mandated: string | undefined;
  /** Cards of publishers beside the council's. */
  publishers: Readonly<Record<string, string>>;
  /** Files for GitHub that are the same in every portal, by path. */
  shared: Readonly<Record<string, string>>;
};

const ignored = "node_modules/\ndist/\n*.tmp/\n";
/** Published bytes are the truth: checksums must not depend on the machine that cloned them. */
const attributes =
  "data/**/*.csv -text\ndata/**/*.geojson -text\n*.yaml text eol=lf\n*.mdx text eol=lf\n*.json text eol=lf\n";
/** The mandated set that the register of sets answers. */
const ofRegistry = "all-007";

/** Answers → the files of a new portal, by path: data, content, what npm, git and GitHub need, and nothing of any other portal. */
export function portalOf(founding: Founding): Record<string, string> {
  const { answers, day, engine, workflows, sign, plan, mandated } = founding;
  return {
    ...portalFiles(answers, sign, founding.ground),
    ...founding.publishers,
    ...registryFiles(answers, mandated === undefined ? [] : [ofRegistry]),
    ...(mandated === undefined ? {} : mandatedFiles(answers, mandated)),
    ...(plan === undefined ? {} : planFiles(answers, plan)),
    ...newsFiles(answers, day),
    "package.json": renderPackage(answers.name, engine),
    "README.md": renderReadme(answers),
    ".gitignore": ignored,
    ".gitattributes": attributes,
    ...founding.shared,
    ...(workflows === undefined
      ? {}
      : { ...workflowFiles(workflows), ".github/dependabot.yml": dependabotFile }),
  };
}

/** Ids of publishers that a portal has before anybody else is listed. */
export const firstPublishers = (answers: Answers): string[] => [councilId(answers)];
