import { structureSchema } from "../../schemas/data/structure-schema.ts";
import { jsonSchemas, renderJsonSchema } from "../../schemas/json.ts";
import { structures } from "../../vocabularies/structures.ts";
import { renderTemplate } from "../tables/template.ts";
import { type Address, grouped, mediaTypes } from "./address.ts";

/** What data and descriptors must be like: recommended structures, and schemas for editors. */
export const structureAddresses: readonly Address[] = grouped("structures", [
  {
    path: "/structures/{structure}.json",
    mediaType: mediaTypes.json,
    title: {
      uk: "Рекомендована структура набору, Table Schema",
      en: "The recommended structure of a dataset, Table Schema",
    },
    page: "/structures/{structure}/",
    files: () =>
      [...structures.keys()].map((structure) => ({
        slots: { structure },
        render: () => `${JSON.stringify(structureSchema(structure), null, 2)}\n`,
      })),
  },
  {
    path: "/structures/{structure}.xlsx",
    mediaType: mediaTypes.xlsx,
    title: {
      uk: "Порожня таблиця рекомендованої структури, книга Excel",
      en: "An empty table of a recommended structure, Excel workbook",
    },
    page: "/structures/{structure}/",
    files: () =>
      [...structures.values()].map((structure) => ({
        slots: { structure: structure.id },
        of: structure,
        render: () => renderTemplate(structure),
      })),
  },
  {
    path: "/schemas/{schema}.schema.json",
    mediaType: "application/schema+json",
    title: {
      uk: "Схема файлу опису для редакторів, JSON Schema",
      en: "Schema of a descriptor for editors, JSON Schema",
    },
    files: () =>
      Object.keys(jsonSchemas).map((schema) => ({
        slots: { schema },
        render: () => renderJsonSchema(schema),
      })),
  },
]);
