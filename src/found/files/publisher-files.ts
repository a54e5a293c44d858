import { type PublisherDescriptor, publisherKinds } from "../../schemas/data/publisher.ts";
import { email, organisationCode } from "../../schemas/text.ts";
import { toSlug } from "../../table/layout/transliterate.ts";
import { yamlFile } from "./data-files.ts";

const columns = ["title", "kind", "edrpou", "email", "url"] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

/** What is wrong with a row of the list; undefined where nothing is. */
function rowFault({ title = "", kind = "", edrpou = "", email: mailbox = "" }: Row) {
  if (title === "") return "немає назви (title)";
  if (!(publisherKinds as readonly string[]).includes(kind))
    return `вид (kind) «${kind}», а потрібен один із: ${publisherKinds.join(", ")}`;
  if (edrpou !== "" && !organisationCode.safeParse(edrpou).success)
    return `код (edrpou) «${edrpou}», а потрібно вісім цифр`;
  if (mailbox !== "" && !email.safeParse(mailbox).success)
    return `скринька (email) «${mailbox}» — не адреса пошти`;
  return undefined;
}

/**
 * A list of publishers, as rows with their header → a card for each, and what is wrong with it, row by row.
 * @param known ids that are taken
 * @param parent the council's id
 */
export function publisherFiles(
  rows: readonly (readonly string[])[],
  { known, parent }: { known: readonly string[]; parent: string },
): { files: Record<string, string>; faults: string[] } {
  const [header = [], ...lines] = rows;
  const unknown = header.filter((name) => !(columns as readonly string[]).includes(name));
  if (!header.includes("title") || !header.includes("kind") || unknown.length > 0)
    return {
      files: {},
      faults: [
        `Список розпорядників: колонки мають зватися ${columns.join(", ")}; title і kind обов’язкові, а тут — ${header.join(", ")}.`,
      ],
    };
  const files: Record<string, string> = {};
  const faults: string[] = [];
  const taken = new Set(known);
  lines.forEach((cells, index) => {
    const row: Row = Object.fromEntries(
      header.map((name, at) => [name, cells[at]?.trim() || undefined]),
    );
    const id = toSlug(row.title ?? "");
    const fault =
      rowFault(row) ??
      (taken.has(id) || id === "" ? `розпорядник «${row.title}» уже є` : undefined);
    if (fault !== undefined) {
      faults.push(`Список розпорядників, рядок ${index + 2}: ${fault}.`);
      return;
    }
    taken.add(id);
    const card: Partial<PublisherDescriptor> = {
      ...(row as Pick<PublisherDescriptor, "title" | "kind">),
      parent,
    };
    files[`data/publishers/${id}.yaml`] = yamlFile("publisher", 2, card);
  });
  return { files, faults };
}
