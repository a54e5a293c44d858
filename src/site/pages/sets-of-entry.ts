import { datasetsById } from "../../catalogue/lookups.ts";
import type { Catalogue, Dataset, News } from "../../model/catalogue.ts";

/** Parts of a news item or a dashboard that show figures of the whole portal. */
const ofPortal = ["Quality"];

/** The datasets that a news item or a dashboard names, shows or asks; undefined where it shows the portal as a whole. */
export function setsOfEntry(
  catalogue: Pick<Catalogue, "datasets">,
  { datasets, nodes }: Pick<News, "datasets" | "nodes">,
): Dataset[] | undefined {
  const parts = nodes.flatMap((node) => (node.kind === "component" ? [node] : []));
  if (parts.some(({ name }) => ofPortal.includes(name))) return undefined;
  // «dataset:column:number», several by «;»: a chart may show other sets beside its own.
  const words = parts.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((value) => value.split(/[:;]/).map((word) => word.trim())),
  );
  const byId = datasetsById(catalogue);
  return [...new Set([...datasets, ...words])].flatMap((id) => byId.get(id) ?? []);
}
