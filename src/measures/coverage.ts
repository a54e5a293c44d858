import { type Catalogue, type Dataset, type MandatedItem, published } from "../model/catalogue.ts";
import { measureConformity } from "./conformity.ts";

/** What became of a mandated set: the best that any publisher did, or why there is nothing. */
export type CoverageState =
  | "published"
  | "with-errors"
  | "overdue"
  | "missing"
  | "not-applicable"
  | "restricted";

export type CoverageItem = MandatedItem & {
  state: CoverageState;
  /** Ids of the sets that answer to it. */
  datasets: string[];
  ground?: string;
};

const order: CoverageState[] = ["published", "overdue", "with-errors"];

const stateOf = (dataset: Dataset): CoverageState => {
  const { failed } = measureConformity(dataset);
  if (dataset.freshness.state === "overdue") return "overdue";
  return failed.some(
    (criterion) => criterion === "valid" || criterion === "impersonal" || criterion === "structure",
  )
    ? "with-errors"
    : "published";
};

/** Every mandated set and what the council has of it (task 6.2). Withdrawn sets count as absent. */
export function measureCoverage(catalogue: Catalogue): CoverageItem[] {
  const { mandated, registers } = catalogue;
  const active = published(catalogue);
  return mandated.map((item) => {
    const own = active.filter(({ passport }) => passport.mandated.includes(item.code));
    const exempt = registers.exemptions.find((entry) => entry.mandated === item.code);
    const states = own.map(stateOf);
    const best = order.find((state) => states.includes(state));
    return {
      ...item,
      state: best ?? exempt?.kind ?? "missing",
      datasets: own.map(({ id }) => id),
      ...(exempt ? { ground: exempt.ground } : {}),
    };
  });
}
