import type { Dataset } from "../../../model/catalogue.ts";
import { toDataPackage } from "../../../outputs/datapackage.ts";
import { getSite } from "../../../site.ts";

export const getStaticPaths = () =>
  getSite().catalogue.datasets.map((dataset) => ({
    params: { id: dataset.id },
    props: { dataset },
  }));

export const GET = ({ props }: { props: { dataset: Dataset } }) =>
  new Response(`${JSON.stringify(toDataPackage(props.dataset, getSite().catalogue), null, 2)}\n`);
