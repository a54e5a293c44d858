import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

/** What a page or its worker loads of the room, and the most it may weigh on its way, KB. */
const entries: [module: string, most: number][] = [
  ["judge/judge-submission", 580],
  ["judge/published-folder", 40],
  ["passport/propose-passport", 260],
  ["passport/complete-passport", 260],
  ["passport/read-clean", 420],
  ["passport/passport-text", 90],
  ["passport/find-publisher", 40],
  ["passport/file-name", 10],
  ["passport/passport-figures", 600],
  ["change/new-dataset", 90],
  ["change/change-dataset", 90],
  ["change/rename-dataset", 90],
  ["difference/compare-with-published", 650],
];

/** A module as a browser gets it: its code, and what of Node it would ask for. */
async function bundled(module: string) {
  const asked: string[] = [];
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(import.meta.dirname, `${module}.ts`), formats: ["es"], fileName: "out" },
    },
    plugins: [
      {
        name: "nothing-of-node",
        enforce: "pre",
        resolveId(id) {
          if (/^node:|^(fs|path|crypto|os|child_process|url|zlib)$/.test(id)) asked.push(id);
          return null;
        },
      },
    ],
  });
  const [{ output }] = result as unknown as [{ output: { code?: string }[] }];
  const code = output.map((chunk) => chunk.code ?? "").join("");
  return { asked, code, kilobytes: gzipSync(code, { level: 9 }).length / 1024 };
}

test.each(entries)(
  "%s runs in a browser, and weighs at most %i KB packed",
  async (module, most) => {
    const { asked, code, kilobytes } = await bundled(module);
    expect(asked).toEqual([]);
    expect(code).not.toMatch(/from\s*["']node:|require\(["']/);
    expect(code).not.toMatch(/\bBuffer\.(from|compare|concat)\(/);
    console.log(module, kilobytes.toFixed(1));
    expect(kilobytes).toBeLessThan(most);
  },
  60_000,
);
