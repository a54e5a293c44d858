import type { Catalogue } from "../model/catalogue.ts";
import { once } from "../model/once.ts";
import type { Repository } from "../model/repository.ts";
import type { PublishedSite } from "../published/addresses/address.ts";
import { restamp } from "../published/harvest/stamps.ts";
import { openDeflater } from "../read/disk/deflater.ts";
import { canCache } from "../read/disk/disk-cache.ts";
import { engine } from "../read/disk/engine.ts";
import { readHead } from "../read/git/history.ts";
import type { BuildNote } from "../schemas/reports/build-note.ts";
import type { Stamps } from "../schemas/reports/stamps.ts";
import { drawShareImage } from "./share/share-image.ts";
import { loadTimeline } from "./timeline.ts";
import { openVersions } from "./versions.ts";

/** What stood at the site's address before, and the moment (ISO) of the publication that takes its place. */
export type Publication = { previous: Stamps | "unstamped"; moment: string };

/** A site whose copies are weighed → the same with the stamps it is to be published with; without a publication, those of git. */
export const asPublished = (
  site: PublishedSite,
  published: Publication | undefined,
): PublishedSite =>
  published === undefined
    ? site
    : { ...site, catalogue: restamp(site.catalogue, published.previous, published.moment) };

/**
 * A portal that was read and checked → everything its files and pages are made of. What takes long is made when it is
 * first asked for, once.
 * @param root the portal's folder, whose git history is asked
 */
export function openSite(
  root: string,
  {
    catalogue,
    repository,
    searchIndex = new Map(),
  }: {
    catalogue: Catalogue;
    repository: Repository;
    searchIndex?: PublishedSite["searchIndex"];
  },
): PublishedSite {
  const timelineOf = once((of: Catalogue) => loadTimeline(root, of));
  const versionsOf = once((of: Repository) =>
    openVersions(
      root,
      of,
      catalogue.datasets.flatMap(({ resources }) => resources.flatMap(({ file }) => file ?? [])),
    ),
  );
  // Asked before the work: a repository that cannot say what it is at is told at once, not by a page.
  const note: BuildNote = {
    date: catalogue.today,
    ...readHead(root),
    ...(repository.history.state === "absent" ? { history: "absent" } : {}),
  };
  return {
    catalogue,
    repository,
    timeline: () => timelineOf(catalogue),
    versions: (file) => versionsOf(repository)(file),
    buildNote: () => note,
    draw: drawShareImage,
    deflate: openDeflater(engine, canCache(engine)),
    searchIndex,
  };
}
