import { ckanActions, renderCkan } from "../../../../../published/dataset/ckan.ts";
import { getSite } from "../../../../../site/site.ts";

/** The calls of the CKAN Action API that have one answer: files without an ending, as the harvester asks for them. */
export const getStaticPaths = () => Object.keys(ckanActions).map((call) => ({ params: { call } }));

export function GET({ params: { call } }: { params: { call: string } }) {
  const { catalogue } = getSite();
  return new Response(renderCkan(call, ckanActions[call]?.(catalogue), catalogue));
}
