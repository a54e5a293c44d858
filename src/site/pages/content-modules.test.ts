import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import mdx from "@astrojs/mdx";
import { build, type PluginOption } from "vite";
import { afterEach, expect, test } from "vitest";
import { grammar } from "../../read/entry/content.ts";
import { contentModules, judgedBodies } from "./content-modules.ts";

const project = resolve(import.meta.dirname, "../../..");
const head = "title: Новина\ndate: 2026-01-01\ndescription: Опис";
const code = "export const ran = (globalThis.portalCaseRan = true)";
const good = `---\n${head}\n---\n\nТекст.\n`;
const hiding = `---\n{ title: a, date: 2026-11-20, description: #\r }\r#\n---x\n\n${code}\n\n}\n---\n\nТекст.\n`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder inside the project, so that compiled entries find Astro's runtime. */
function makeFolder(): string {
  const cache = join(project, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "entries-"));
  folders.push(folder);
  return folder;
}

/** The Vite plugins with which @astrojs/mdx compiles, set up as Astro sets them up. */
async function mdxPlugins(): Promise<PluginOption[]> {
  const plugins: PluginOption[] = [];
  const config = {
    root: pathToFileURL(`${project}/`),
    srcDir: pathToFileURL(`${project}/src/`),
    base: "/",
    site: "https://example.org",
    markdown: {},
  };
  const { hooks } = mdx({ syntaxHighlight: false, ...grammar }) as {
    hooks: Record<string, ((given: object) => unknown) | undefined>;
  };
  await hooks["astro:config:setup"]?.({
    config,
    addPageExtension() {},
    addContentEntryType() {},
    addRenderer() {},
    updateConfig: ({ vite }: { vite: { plugins: PluginOption[] } }) => plugins.push(vite.plugins),
  });
  await hooks["astro:config:done"]?.({ config, logger: console });
  return plugins;
}

/** An entry through the real road of the builder, and run; or what kept it from that. */
async function render(
  text: string | Uint8Array,
  { modules = contentModules, linked = false } = {},
): Promise<string> {
  const folder = makeFolder();
  const root = join(folder, "portal");
  mkdirSync(join(root, "content/news"), { recursive: true });
  writeFileSync(join(root, "content/news/a.mdx"), text);
  if (linked) symlinkSync(root, join(folder, "link"));
  const outDir = join(folder, "out");
  try {
    await build({
      configFile: false,
      root: project,
      logLevel: "silent",
      plugins: [modules(judgedBodies(linked ? join(folder, "link") : root)), await mdxPlugins()],
      build: {
        ssr: true,
        outDir,
        rollupOptions: {
          input: "virtual:portal-content",
          external: /^astro\//,
          output: { entryFileNames: "index.mjs", chunkFileNames: "[hash].mjs" },
        },
      },
    });
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
  const { news } = await import(pathToFileURL(join(outDir, "index.mjs")).href);
  const entry = await news.a();
  return JSON.stringify([entry.frontmatter, entry.default({ components: {} })]);
}

const hasRun = (): boolean => {
  const place = globalThis as { portalCaseRan?: boolean };
  const ran = place.portalCaseRan === true;
  delete place.portalCaseRan;
  return ran;
};

test("without the judge the hidden code would run: the road is the real one", async () => {
  const unjudged = (bodies: Map<string, string>) => ({
    ...contentModules(bodies),
    load: (id: string) =>
      id.endsWith(".mdx")
        ? hiding
        : 'export const news = { a: () => import("/portal-content/news/a.mdx") };',
  });
  await render(good, { modules: unjudged as typeof contentModules });
  expect(hasRun()).toBe(true);
});

const refused: [string, string | Uint8Array][] = [
  ["a lone CR hides a fence", hiding],
  ["NEL ends the fence", `---\u0085${head}\n---\n${code}\n`],
  ["U+2028 in the head", `---\n${head} #\u2028---\n${code}\n---\nТекст\n`],
  ["fences of TOML", `+++\na = 1\n+++\n${code}\n`],
  ["TOML below a good head", `---\n${head}\n---\n\n+++\na = 1\n+++\n${code}\n`],
  ["a second head", `---\n${head}\n---\n---\nb: 1\n---\n${code}\n`],
  ["a second head under a no-break space", `---\n${head}\n---\n\u00a0\n---\nb: 1\n---\n${code}\n`],
  ["a fence with text behind it", `--- #\n${head}\n---\n${code}\n`],
  ["a closing fence with text behind it", `---\n${head}\n---x\n${code}\n`],
  ["a tab behind a fence", `---\t\n${head}\n---\t\n${code}\n`],
  ["indented fences", `  ---\n${head}\n  ---\n${code}\n`],
  ["two marks of byte order", `\ufeff\ufeff${good}${code}\n`],
  ["no closing fence", `---\n${head}\n\n${code}\n`],
  ["CRLF and code", `${good}\n${code}\n`.replaceAll("\n", "\r\n")],
  ["no line end at the end", `${good}\n${code}`],
  ["raw HTML by a component of MDX itself", `${good}\n<Fragment set:html="<b>1</b>" />\n`],
  ["an order to Astro in a component", `${good}\n<Chart dataset="a" set:html="<b>1</b>" />\n`],
  ["UTF-16", new Uint8Array(Buffer.from(`\ufeff${good}\n${code}\n`, "utf16le"))],
];

test.each(refused)("%s: never built, never run", async (_, text) => {
  expect(await render(text)).toMatch(/^refused: .*content\/news\/a\.mdx не можна зібрати/s);
  expect(hasRun()).toBe(false);
});

test.each([
  ["as it should be", good],
  ["a mark of byte order", `\ufeff${good}`],
  ["CRLF", good.replaceAll("\n", "\r\n")],
  ["no line end at the end", good.trimEnd()],
])("%s: rendered, the builder reads no head", async (_, text) => {
  const rendered = await render(text);
  expect(rendered).toMatch(/^\[\{\},/);
  expect(rendered).toContain("Текст.");
  expect(hasRun()).toBe(false);
});

test("a portal behind a symbolic link is judged as well", async () => {
  expect(await render(good, { linked: true })).toContain("Текст.");
  expect(await render(hiding, { linked: true })).toMatch(/^refused: /);
  expect(hasRun()).toBe(false);
});

test("MDX that is no entry is never compiled", () => {
  const { load } = contentModules(new Map());
  for (const id of ["/x/a.mdx", "/portal-content/news/../a.mdx", "/portal-content/news/a.mdx?raw"])
    expect(() => load(id)).toThrow("не збирають");
});
