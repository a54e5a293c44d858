import { auditYears } from "../../../catalogue/measures/plan/audit.ts";
import { renderBacklogCsv } from "../../../published/reports/audit.ts";
import { getSite } from "../../../site/site.ts";

export const getStaticPaths = () =>
  auditYears(getSite().catalogue).map((year) => ({ params: { year: String(year) } }));

export const GET = ({ params: { year } }: { params: { year: string } }) =>
  new Response(renderBacklogCsv(getSite().catalogue, Number(year)));
