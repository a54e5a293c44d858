import { z } from "zod";
import { cardSchema } from "./card.ts";
import { datasetSchema } from "./dataset.ts";
import { newsSchema } from "./news.ts";
import { planSchema } from "./plan.ts";
import { portalSchema } from "./portal.ts";
import { publisherSchema } from "./publisher.ts";
import { registerSchemas } from "./registers.ts";
import { seriesSchema } from "./series.ts";

const schemas = {
  dataset: datasetSchema,
  publisher: publisherSchema,
  series: seriesSchema,
  portal: portalSchema,
  news: newsSchema,
  plan: planSchema,
  card: cardSchema,
  ...registerSchemas,
};

/** JSON Schema (draft 2020-12) of each kind of file people write, so that editors complete and check. */
export const jsonSchemas: Record<string, object> = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }),
  ]),
);

export const renderJsonSchema = (name: string): string =>
  `${JSON.stringify(jsonSchemas[name], null, 2)}\n`;
