import { make, withNames } from "../../../find/browser/dom.ts";
import { reportInUkrainian } from "../../../inspect/in-ukrainian.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import type { RequestState } from "../../../remote/forge.ts";
import { blockNodes } from "../../page/shown/blocks.ts";
import { findingList } from "../../page/shown/findings.ts";
import type { Reviewed } from "../judge/review-worker.ts";
import type { Loaded } from "../load.ts";
import type { Stand } from "../stand.ts";
import { pageNodes } from "./pages.ts";
import { linkTo } from "./standing.ts";
import { textNodes } from "./texts.ts";

/** What is said of a request, in the reviewer's order: may I approve, what must I look at, the pages, the rest. */
export function reportNodes(
  reviewed: Reviewed,
  loaded: Loaded,
  state: RequestState,
  stand: Stand,
): Node[] {
  const { words } = stand;
  return [
    verdictNode(reviewed, state),
    unjudged(loaded, state, stand),
    ...reportInUkrainian(words),
    ...findingNodes(reviewed, stand),
    ...(reviewed.look.length > 0
      ? [make("h2", "", words.t("review.look")), ...blockNodes(reviewed.look)]
      : []),
    ...reviewed.sets.flatMap(({ page, change }) => {
      const [difference] = blockNodes([change]) as [HTMLDetailsElement];
      difference.open = false;
      return [
        make("h2", "", ...withNames(words.t("review.pages", { title: page.title }))),
        pageNodes(page, stand),
        difference,
      ];
    }),
    ...textNodes(reviewed.texts, stand),
  ];
}

/** The report's first line. Code that changed is not the browser's to judge: then nothing is fine. */
function verdictNode({ verdict, line }: Reviewed, { checks }: RequestState): HTMLElement {
  const isContradicted = verdict !== "blocked" && checks.state === "failed";
  const node = make("p", `verdict ${isContradicted ? "look" : verdict}`, line);
  return node;
}

/** What the browser did not judge, and where the whole report is. */
function unjudged(
  { unread, day }: Loaded,
  { checks }: RequestState,
  { words }: Stand,
): HTMLElement {
  const run = checks.runs.find(({ name, address }) => name === "review" && address !== undefined);
  const address = run?.address ?? checks.runs.find((one) => one.address)?.address;
  const items = [
    words.t("review.unjudged.site", { date: words.date(day) }),
    words.t("review.unjudged.texts"),
    ...(unread.length > 0
      ? [words.t("review.unjudged.many", { count: words.number(unread.length) })]
      : []),
    ...(checks.state === "failed" ? [words.t("review.unjudged.failed")] : []),
  ];
  const details = make(
    "details",
    "unjudged",
    make("summary", "", words.t("review.unjudged")),
    make("ul", "", ...items.map((item) => make("li", "", item))),
    make(
      "p",
      "",
      address === undefined
        ? words.t("review.wholeLater")
        : linkTo(address, words.t("review.whole")),
    ),
  );
  // What is missing from the report is not to be missed.
  details.open = unread.length > 0 || checks.state === "failed";
  return details;
}

/** Findings under the files they are about, the worst files first. */
function findingNodes({ fresh, standing, mended }: Reviewed, stand: Stand): Node[] {
  const { words } = stand;
  const files = [...Map.groupBy([...fresh, ...standing], ({ place }) => place.file)].sort(
    ([, a], [, b]) => errorsIn(b) - errorsIn(a),
  );
  const places = files.flatMap(([file, findings]) => [
    make("h3", "of-file", make("code", "", file)),
    ...findingList(findings, stand),
  ]);
  const rest =
    mended > 0 ? [make("p", "", words.t("review.mended", { count: words.number(mended) }))] : [];
  return places.length > 0
    ? [make("h2", "", words.t("review.findings")), ...places, ...rest]
    : [make("p", "", words.t("review.noFindings")), ...rest];
}
const errorsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === "error").length;
