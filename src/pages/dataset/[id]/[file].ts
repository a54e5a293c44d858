import { getSite } from "../../../site.ts";

/** Files of datasets, byte for byte as they lie in the repository. */
export const getStaticPaths = () =>
  getSite().catalogue.datasets.flatMap(({ id, resources }) =>
    resources.flatMap(({ path, file }) =>
      path && file
        ? [{ params: { id, file: path.split("/").at(-1) }, props: { source: file } }]
        : [],
    ),
  );

export function GET({ props }: { props: { source: string } }) {
  const file = getSite().repository.tree.get(props.source);
  if (!file) throw new Error(`The file ${props.source} has gone.`);
  return new Response(new Uint8Array(file.bytes()));
}
