import { renderDatasetsJson } from "../outputs/dataset-list.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderDatasetsJson(getSite().catalogue));
