import { answerWith } from "../../../find/browser/thread.ts";
import type { Block } from "../../../model/blocks.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import type { Review } from "../../../model/reports/review.ts";
import { datasetBlock } from "../../../review/report/dataset.ts";
import { lookItems } from "../../../review/report/look.ts";
import { headline } from "../../../review/report/report.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import type { Files } from "../../tree-of-submission.ts";
import { type RequestedFiles, reviewRequest } from "./review-request.ts";
import { type PagePair, pagePair } from "./set-page.ts";
import { type TextLine, textLines } from "./text-lines.ts";

/** What is judged: a request's files, those they take the place of, and the paths of its code. */
export type Asked = {
  facts: PortalFacts;
  before: Files;
  files: RequestedFiles;
  code: readonly string[];
};

/** A file beside the sets: an entry, news, a card. */
export type TextChange = { path: string; kind: "added" | "changed" | "removed"; lines: TextLine[] };

/** All the page says of a request. */
export type Reviewed = {
  verdict: Review["verdict"];
  /** The first line of the report. */
  line: string;
  fresh: Finding[];
  standing: Finding[];
  mended: number;
  look: Block[];
  sets: { page: PagePair; change: Block }[];
  texts: TextChange[];
};

/** Sets that are shown page by page. */
const mostSets = 20;

const readable = /\.(yaml|mdx?|json|svg|txt)$/;
const textIn = (files: Asked["before"] | RequestedFiles, path: string): string | undefined => {
  const bytes = files.get(path);
  return bytes && new TextDecoder().decode(bytes);
};

function textsOf({ before, files, facts }: Asked): TextChange[] {
  return [...files].flatMap(([path, bytes]): TextChange[] => {
    if (path.startsWith("data/datasets/") || !readable.test(path)) return [];
    const [was, is] = [facts.files[path] ?? textIn(before, path), textIn(files, path)];
    const kind = bytes === undefined ? "removed" : was === undefined ? "added" : "changed";
    return [{ path, kind, lines: textLines(was, is) }];
  });
}

const methods = {
  /** A request, judged by the portal's own rules and told in the words of its report. */
  review(asked: Asked): Reviewed {
    const { facts, before, files, code } = asked;
    const reviewed = reviewRequest({ facts, files: before }, files, code);
    const { review } = reviewed;
    const look = lookItems(review);
    return {
      verdict: review.verdict,
      line: headline(review, look),
      fresh: review.fresh,
      standing: review.standing,
      mended: review.mended.length,
      look: look.length > 0 ? [{ kind: "list", items: look }] : [],
      sets: review.datasets.slice(0, mostSets).map((change) => ({
        page: pagePair(reviewed.before, reviewed.after, change),
        change: datasetBlock(change),
      })),
      texts: textsOf(asked),
    };
  },
};
export type ReviewMethods = typeof methods;

answerWith(methods);
