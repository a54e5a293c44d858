import { type Catalogue, published } from "../../model/catalogue.ts";
import { toCkanPackage } from "../../published/dataset/ckan.ts";
import type { NationalPortalCheck } from "../../schemas/reports/checks.ts";
import { type CkanClient, searchPackages } from "../ckan/client.ts";
import { planPush } from "../ckan/push.ts";

/** Which published sets the organisation has on a CKAN portal: by IRI, by name, by a former identifier. */
export async function checkNationalPortal(
  client: CkanClient,
  catalogue: Catalogue,
  where: { url: string; organization: string },
): Promise<NationalPortalCheck> {
  const remote = await searchPackages(client, { fq: `organization:${where.organization}` });
  return {
    checked: catalogue.today,
    url: where.url,
    found: published(catalogue).flatMap((dataset) => {
      const pushed = {
        ours: toCkanPackage(dataset, catalogue),
        withdrawn: false,
        formerIds: [dataset.identifier, ...dataset.aliases],
      };
      const [step] = planPush([pushed], remote, { delete: false }).steps;
      return step?.theirs
        ? [{ id: dataset.id, modified: String(step.theirs.metadata_modified ?? "") }]
        : [];
    }),
  };
}
