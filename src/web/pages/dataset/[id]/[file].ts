import { datasetFileTexts } from "../../../../published/dataset/dataset-files.ts";
import { type Twin, twinsOf } from "../../../../published/tables/twins.ts";
import { getSite } from "../../../../site/site.ts";

type Props = { source: string } | { render(): string | ReturnType<Twin["render"]> };

/** Files of datasets, byte for byte as they lie in the repository, and those the portal makes beside them. */
export const getStaticPaths = () => {
  const { catalogue, repository } = getSite();
  return catalogue.datasets.flatMap((dataset) => [
    ...dataset.resources.flatMap(({ path, file }) =>
      path && file
        ? [{ params: { id: dataset.id, file: path.split("/").at(-1) }, props: { source: file } }]
        : [],
    ),
    ...[...datasetFileTexts(dataset, catalogue), ...twinsOf(dataset, repository)].map(
      ({ name, render }) => ({
        params: { id: dataset.id, file: name },
        props: { render },
      }),
    ),
  ]);
};

export async function GET({ props }: { props: Props }) {
  if ("render" in props) {
    const made = await props.render();
    return new Response(typeof made === "string" ? made : new Uint8Array(made));
  }
  const file = getSite().repository.tree.get(props.source);
  if (!file) throw new Error(`The file ${props.source} has gone.`);
  return new Response(new Uint8Array(file.bytes()));
}
