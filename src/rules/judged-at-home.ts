import type { Finding } from "../model/reports/finding.ts";
import type { Repository } from "../model/repository.ts";
import type { RuleId } from "../vocabularies/rule-ids.ts";

/** What of a description written by `npm run federate` is still asked: that it is read, and that nothing it names is missing. */
const askedHere: ReadonlySet<RuleId> = new Set<RuleId>([
  "text-readable",
  "yaml-readable",
  "key-known",
  "value-present",
  "value-valid",
  "id-shape",
  "id-unique",
  "home-known",
  "publisher-known",
  "withdrawn-explained",
  "resource-unique",
  "path-inside",
  "file-exists",
  "file-referenced",
  "file-place",
  "file-name",
]);

/**
 * Findings without those that another hromada's portal has judged already: a set of its, described here, is put right
 * there. What keeps this site from being built stays, and so does everything about a set no listed portal keeps.
 */
export function withoutJudgedAtHome(
  { members, datasets, publishers }: Repository,
  findings: readonly Finding[],
): Finding[] {
  const portals = new Set(members.map(({ id }) => id));
  const kept = new Set(
    [...datasets, ...publishers].flatMap(({ file, value }) =>
      value.home && portals.has(value.home.portal) ? [file] : [],
    ),
  );
  return findings.filter(({ rule, place }) => !kept.has(place.file) || askedHere.has(rule));
}
