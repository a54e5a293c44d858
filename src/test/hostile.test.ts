import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { examplePortal } from "../rules/example-portal.ts";
import { runScript } from "./fixtures/built-site.ts";

const table = "data/datasets/stops/stops.csv";
const passport = "data/datasets/stops/datapackage.yaml";

describe("a site built of hostile cells, which warnings let through", () => {
  const root = mkdtempSync(join(tmpdir(), "portal-cells-"));
  const out = join(root, "site");
  const payloads = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</script><script>alert(2)</script>",
    "{{constructor.constructor('alert(1)')()}}",
    '=HYPERLINK("https://evil.example")',
  ];
  beforeAll(() => {
    const files = {
      ...examplePortal,
      [table]: `id,name,platforms\n${payloads.map((text, index) => `${index + 1},"${text.replaceAll('"', '""')}",1\n`).join("")}`,
      [passport]: `${(examplePortal[passport] ?? "").replace(
        "resources:",
        "charts:\n  - { name: by-name, title: Платформи, resource: stops, kind: bar, x: name, y: [platforms] }\nresources:",
      )}`,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { status, stderr } = runScript("build", [
      "--root",
      root,
      "--out",
      out,
      "--without-history",
    ]);
    if (status !== 0) throw new Error(stderr);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const pages = (site: string) =>
    readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".html"),
    );

  test("holds no script, handler or address of theirs: their words are words", () => {
    const wrong = pages(out).flatMap((path) => {
      const html = readFileSync(join(out, path), "utf8");
      // Text between tags and quoted values aside: what is left is markup.
      const live = [
        ...(html.match(/<script(?![^>]*type="(?:application\/(?:ld\+)?json|module)")[^>]*>/g) ??
          []),
        ...(html.match(/<[a-z]+ [^>]*\son[a-z]+=/g) ?? []),
        ...(html.match(/(?:href|src)="\s*(?:javascript|data:text)[^"]*"/gi) ?? []),
        ...(html.match(/<img[^>]*src="?x/g) ?? []),
      ];
      return live.map((found) => `${path}: ${found}`);
    });
    expect(wrong).toEqual([]);
    expect(readFileSync(join(out, "dataset/stops/index.html"), "utf8")).toContain(
      "&lt;script&gt;alert(1)",
    );
  });

  test("blocks of JSON in pages end where they should", () => {
    const html = readFileSync(join(out, "dataset/stops/index.html"), "utf8");
    const blocks = [
      ...html.matchAll(/<script type="application\/(?:ld\+)?json">([\s\S]*?)<\/script>/g),
    ];
    expect(blocks.length).toBeGreaterThan(1);
    for (const [, text = ""] of blocks) expect(() => JSON.parse(text)).not.toThrow();
  });

  test("the published table is the publisher's bytes, untouched", () => {
    expect(readFileSync(join(out, "dataset/stops/stops.csv"))).toEqual(
      readFileSync(join(root, table)),
    );
  });
});

test("every page of the site forbids inline and foreign scripts before it names any", () => {
  const site = inject("site");
  const bare = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .filter((path) => {
      const html = readFileSync(join(site, path), "utf8");
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
      const first = html.search(/<(?:script|link rel="stylesheet"|style)/);
      return (
        !policy?.[1]?.includes("script-src 'self' 'wasm-unsafe-eval';") ||
        !policy[1].startsWith("default-src 'none'") ||
        /unsafe-inline|'unsafe-eval'|https?:|\*/.test(policy[1]) ||
        (first >= 0 && policy.index > first)
      );
    });
  expect(bare).toEqual([]);
});
