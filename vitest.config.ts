import { join, matchesGlob, relative } from "node:path";
import { defineConfig } from "vitest/config";
import type { TestSequencer, TestSpecification, Vitest } from "vitest/node";

// Tests run the commands hundreds of times: what Node compiled once it takes from here, as long as the source is the same.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/node");

/** Tests that open the built site: it is built once, and only where one of these is asked for. */
const ofSite = [
  "src/test/**/{audit,builds,journeys,hostile,pages*,publish*,pictures,keyboard-*}.test.ts",
  "src/{explore,find,inspect}/**/{check,explorer,find,search,sql}.test.ts",
  "src/published/**/{addresses,ckan,dcat,harvest-gate,published}.test.ts",
  "src/catalogue/measures/**/mqa.test.ts",
  "src/site/{incremental,verify}.test.ts",
  "src/site/pages/render-pages.test.ts",
];

/** Tests that change what a whole process has, each with what that is: others never run in theirs. */
export const alone: Readonly<Record<string, string>> = {
  "src/find/browser/guess.test.ts": "the network, stubbed",
  "src/find/street/browser/open-streets.test.ts": "the network, stubbed",
  "src/read/disk/forget.test.ts": "the caches, forgotten for good",
  "src/read/entry/entry.test.ts": "a global that hostile code would set",
  "src/read/git/git.test.ts": "the environment",
  "src/remote/github/client-answers.test.ts": "the clock",
  "src/rules/sql/dialects/dialects.test.ts": "a console, silenced",
  "src/site/pages/content-modules.test.ts": "a global that hostile code sets",
};

/** The longest of those that need no site: they run while it is built, and none of them is left for the end. */
const first = [
  "src/test/{code,upgrade,commands,package}.test.ts",
  "src/published/tables/large.test.ts",
  "src/publish/grid/table-grid.test.ts",
  "src/publish/scheduled/merge-update.test.ts",
  "src/remote/github/forge-*.test.ts",
  "src/rules/sql/{agreement,real-tables}.test.ts",
];

/** Files in the order of Vitest, those that last long and need no site before those of the site, the short ones after. */
class LongFirst implements TestSequencer {
  context: Vitest;
  constructor(context: Vitest) {
    this.context = context;
  }
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Asked for here: tests read this file too, and have no use for all of Vitest.
    const { BaseSequencer } = await import("vitest/node");
    const placeOf = ({ moduleId, project: { name, config } }: TestSpecification): number => {
      if (first.some((glob) => matchesGlob(relative(config.root, moduleId), glob))) return 0;
      return ["alone", "site", "unit"].indexOf(name) + 1;
    };
    const sorted = await new BaseSequencer(this.context).sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
  async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { BaseSequencer } = await import("vitest/node");
    return new BaseSequencer(this.context).shard(files);
  }
}

const shared = {
  // For a machine with other work: on one without it the longest test takes a quarter of that.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // A page under load answers late, not wrongly: a second, the default, told the two apart by luck.
  expect: { poll: { timeout: 20_000 } },
  // GitHub's language service and the grammars of SQL import files in ways that only a bundler reads.
  server: {
    deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/, /dt-sql-parser/] },
  },
};

export const unit = { ...shared, name: "unit", include: ["src/**/*.test.ts"], exclude: ofSite };
/** Files that run in one process share its modules, which were else loaded anew for each of them. */
const together = { isolate: false };

export default defineConfig({
  // Without it every file of the language service complains of a source map it does not have.
  logLevel: "error",
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      { ...unit, ...together, exclude: [...ofSite, ...Object.keys(alone)] },
      { ...shared, name: "alone", include: Object.keys(alone) },
      {
        ...shared,
        ...together,
        name: "site",
        include: ofSite,
        globalSetup: ["src/test/fixtures/built-site.ts"],
        setupFiles: ["src/test/fixtures/awaited-site.ts"],
      },
      // Vitest leaves a core for itself, which of two is half of the machine.
    ].map((test) => ({ test: { ...test, maxWorkers: "100%" } })),
  },
});
