import { jsonSchemas, renderJsonSchema } from "../../../schemas/json.ts";

export const getStaticPaths = () => Object.keys(jsonSchemas).map((name) => ({ params: { name } }));

export const GET = ({ params }: { params: { name: string } }) =>
  new Response(renderJsonSchema(params.name));
