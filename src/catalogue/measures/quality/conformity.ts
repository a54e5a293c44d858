import type { Dataset } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import { fileTypes } from "../../../vocabularies/dcat/file-types.ts";
import type { RuleId } from "../../../vocabularies/rule-ids.ts";

/** What a dataset must hold to conform to the recommendations of the Ministry and the standards of open data (task 7.2). */
export const conformityCriteria = [
  "passport",
  "format",
  "structure",
  "valid",
  "timely",
  "licence",
  "impersonal",
] as const;
export type Criterion = (typeof conformityCriteria)[number];

export type Conformity = { conforms: boolean; failed: Criterion[] };

/** Rules whose findings mean that a table is not what its structure promises. */
const structureRules: readonly RuleId[] = [
  "cells-valid",
  "columns-match",
  "keys-hold",
  "types-mixed",
];

/** A verdict on one set, with its reasons: every criterion must hold. */
export const measureConformity = once(judge);

function judge({ resources, passport, warnings, freshness }: Dataset): Conformity {
  const found = new Set(warnings.map(({ rule }) => rule));
  const tables = resources.filter(({ file, generated }) => file ?? generated);
  const holds: Record<Criterion, boolean> = {
    passport: !found.has("passport-complete") && !found.has("passport-length"),
    format: resources.some(({ format }) => {
      const type = format && fileTypes[format];
      return type ? type.open && type.machineReadable : false;
    }),
    structure: resources.some(({ schema }) => schema),
    valid: tables.length > 0 && !structureRules.some((rule) => found.has(rule)),
    timely: freshness.state === "current" || freshness.state === "closed",
    licence: passport.licenses.length > 0,
    impersonal: !found.has("personal-data"),
  };
  const failed = conformityCriteria.filter((criterion) => !holds[criterion]);
  return { conforms: failed.length === 0, failed };
}
