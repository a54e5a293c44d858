import type { Dataset } from "../../../model/catalogue.ts";
import { buildDatasetGraph } from "../../../published/dcat/dcat.ts";
import { extensions, type Serialisation, serialisations } from "../../../published/dcat/rdf.ts";
import { getSite } from "../../../site/site.ts";

type Props = { dataset: Dataset; extension: Serialisation };

export const getStaticPaths = () =>
  getSite().catalogue.datasets.flatMap((dataset) =>
    extensions.map((extension) => ({
      params: { id: dataset.id, extension },
      props: { dataset, extension } satisfies Props,
    })),
  );

export const GET = ({ props: { dataset, extension } }: { props: Props }) =>
  new Response(serialisations[extension].render(buildDatasetGraph(dataset, getSite().catalogue)));
