import { z } from "zod";
import { cardSchema } from "./content/card.ts";
import { newsSchema } from "./content/news.ts";
import { datasetSchema } from "./data/dataset.ts";
import { planSchema } from "./data/plan.ts";
import { portalSchema } from "./data/portal.ts";
import { publisherSchema } from "./data/publisher.ts";
import { registerSchemas } from "./data/registers.ts";
import { seriesSchema } from "./data/series.ts";
import { federationSchema, memberSchema } from "./federation/member.ts";

const schemas = {
  dataset: datasetSchema,
  publisher: publisherSchema,
  series: seriesSchema,
  portal: portalSchema,
  portals: federationSchema,
  member: memberSchema,
  news: newsSchema,
  plan: planSchema,
  card: cardSchema,
  ...registerSchemas,
};

/** JSON Schema (draft 2020-12) of each kind of file people write, so that editors complete and check. */
export const jsonSchemas: Record<string, object> = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, {
      io: "input",
      unrepresentable: "any",
      // The words of forms (said.ts): no word of JSON Schema, which a strict validator would refuse.
      override: ({ jsonSchema }) => {
        delete jsonSchema.en;
      },
    }),
  ]),
);

export const renderJsonSchema = (name: string): string =>
  `${JSON.stringify(jsonSchemas[name], null, 2)}\n`;
