import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  approvedText,
  isApproved,
  publishedDay,
  writePublishedPortal,
} from "../test/fixtures/published-portal.ts";

type Asked = { params: Record<string, string>; props: object };
type Endpoint = {
  getStaticPaths?(): Asked[];
  GET(asked: Partial<Asked>): Response | Promise<Response>;
};
const endpoints = import.meta.glob<Endpoint>("../web/pages/**/*.ts", { exhaustive: true });

const root = mkdtempSync(join(tmpdir(), "endpoints-"));
beforeAll(() => {
  writePublishedPortal(root);
  vi.stubEnv("PORTAL_ROOT", root);
  vi.stubEnv("PORTAL_DATE", publishedDay);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const approved = new Map(
  readFileSync(join(import.meta.dirname, "../test/fixtures/published.txt"), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const at = part.indexOf("\n");
      return [part.slice(0, at), part.slice(at + 1)];
    }),
);
/** Made of the pages once they are written, by the search library. */
const isOfPages = (path: string) => path.startsWith("search-index/");
/** Between two files stands a line end that belongs to neither. */
const ended = (text: string) => text.replace(/\n*$/, "\n");

/** Texts that no program harvests, or that say otherwise what the approved ones say. */
const isText = (path: string) =>
  /\.(?:ttl|nt|rdf|svg|json|bin)$/.test(path) &&
  // Those depend on the commit and the schemas, which have tests of their own.
  !/^(?:build\.json|schemas\/|structures\/)/.test(path);
const longest = 6000;
const answered = new Set<string>();

test.each(Object.entries(endpoints))(
  "%s answers with the files that are published",
  async (module, load) => {
    const { getStaticPaths, GET } = await load();
    for (const asked of getStaticPaths?.() ?? [{ params: {}, props: {} }]) {
      const path = module
        .slice("../web/pages/".length, -".ts".length)
        .replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name) => String(asked.params[name] ?? ""));
      if (!isApproved(path) && !isText(path)) continue;
      const bytes = new Uint8Array(await (await GET(asked)).arrayBuffer());
      if (!isApproved(path)) {
        // Long ones say the same of more things: their beginning is read, the rest is held.
        const text = Buffer.from(bytes).toString();
        const rest = createHash("sha256").update(text).digest("hex");
        expect(text.length > longest ? `${text.slice(0, longest)}… ${rest}` : text).toMatchSnapshot(
          path,
        );
        continue;
      }
      expect(ended(await approvedText(path, bytes)), path).toBe(ended(approved.get(path) ?? ""));
      answered.add(path);
    }
  },
);

test("every published file for programs is an endpoint's", () => {
  expect([...answered].sort()).toEqual([...approved.keys()].filter((path) => !isOfPages(path)));
});
