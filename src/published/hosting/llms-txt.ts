import { speak } from "../../i18n/translate.ts";
import { shortened } from "../../i18n/typography.ts";
import { type Catalogue, published } from "../../model/catalogue.ts";
import { renderPlainMarkdown } from "../blocks/plain-markdown.ts";

/** Sets that are listed: a program that reads words holds no longer list at once. */
const most = 200;
/** Letters of a set’s description. */
const longest = 160;

const { t } = speak("uk");

/** What the portal has, for programs that read words (https://llmstxt.org): the sets, each at its Markdown, and the lists of all. */
export function renderLlmsTxt(catalogue: Catalogue): string {
  const { portal, publisher } = catalogue;
  const at = (path: string): string => `${portal.site}${path}`;
  const sets = published(catalogue);
  const link = (label: string, path: string, more = "") => [
    { link: label, href: at(path) },
    more === "" ? "" : `: ${more}`,
  ];
  return renderPlainMarkdown(portal.title, [
    { kind: "quote", text: portal.description },
    { kind: "text", line: [t("llms.about", { publisher: publisher.title })] },
    { kind: "heading", level: 1, text: t("llms.sets") },
    {
      kind: "list",
      items: sets
        .slice(0, most)
        .map(({ id, title, description }) =>
          link(title.uk, `/dataset/${id}/index.md`, shortened(description?.uk ?? "", longest)),
        ),
    },
    ...(sets.length > most
      ? [
          {
            kind: "text",
            line: [
              t("llms.more", { shown: most, all: sets.length }),
              " ",
              ...link("datasets.json", "/datasets.json"),
            ],
          } as const,
        ]
      : []),
    { kind: "heading", level: 1, text: t("dataset.machine") },
    {
      kind: "list",
      items: [
        link("datasets.json", "/datasets.json", t("llms.list")),
        link("openapi.json", "/openapi.json", t("llms.openapi")),
        link("catalog.jsonld", "/catalog.jsonld", t("llms.dcat")),
      ],
    },
  ]);
}
