import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { renderBlocksHtml } from "../src/outputs/blocks-html.ts";
import { renderBlocksText } from "../src/outputs/blocks-text.ts";
import { renderMarkdown } from "../src/outputs/markdown.ts";
import { renderReviewJson, reviewBlocks } from "../src/outputs/review.ts";
import { portalDate } from "../src/portal.ts";
import { loadReview } from "../src/review.ts";
import { rules } from "../src/rules/index.ts";
import { annotate } from "./annotate.ts";

const usage = `Як користуватися: npm run review -- --base main --head HEAD [--format text|markdown|json|html]
  --base, --head  коміт або тека; без --base — те, від чого гілка відійшла від main
`;
/** The summary of a step holds 1 MiB; letters of Ukrainian take two bytes. */
const longest = 450_000;

const { values } = parseArgs({
  options: {
    root: { type: "string", default: "." },
    base: { type: "string", default: "main" },
    head: { type: "string", default: "HEAD" },
    format: { type: "string", default: "text" },
  },
});
const { base, head, format } = values;
const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
const loaded = loadReview({ root: resolve(values.root), base, head, today });
if ("problem" in loaded || !["text", "markdown", "json", "html"].includes(format)) {
  process.stderr.write("problem" in loaded ? `${loaded.problem}\n${usage}` : usage);
  process.exitCode = 2;
} else {
  const { review, portal } = loaded;
  const known = new Set(rules.map(({ id }) => id));
  const site = portal.repository.portal?.value.site ?? "";
  const blocks = reviewBlocks(review, (rule) =>
    known.has(rule) && site !== "" ? `${site}/help/${rule}/` : undefined,
  );
  if (format === "json") process.stdout.write(renderReviewJson(review));
  else if (format === "markdown") process.stdout.write(renderMarkdown(blocks, longest));
  else if (format === "html") process.stdout.write(renderBlocksHtml("Звіт про зміну", blocks));
  else {
    process.stdout.write(renderBlocksText(blocks));
    annotate([...review.fresh, ...review.standing]);
  }
  if (review.verdict === "blocked") process.exitCode = 1;
}
