import { drawShareImage } from "../../../draw/share-image.ts";
import type { Dataset } from "../../../model/catalogue.ts";
import { mostShareImages, shareImageOf } from "../../../outputs/share-words.ts";
import { getSite } from "../../../site.ts";

export const getStaticPaths = () => {
  const { datasets } = getSite().catalogue;
  return datasets.length > mostShareImages
    ? []
    : datasets.map((dataset) => ({ params: { id: dataset.id }, props: { dataset } }));
};

export const GET = async ({ props }: { props: { dataset: Dataset } }) =>
  new Response(new Uint8Array(await drawShareImage(shareImageOf(props.dataset))));
