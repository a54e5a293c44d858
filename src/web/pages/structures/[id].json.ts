import { structureSchema } from "../../../schemas/data/structure-schema.ts";
import { structures } from "../../../vocabularies/structures.ts";

export const getStaticPaths = () => [...structures.keys()].map((id) => ({ params: { id } }));

/** The structure as a Table Schema, for programs. */
export const GET = ({ params }: { params: { id: string } }) =>
  new Response(`${JSON.stringify(structureSchema(params.id), null, 2)}\n`);
