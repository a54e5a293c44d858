import type { Finding } from "../../model/reports/finding.ts";

/** People first, then what stops a publication, then the rest in the order of the rules. */
export const byHarm = (a: Finding, b: Finding): number => harm(b) - harm(a);
const harm = ({ rule, severity }: Finding): number =>
  (rule === "personal-data" ? 2 : 0) + (severity === "error" ? 3 : 0);
