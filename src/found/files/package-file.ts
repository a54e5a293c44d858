import { toSlug } from "../../table/layout/transliterate.ts";

/** The engine a portal is founded with. */
export type Engine = {
  /** What npm installs it by: `github:owner/name#v1.2.0`, `file:…tgz`, a version. */
  spec: string;
  /** Commands a portal runs. */
  verbs: readonly string[];
  /** Packages whose installation may run programs: npm asks the portal, not the engine. */
  allowScripts: Readonly<Record<string, boolean>>;
};

/** package.json of a portal: the engine by its version, and its commands. */
export function renderPackage(title: string, { spec, verbs, allowScripts }: Engine): string {
  const run = verbs
    .filter((verb) => verb !== "new-portal")
    .map((verb): [string, string] => [verb, `open-data-portal ${verb}`]);
  return `${JSON.stringify(
    {
      name: toSlug(title) || "portal",
      private: true,
      description: title,
      type: "module",
      dependencies: { "open-data-portal": spec },
      allowScripts,
      scripts: {
        libraries: "npm install --no-audit --no-fund --loglevel=error",
        prestart: "npm run -s libraries",
        pretest: "npm run -s libraries",
        ...Object.fromEntries(run),
        "keep-snapshot": "bash node_modules/open-data-portal/.github/keep-snapshot.sh",
        test: "open-data-portal validate",
      },
      engines: { node: ">=20" },
    },
    null,
    2,
  )}\n`;
}
