import type { Dataset } from "../../../../model/catalogue.ts";
import { mostShareImages, shareImageOf } from "../../../../published/dataset/share-words.ts";
import { drawShareImage } from "../../../../site/share/share-image.ts";
import { getSite } from "../../../../site/site.ts";

export const getStaticPaths = () => {
  const { datasets } = getSite().catalogue;
  return datasets.length > mostShareImages
    ? []
    : datasets.map((dataset) => ({ params: { id: dataset.id }, props: { dataset } }));
};

export const GET = async ({ props }: { props: { dataset: Dataset } }) =>
  new Response(new Uint8Array(await drawShareImage(shareImageOf(props.dataset))));
