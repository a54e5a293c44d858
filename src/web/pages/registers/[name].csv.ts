import { renderRegisterCsv } from "../../../published/reports/plan.ts";
import {
  type RegisterName,
  registerNames,
  registerSchemas,
} from "../../../schemas/data/registers.ts";
import { getSite } from "../../../site/site.ts";

export const getStaticPaths = () => registerNames.map((name) => ({ params: { name } }));

export const GET = ({ params: { name } }: { params: { name: RegisterName } }) =>
  new Response(
    renderRegisterCsv(
      getSite().catalogue.registers[name],
      Object.keys(registerSchemas[name].shape),
    ),
  );
