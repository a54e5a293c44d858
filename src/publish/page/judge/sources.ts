import { repositoryOf } from "../../../remote/github/client.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import { referencesTo } from "../../change/rename-dataset.ts";
import type { Files } from "../../tree-of-submission.ts";

/**
 * Texts of everything that names a dataset, as the repository has them now: they are put right with its new name. None
 * where the portal has no repository, or where it does not answer: then the person is told what names the set.
 */
export async function readSources(
  id: string,
  facts: PortalFacts,
  address: string | undefined,
): Promise<Files> {
  const repository = repositoryOf(address);
  const references = referencesTo(id, facts);
  if (repository === undefined || references.length === 0) return new Map();
  const { openGitHubForge } = await import("../../../remote/github/forge.ts");
  const forge = openGitHubForge({
    repository,
    fromPage: true,
    fetch: (...call) => fetch(...call),
  });
  const found = await Promise.all(
    references.map(async ({ file }) => [file, await forge.read(file)] as const),
  );
  return new Map(
    found.flatMap(([file, answer]) =>
      "told" in answer && answer.told ? [[file, answer.told] as const] : [],
    ),
  );
}
