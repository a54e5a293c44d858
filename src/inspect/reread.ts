import type { Finding } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import type { Repair } from "../model/table.ts";
import type { RuleId } from "../vocabularies/rule-ids.ts";

/** What to know when a clean table is read: the titles its columns had. */
export const titlesOfClean = ({
  report,
}: Pick<Inspection, "report">): ReadonlyMap<string, string> =>
  new Map(
    (report?.columns ?? []).flatMap(({ field, name, title }) =>
      // A name that stays is no title: a structure has a better one.
      title === undefined && name === field ? [] : [[field, title ?? name]],
    ),
  );

/**
 * What a sheet says and its clean table does not; a second table, which nothing parts from the first once blank rows and
 * columns are gone; a last row that was cut, once it ends as the others do: cleaning mends none of it.
 */
export const lostInTable: ReadonlySet<RuleId> = new Set([
  "sheet-plain",
  "formulas-counted",
  "table-one",
  "file-whole",
]);

/**
 * What is left to decide in a written clean table; `reread` inspects it, which is asked for only where something was
 * mended: where nothing was, all that was found is left.
 */
export async function leftAfter(
  { findings, beside }: Pick<Inspection, "findings" | "beside">,
  repairs: readonly Repair[],
  reread: () => Promise<Pick<Inspection, "findings">>,
): Promise<Finding[]> {
  if (repairs.length === 0) return findings;
  const { findings: again } = await reread();
  return [...beside, ...again.filter(({ rule }) => !lostInTable.has(rule))];
}
