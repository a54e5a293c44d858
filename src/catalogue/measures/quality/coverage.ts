import type { Catalogue, Dataset, MandatedItem } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { setsByMandate } from "../../lookups.ts";
import { measureConformity } from "./conformity.ts";

/** What became of a mandated set: the best that any publisher did, or why there is nothing. */
export const coverageStates = [
  "published",
  "overdue",
  "with-errors",
  "missing",
  "not-applicable",
  "restricted",
] as const;
export type CoverageState = (typeof coverageStates)[number];

/** One mandated set at one publisher. */
type CoverageCell = { publisher: string; state: CoverageState; datasets: string[] };

export type CoverageItem = MandatedItem & {
  state: CoverageState;
  /** Ids of the sets that answer to it. */
  datasets: string[];
  /** Who keeps such a set, should keep it, or is exempt from it; in the order of publishers. */
  cells: CoverageCell[];
  /** Why there is nothing, where somebody decided so. */
  exemption?: Catalogue["registers"]["exemptions"][number];
};

const stateOf = (dataset: Dataset): CoverageState => {
  const { failed } = measureConformity(dataset);
  if (dataset.freshness.state === "overdue") return "overdue";
  return failed.some(
    (criterion) => criterion === "valid" || criterion === "impersonal" || criterion === "structure",
  )
    ? "with-errors"
    : "published";
};

const best = (sets: readonly Dataset[]): CoverageState | undefined => {
  const states = sets.map(stateOf);
  return coverageStates.find((state) => states.includes(state));
};

/** Publishers the coverage speaks of: those with sets, and those with an exemption of their own. */
export const coveragePublishers = once(({ publishers, registers }: Catalogue) => {
  const exempt = new Set(registers.exemptions.map(({ publisher }) => publisher));
  return publishers.filter(({ id, datasets }) => datasets.length > 0 || exempt.has(id));
});

/**
 * Every mandated set and what the council and each publisher have of it (task 6.2). Withdrawn sets count as absent.
 * A set that everyone must keep is missing at each publisher that has none; another one only where nobody has it.
 */
export const measureCoverage = once((catalogue: Catalogue): readonly CoverageItem[] => {
  const answering = setsByMandate(catalogue);
  const holders = coveragePublishers(catalogue);
  return catalogue.mandated.map((item) => {
    const own = answering.get(item.code) ?? [];
    const ownOf = Map.groupBy(own, ({ publisher }) => publisher.id);
    const exempt = catalogue.registers.exemptions.filter(({ mandated }) => mandated === item.code);
    const general = exempt.find(({ publisher }) => publisher === undefined);
    const cells = holders.flatMap(({ id }): CoverageCell[] => {
      const sets = ownOf.get(id) ?? [];
      const state =
        best(sets) ??
        (exempt.find(({ publisher }) => publisher === id) ?? general)?.kind ??
        (item.everyone ? "missing" : undefined);
      const said = sets.length > 0 || exempt.some(({ publisher }) => publisher === id);
      return state && (said || item.everyone)
        ? [{ publisher: id, state, datasets: sets.map((set) => set.id) }]
        : [];
    });
    return {
      ...item,
      state: best(own) ?? general?.kind ?? "missing",
      datasets: own.map(({ id }) => id),
      cells,
      ...(general ? { exemption: general } : {}),
    };
  });
});
