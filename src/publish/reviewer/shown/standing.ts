import { make } from "../../../find/browser/dom.ts";
import type { RequestState } from "../../../remote/forge.ts";
import type { Stand } from "../stand.ts";

/** A link to the forge. Only an address of the web is one: the forge's answer is not ours. */
export function linkTo(address: string, text: string): HTMLElement {
  if (!address.startsWith("https://")) return make("span", "", text);
  const link = make("a", "", text);
  link.href = address;
  return link;
}

/** How a request stands: what it is called, whose it is, what the checks say; and where it is decided on. */
export function standingNodes(state: RequestState, { words }: Stand): Node[] {
  const { number, title, author, branch, checks, collides, address } = state;
  const facts = [
    `№ ${number}`,
    words.t("review.by", { author }),
    words.t("review.branch", { branch }),
    words.t(`review.state.${state.state}`),
  ];
  const decide = linkTo(address, words.t("review.decide"));
  decide.className = "button";
  return [
    make(
      "header",
      "request",
      make("h2", "", title),
      make("p", "quiet", facts.join(" · ")),
      make(
        "p",
        `checks ${checks.state}`,
        make("span", "mark", ""),
        words.t(`review.checks.${checks.state}`),
      ),
      make("p", "decide", decide),
    ),
    ...(collides ? [make("p", "note late", words.t("review.collides"))] : []),
  ];
}

/** Paths of changed code that are named. */
const named = 12;

/** Of a request that changes the portal's code: it cannot be judged here, and it may change what judges. */
export function codeWarning(
  code: readonly string[],
  { address }: RequestState,
  { words }: Stand,
): Node[] {
  if (code.length === 0) return [];
  const paths = code.slice(0, named).map((path) => make("li", "", make("code", "", path)));
  const more =
    code.length > named ? [make("li", "", `+ ${words.number(code.length - named)}`)] : [];
  const box = make(
    "section",
    "code-changed",
    make("h3", "", words.t("review.code")),
    make("p", "", words.t("review.code.text")),
    make("ul", "", ...paths, ...more),
    make("p", "", linkTo(`${address}/files`, words.t("review.code.look"))),
  );
  box.setAttribute("role", "alert");
  return [box];
}
