import { renderCardCsv, renderCardXlsx } from "../../published/reports/card.ts";
import { getSite } from "../../site/site.ts";

const forms = { csv: renderCardCsv, xlsx: renderCardXlsx };

export const getStaticPaths = () =>
  (getSite().catalogue.card ? (["csv", "xlsx"] as const) : []).map((extension) => ({
    params: { extension },
  }));

export const GET = async ({
  params: { extension },
}: {
  params: { extension: keyof typeof forms };
}) => {
  const made = await forms[extension](getSite().catalogue);
  return new Response(typeof made === "string" ? made : new Uint8Array(made));
};
