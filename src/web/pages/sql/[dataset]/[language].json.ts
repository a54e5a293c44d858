import { type Language, languages } from "../../../../i18n/translate.ts";
import type { Dataset } from "../../../../model/catalogue.ts";
import { askable, renderSqlTables } from "../../../../published/tables/sql-tables.ts";
import { getSite, href } from "../../../../site/site.ts";

export const getStaticPaths = () =>
  askable(getSite().catalogue).flatMap((dataset) =>
    languages.map((language) => ({
      params: { dataset: dataset.id, language },
      props: { dataset },
    })),
  );

export const GET = ({
  params,
  props,
}: {
  params: { language: Language };
  props: { dataset: Dataset };
}) => new Response(renderSqlTables(props.dataset, params.language, href));
