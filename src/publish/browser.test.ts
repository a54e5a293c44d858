import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { publishedStops, stopsFacts } from "../test/fixtures/stops-portal.ts";
import type { Files } from "./tree-of-submission.ts";

/** What a page loads at once, and what its worker loads when a table is there: KB on their way, at most. */
const parts = {
  page: {
    modules: [
      "change/change-dataset",
      "change/new-dataset",
      "change/rename-dataset",
      "judge/published-folder",
      "passport/complete-passport",
      "passport/file-name",
      "passport/find-publisher",
      "passport/passport-text",
      "passport/questions",
    ],
    most: 170,
  },
  worker: {
    modules: [
      "change/change-dataset",
      "change/with-names",
      "difference/compare-with-published",
      "judge/judge-submission",
      "passport/passport-figures",
      "passport/propose-passport",
      "passport/read-clean",
    ],
    most: 540,
  },
};

/** Modules as a browser gets them, in one script, and what of Node they would ask for. */
async function bundled(modules: readonly string[]) {
  const asked: string[] = [];
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: "publish.ts", formats: ["iife"], name: "publish", fileName: "publish" },
    },
    plugins: [
      {
        name: "modules-of-publish",
        enforce: "pre",
        resolveId(id) {
          if (/^node:|^(fs|path|crypto|os|child_process|url|zlib|tty|http)$/.test(id))
            asked.push(id);
          return id.endsWith("publish.ts") ? "\0publish.ts" : null;
        },
        load: (id) =>
          id === "\0publish.ts"
            ? modules.map((name) => `export * from "${import.meta.dirname}/${name}.ts";\n`).join("")
            : null,
      },
    ],
  });
  const [{ output }] = result as unknown as [{ output: { code?: string }[] }];
  const code = output.map((chunk) => chunk.code ?? "").join("");
  return { asked, code, kilobytes: gzipSync(code, { level: 9 }).length / 1024 };
}

describe.each(Object.entries(parts))("what the %s loads", (_, { modules, most }) => {
  let made: Awaited<ReturnType<typeof bundled>>;
  beforeAll(async () => {
    made = await bundled(modules);
  }, 240_000);

  test("asks for nothing of Node", () => {
    expect(made.asked).toEqual([]);
    expect(made.code).not.toMatch(/["']node:[a-z]+["']|require\(["']/);
  });

  test("weighs no more than it may", () => expect(made.kilobytes).toBeLessThan(most));
});

test("where there is no Node, a set is judged, measured and compared as it is here", async () => {
  const { code } = await bundled(parts.worker.modules);
  // What every browser has, and nothing else.
  const browser = createContext({ TextEncoder, TextDecoder, URL });
  runInContext(code.replace(/^var publish\b/m, "globalThis.publish"), browser);
  browser.facts = stopsFacts;
  browser.files = publishedStops.files as Files;
  const said = runInContext(
    `(() => {
      const published = { facts, files };
      const table = new TextEncoder().encode("id,name,platforms\\n1,Вокзал,три\\n3,Парк,2\\n");
      const sent = publish.updateDataset({ id: "stops", files }, new Map([["stops.csv", table]]));
      return JSON.stringify({
        rules: publish.judgeSubmission(published, sent).map(({ rule }) => rule),
        points: publish.passportFigures(published, sent).quality.points,
        added: publish.compareWithPublished(published, sent).change.tables[0].added.count,
      });
    })()`,
    browser,
  );
  expect(JSON.parse(said)).toEqual({ rules: ["cells-valid"], points: 385, added: 1 });
}, 240_000);
