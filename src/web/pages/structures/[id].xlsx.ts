import { renderTemplate } from "../../../published/tables/template.ts";
import { type Structure, structures } from "../../../vocabularies/structures.ts";

export const getStaticPaths = () =>
  [...structures.values()].map((structure) => ({
    params: { id: structure.id },
    props: { structure },
  }));

export const GET = async ({ props }: { props: { structure: Structure } }) =>
  new Response(new Uint8Array(await renderTemplate(props.structure)));
