import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { ukrainianFlaws } from "./fixtures/ukrainian-flaws.ts";

/** Pages for those who keep the portal's code, and pages whose words are a publisher's: there the words of the craft may stand. */
const ofTheCraft = /^(?:api|takedown|review|dataset|embed|registers\/acts|help\/schema-version)\//;
/** The ministry's own words, as the recommendations have them: of theirs only quotes are the portal's. */
const official = /^structures\//;
/** Clerks' own cells, shown as they came. */
const asCame = /^help\/(?:numbers-written|formula-like|value-valid)\//;

const quotes: Record<string, string> = { "&quot;": '"', "&#34;": '"', "&amp;": "&" };

/** What a reader reads on a page: no code, no cells of tables, no drawings. */
const readable = (html: string): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? "")
    .replace(/<(script|style|svg|pre|code|td|textarea|option)[^>]*>.*?<\/\1>/gs, " ")
    // What stands in blocks of their own is no sentence together.
    .replace(/<\/(?:p|li|h\d|t[hr]|d[td]|div|section|summary|label|button|strong)>/g, "\n")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(?:quot|#34|amp);/g, (sign) => quotes[sign] ?? sign)
    .replace(/[ \t]+/g, " ");

test("an editor has nothing to mend on any Ukrainian page: plurals, quotes, words, what is cut", () => {
  const site = inject("site");
  const flaws = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && !file.startsWith("en/") && !asCame.test(file))
    .flatMap((file) =>
      ukrainianFlaws(readable(readFileSync(join(site, file), "utf8")), {
        plain: !ofTheCraft.test(file),
      })
        .filter((flaw) => !official.test(file) || flaw.startsWith("лапки"))
        .map((flaw) => `${file}: ${flaw}`),
    );
  expect(flaws).toEqual([]);
});
