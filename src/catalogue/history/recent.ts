import { type Catalogue, type Dataset, published } from "../../model/catalogue.ts";
import { addDays } from "../measures/quality/freshness.ts";
import { compare } from "../values.ts";

/** Days that count as «the last month». */
const recentDays = 30;

/** What happened to the portal's sets lately: each stands in one list, by the most that happened to it; the latest first. */
export type RecentChanges = {
  /** Sets that came. */
  created: Dataset[];
  /** Sets whose files changed. */
  updated: Dataset[];
  /** Sets of which only the passport changed. */
  described: Dataset[];
};

const passportFile = "datapackage.yaml";
const latest = ({ history: [change] }: Dataset): string => change?.date ?? "";

/**
 * What the last month brought, counted from the sets' histories; withdrawn sets are not told of.
 * @param today yyyy-mm-dd
 */
export function recentChanges(catalogue: Catalogue, today: string): RecentChanges {
  const since = addDays(today, -recentDays);
  const kindOf = ({ history }: Dataset): keyof RecentChanges | "old" => {
    const lately = history.filter(({ date }) => date.slice(0, 10) > since);
    if (lately.length === 0) return "old";
    if (lately.length === history.length) return "created";
    return lately.some(({ files }) => files.some((file) => file !== passportFile))
      ? "updated"
      : "described";
  };
  const kinds = Map.groupBy(
    published(catalogue).toSorted((a, b) => compare(latest(b), latest(a)) || compare(a.id, b.id)),
    kindOf,
  );
  const of = (kind: keyof RecentChanges) => kinds.get(kind) ?? [];
  return { created: of("created"), updated: of("updated"), described: of("described") };
}
