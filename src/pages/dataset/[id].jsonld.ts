import type { Dataset } from "../../model/catalogue.ts";
import { buildDatasetGraph } from "../../outputs/dcat.ts";
import { renderJsonLd } from "../../outputs/rdf.ts";
import { getSite } from "../../site.ts";

export const getStaticPaths = () =>
  getSite().catalogue.datasets.map((dataset) => ({
    params: { id: dataset.id },
    props: { dataset },
  }));

export const GET = ({ props }: { props: { dataset: Dataset } }) =>
  new Response(renderJsonLd(buildDatasetGraph(props.dataset, getSite().catalogue)));
