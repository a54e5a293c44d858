import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";

/** Where stories lie: news and dashboards are written alike, each in a folder of its own. */
export const storyFolders = ["news", "dashboards"] as const;
export type StoryFolder = (typeof storyFolders)[number];

/** What is written: something new, or what is on the portal under this name. */
export type StoryPlace = { folder: StoryFolder; id?: string };

/** «news», «news/trees-removed» → where it lies; undefined where it names neither. */
export function storyPlace(about: string | undefined): StoryPlace | undefined {
  const [, name, id] = /^([a-z]+)(?:\/([a-z0-9-]+))?$/.exec(about ?? "") ?? [];
  const folder = storyFolders.find((one) => one === name);
  return folder && { folder, ...(id === undefined ? {} : { id }) };
}

export const storyFile = (folder: StoryFolder, id: string): string => `content/${folder}/${id}.mdx`;

/** Where a story's text lies on the site, as it is written in the repository. */
export const storySource = (folder: StoryFolder, id: string): string =>
  `/${folder}/${id}/source.mdx`;

/** Sets of the portal that a text names in its inserts, in order and once. */
export function datasetsNamedIn(
  text: string,
  { datasets }: Pick<PortalFacts, "datasets">,
): string[] {
  const known = new Set(datasets.map(({ id }) => id));
  const named = [...text.matchAll(/\b(?:dataset|id)\s*=\s*["']([a-z0-9-]+)["']/g)];
  return [...new Set(named.flatMap(([, id = ""]) => (known.has(id) ? [id] : [])))];
}
