import { resolve } from "node:path";
import { renderBlocksHtml } from "../src/published/blocks/blocks-html.ts";
import { renderBlocksText } from "../src/published/blocks/blocks-text.ts";
import { renderMarkdown } from "../src/published/blocks/markdown.ts";
import { renderReviewJson } from "../src/review/report/json.ts";
import { reviewBlocks } from "../src/review/report/report.ts";
import { rules } from "../src/rules/index.ts";
import { loadReview } from "../src/site/load-review.ts";
import { portalDate } from "../src/site/portal.ts";
import { annotate } from "./annotate.ts";
import { command, WrongCall } from "./command.ts";

/** The summary of a step holds 1 MiB; letters of Ukrainian take two bytes. */
const longest = 450_000;

await command(
  {
    about: "Каже, що змінилося між двома станами порталу, що це зламає і чи можна схвалити зміну.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      base: {
        type: "string",
        value: "КОМІТ_АБО_ТЕКА",
        default: "main",
        about: "від чого рахувати зміну",
      },
      head: { type: "string", value: "КОМІТ_АБО_ТЕКА", default: "HEAD", about: "стан після зміни" },
      format: {
        type: "string",
        value: "ВИГЛЯД",
        default: "text",
        choices: ["text", "markdown", "json", "html"],
        about: "вигляд звіту",
      },
    },
    environment: { PORTAL_DATE: "день" },
    code1: "схвалити не можна",
  },
  async ({ values }) => {
    const { base, head, format } = values;
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const loaded = loadReview({ root: resolve(values.root), base, head, today });
    if ("problem" in loaded) throw new WrongCall(loaded.problem);
    {
      const { review, portal } = loaded;
      const known = new Set<string>(rules.map(({ id }) => id));
      const site = portal.repository.portal?.value.site ?? "";
      const blocks = reviewBlocks(review, (rule) =>
        known.has(rule) && site !== "" ? `${site}/help/${rule}/` : undefined,
      );
      if (format === "json") process.stdout.write(renderReviewJson(review));
      else if (format === "markdown") process.stdout.write(renderMarkdown(blocks, longest));
      else if (format === "html") process.stdout.write(renderBlocksHtml("Звіт про зміну", blocks));
      else {
        process.stdout.write(renderBlocksText(blocks));
        await annotate([...review.fresh, ...review.standing]);
      }
      if (review.verdict === "blocked") process.exitCode = 1;
    }
  },
);
