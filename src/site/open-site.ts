import type { Catalogue } from "../model/catalogue.ts";
import type { Repository } from "../model/repository.ts";
import type { PublishedSite } from "../published/addresses/address.ts";
import { readHead } from "../read/git/history.ts";
import type { BuildNote } from "../schemas/reports/build-note.ts";
import { searchIndexOf } from "./search-index.ts";
import { drawShareImage } from "./share/share-image.ts";
import { loadTimeline } from "./timeline.ts";
import { openVersions } from "./versions.ts";

/** What is made when it is first asked for, and kept. */
function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * A portal that was read and checked → everything its files and pages are made of. What takes long is made when it is
 * first asked for, once.
 * @param root the portal's folder, whose git history is asked
 */
export async function openSite(
  root: string,
  { catalogue, repository }: { catalogue: Catalogue; repository: Repository },
): Promise<PublishedSite> {
  const versions = once(() => openVersions(root, repository));
  // Asked before the work: a repository that cannot say what it is at is told at once, not by a page.
  const note: BuildNote = {
    date: catalogue.today,
    ...readHead(root),
    ...(repository.history.state === "absent" ? { history: "absent" } : {}),
  };
  return {
    catalogue,
    repository,
    timeline: once(() => loadTimeline(root, catalogue)),
    versions: (file) => versions()(file),
    buildNote: () => note,
    draw: drawShareImage,
    searchIndex: await searchIndexOf(catalogue, repository),
  };
}
