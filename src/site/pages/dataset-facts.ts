import {
  brokenLinkOf,
  relatedSets,
  requestsAbout,
} from "../../catalogue/measures/about-dataset.ts";
import type { Request } from "../../catalogue/measures/quality/feedback.ts";
import type { BrokenLink } from "../../catalogue/measures/quality/status.ts";
import type { Catalogue, Dataset } from "../../model/catalogue.ts";
import { mostShareImages } from "../../published/dataset/share-words.ts";

/** What the rest of the portal says of a dataset, for its page. */
export type DatasetFacts = {
  requests: readonly Request[];
  /** Ids of the sets that share most with it, nearest first. */
  related: readonly string[];
  broken: BrokenLink | undefined;
  /** Has it a picture of its own for links? */
  pictured: boolean;
  /** Ids of all sets the page names. */
  names: readonly string[];
};

/** The id of the set that stands in place of a withdrawn one, where there is one. */
export const successorIds = ({ passport: { withdrawn } }: Dataset): string[] =>
  withdrawn?.successor === undefined ? [] : [withdrawn.successor];

export function factsOf(catalogue: Catalogue, dataset: Dataset): DatasetFacts {
  const requests = requestsAbout(catalogue, dataset.id);
  const related = relatedSets(catalogue, dataset);
  return {
    requests,
    related,
    broken: brokenLinkOf(catalogue, dataset.id),
    pictured: catalogue.datasets.length <= mostShareImages,
    names: [...related, ...requests.flatMap(({ datasets }) => datasets), ...successorIds(dataset)],
  };
}
