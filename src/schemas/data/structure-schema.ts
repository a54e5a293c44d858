import { structures } from "../../vocabularies/structures.ts";
import { type TableSchema, tableSchema } from "./table-schema.ts";

const made = new Map<string, TableSchema>();

/** The Table Schema of an official structure (`02-organizations`), or undefined where there is no such one. */
export function structureSchema(id: string): TableSchema | undefined {
  const structure = structures.get(id);
  if (!structure) return undefined;
  let schema = made.get(id);
  if (!schema) {
    schema = tableSchema.parse({
      fields: structure.fields.map(({ official: _, ...field }) => field),
    });
    made.set(id, schema);
  }
  return schema;
}
