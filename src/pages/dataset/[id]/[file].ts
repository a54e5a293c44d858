import { datasetFileTexts } from "../../../outputs/dataset-files.ts";
import { getSite } from "../../../site.ts";

type Props = { source: string } | { render(): string };

/** Files of datasets, byte for byte as they lie in the repository, and those the portal makes beside them. */
export const getStaticPaths = () => {
  const { catalogue } = getSite();
  return catalogue.datasets.flatMap((dataset) => [
    ...dataset.resources.flatMap(({ path, file }) =>
      path && file
        ? [{ params: { id: dataset.id, file: path.split("/").at(-1) }, props: { source: file } }]
        : [],
    ),
    ...datasetFileTexts(dataset, catalogue).map(({ name, render }) => ({
      params: { id: dataset.id, file: name },
      props: { render },
    })),
  ]);
};

export function GET({ props }: { props: Props }) {
  if ("render" in props) return new Response(props.render());
  const file = getSite().repository.tree.get(props.source);
  if (!file) throw new Error(`The file ${props.source} has gone.`);
  return new Response(new Uint8Array(file.bytes()));
}
