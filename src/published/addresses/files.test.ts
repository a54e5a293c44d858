import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { noPacks } from "../../read/disk/packs.ts";
import { openSite } from "../../site/open-site.ts";
import { loadPortal } from "../../site/portal.ts";
import { searchIndexOf } from "../../site/search-index.ts";
import { withWeighedCopies } from "../../site/write-files.ts";
import {
  approvedText,
  isApproved,
  publishedDay,
  writePublishedPortal,
} from "../../test/fixtures/published-portal.ts";
import { publishedFiles } from "./index.ts";

const root = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writePublishedPortal(root);
const { catalogue, repository } = loadPortal(root, publishedDay);
if (!catalogue) throw new Error("The portal has errors.");
const searchIndex = await searchIndexOf(catalogue, repository);
const site = await withWeighedCopies(openSite(root, { catalogue, repository, searchIndex }), {
  packs: noPacks,
  code: "",
});

const approved = new Map(
  readFileSync(join(import.meta.dirname, "../../test/fixtures/published.txt"), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const at = part.indexOf("\n");
      return [part.slice(0, at), part.slice(at + 1)];
    }),
);
/** Between two files stands a line end that belongs to neither. */
const ended = (text: string) => text.replace(/\n*$/, "\n");

/** Texts that no program harvests, or that say otherwise what the approved ones say. */
const isText = (path: string) =>
  /\.(?:ttl|nt|rdf|svg|json|bin)$/.test(path) &&
  // Those depend on the commit and the schemas, which have tests of their own.
  !/^(?:build\.json|schemas\/|structures\/|search-index\/)/.test(path);
const longest = 6000;
const answered = new Set<string>();

test.each(
  [...publishedFiles(site)]
    .map(({ path, render }) => ({ path: path.slice(1), render }))
    .filter(({ path }) => isApproved(path) || isText(path)),
)("$path is what was approved", async ({ path, render }) => {
  const content = await render();
  const bytes =
    typeof content === "string"
      ? Buffer.from(content)
      : content instanceof Uint8Array
        ? content
        : Buffer.concat([...content]);
  if (isApproved(path)) {
    expect(ended(await approvedText(path, bytes)), path).toBe(ended(approved.get(path) ?? ""));
    answered.add(path);
    return;
  }
  // Long ones say the same of more things: their beginning is read, the rest is held.
  const text = Buffer.from(bytes).toString();
  const rest = createHash("sha256").update(text).digest("hex");
  expect(text.length > longest ? `${text.slice(0, longest)}… ${rest}` : text).toMatchSnapshot();
});

test("every approved file is published", () => {
  expect([...answered].sort()).toEqual([...approved.keys()]);
});
