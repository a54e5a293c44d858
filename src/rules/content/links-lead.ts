import { quote } from "../../model/reports/finding.ts";
import type { Repository } from "../../model/repository.ts";
import { registerNames } from "../../schemas/data/registers.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { fixedPages } from "../../vocabularies/fixed-pages.ts";
import { ruleIds } from "../../vocabularies/rule-ids.ts";
import { structures } from "../../vocabularies/structures.ts";
import { suggest } from "../closest.ts";
import { error, type Rule } from "../rule.ts";

/** Folders of addresses whose pages are named by something of the portal: what may stand there. */
const named: Record<string, (repository: Repository) => readonly string[]> = {
  dataset: ({ datasets, datasetIds }) => [
    ...datasetIds,
    ...datasets.flatMap(({ value }) => value.aliases ?? []),
  ],
  publisher: ({ publisherIds }) => publisherIds,
  series: ({ series }) => series.map(({ id }) => id),
  news: ({ news }) => news.map(({ id }) => id),
  dashboards: ({ dashboards }) => dashboards.map(({ id }) => id),
  registers: () => registerNames,
  theme: () => Object.keys(themes).map((theme) => theme.toLowerCase()),
  help: () => ruleIds,
  structures: () => [...structures.keys()],
};
/** First parts of addresses that are pages by themselves. */
const pages = [...fixedPages.map((path) => path.slice(1, -1)), "datasets", "publishers", "news"];
/** Folders of pages that depend on the portal's years, tasks and number of sets, and of files for programs. */
const unjudged = [
  "plan",
  "coverage",
  "card",
  "report",
  "audit",
  "datasets",
  "embed",
  "api",
  "feeds",
];

/** What is wrong with an address that begins with «/»: the part no page is at, and what could stand there. */
function deadPart(
  repository: Repository,
  address: string,
): { part: string; known: readonly string[] } | undefined {
  const path = address.replace(/[?#].*$/s, "");
  const languages = repository.portal?.value.languages ?? [];
  const [first, ...rest] = path.split("/").filter((part) => part !== "");
  const [folder, name] = first === "en" && languages.includes("en") ? rest : [first, ...rest];
  if (folder === undefined || unjudged.includes(folder)) return undefined;
  const namesOf = Object.hasOwn(named, folder) ? named[folder] : undefined;
  if (name === undefined) {
    // A file at the root of the site: there are too many, and hosts say where one is not.
    if (pages.includes(folder) || folder.includes(".")) return undefined;
    return { part: folder, known: pages };
  }
  const known = namesOf?.(repository);
  if (known === undefined) return folder.includes(".") ? undefined : { part: folder, known: pages };
  return known.includes(name) || (name.includes(".") && folder !== "dataset")
    ? undefined
    : { part: name, known };
}

const news = (text: string) =>
  `---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\n${text}\n`;

export const linksLead: Rule = {
  id: "links-lead",
  title: "Посилання в тексті веде до сторінки порталу",
  why: "Читач, який натиснув на посилання в новині чи на дашборді, має побачити набір, а не «сторінки немає». Адреси порталу пишуть від косої риски: /dataset/stops/ — і портал сам допише шлях, під яким його розміщено.",
  check: (repository) =>
    repository.texts.flatMap(({ file, nodes }) =>
      nodes.flatMap((node) => {
        if (node.kind !== "link" || !node.url.startsWith("/")) return [];
        const dead = deadPart(repository, node.url);
        return dead === undefined
          ? []
          : [
              error(linksLead, {
                place: { file, line: node.line },
                message: `Посилання ${quote(node.url)} веде до сторінки, якої на порталі немає.`,
                hint: suggest(dead.part, dead.known),
              }),
            ];
      }),
    ),
  examples: [
    {
      when: "у назві набору одрук",
      files: { "content/news/a.mdx": news("[Зупинки](/dataset/stop/) міста") },
      messages: ["Посилання «/dataset/stop/» веде до сторінки, якої на порталі немає."],
    },
    {
      when: "такої сторінки портал не має",
      files: { "content/news/a.mdx": news("[Усі набори](/dataset/) міста") },
      messages: ["Посилання «/dataset/» веде до сторінки, якої на порталі немає."],
    },
  ],
};
