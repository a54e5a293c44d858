import type { RowReport } from "../../explore/view.ts";
import type { Speech } from "../../i18n/speech.ts";
import type { Catalogue, Dataset, Resource } from "../../model/catalogue.ts";
import { repositoryForm } from "../reports/feedback.ts";

/** To whom a mistake in a row is told: the set's own mailbox, and the public form where the portal has a repository. */
export function rowReport(
  resource: Resource,
  dataset: Dataset,
  portal: Pick<Catalogue["portal"], "site" | "repository">,
  { date }: Pick<Speech, "date">,
): RowReport {
  const file = (resource.path ?? resource.url ?? resource.name).split("/").at(-1) ?? "";
  const { modified, sha256 } = resource;
  return {
    dataset: dataset.id,
    title: dataset.title.uk,
    page: `${portal.site}/dataset/${dataset.id}/`,
    email: dataset.contact.email,
    version: [
      file,
      ...(modified ? [date(modified)] : []),
      ...(sha256 ? [`SHA-256 ${sha256.slice(0, 12)}`] : []),
    ].join(", "),
    ...(portal.repository ? { form: repositoryForm(portal.repository, "error", dataset.id) } : {}),
  };
}
