import { renderDatasetsJson } from "../../published/dataset/dataset-list.ts";
import { getSite } from "../../site/site.ts";

export const GET = () => new Response(renderDatasetsJson(getSite().catalogue));
