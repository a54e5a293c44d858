import type { Review } from "../../model/reports/review.ts";
import { type Reason, reasonsToLook } from "../verdict.ts";
import { breakingItem, datasetItem, filesUnseenItem, passportItem } from "./look/dataset.ts";
import type { LookItem } from "./look/item.ts";
import {
  centralItem,
  codeItem,
  codeUnknownItem,
  fileRemovedItem,
  harvestDeletedItem,
} from "./look/portal.ts";
import { columnsAddedItem, rewrittenItem, rowsRemovedItem, unusualItem } from "./look/table.ts";

/** A reason as a reviewer is told it; undefined for warnings, which have a section of their own. */
function itemOf(reason: Reason): LookItem | undefined {
  switch (reason.kind) {
    case "breaking":
      return breakingItem(reason.change);
    case "unusual":
      return unusualItem(reason.change, reason.table);
    case "rows-removed":
      return rowsRemovedItem(reason.change, reason.table);
    case "rewritten":
      return rewrittenItem(reason.change, reason.table);
    case "dataset":
      return datasetItem(reason.change);
    case "columns-added":
      return columnsAddedItem(reason.change, reason.table);
    case "passport":
      return passportItem(reason.changes, reason.fields);
    case "files-unseen":
      return filesUnseenItem(reason.change, reason.names);
    case "file-removed":
      return fileRemovedItem(reason.path);
    case "central":
      return centralItem(reason.path, reason.fields);
    case "harvest-deleted":
      return harvestDeletedItem(reason.iris);
    case "code":
      return codeItem(reason.paths);
    case "code-unknown":
      return codeUnknownItem();
    case "warnings":
      return undefined;
  }
}

/** What a person must look at before approving, in order. */
export const lookItems = (review: Review): LookItem[] =>
  reasonsToLook(review).flatMap((reason) => itemOf(reason) ?? []);
