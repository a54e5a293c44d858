import { auditYears } from "../../measures/audit.ts";
import { renderBacklogCsv } from "../../outputs/audit.ts";
import { getSite } from "../../site.ts";

export const getStaticPaths = () =>
  auditYears(getSite().catalogue).map((year) => ({ params: { year: String(year) } }));

export const GET = ({ params: { year } }: { params: { year: string } }) =>
  new Response(renderBacklogCsv(getSite().catalogue, Number(year)));
