import { parseDocument } from "yaml";
import { datasetSchema, type WrittenPassport } from "../../schemas/data/dataset.ts";
import { editYaml } from "./yaml/edit-yaml.ts";
import { renderMap } from "./yaml/render-yaml.ts";

const schemaLine =
  "# yaml-language-server: $schema=../../../src/schemas/json/dataset.schema.json\n";
const emptyPassport = {} as WrittenPassport;
const order = Object.keys(datasetSchema.shape) as (keyof WrittenPassport)[];

/** Fields in the order of the schema, which is that of the portal's passports; without those that say nothing. */
function inOrder(values: WrittenPassport, existing: WrittenPassport): WrittenPassport {
  const says = (key: keyof WrittenPassport) => {
    const value = values[key];
    // An empty list that people wrote stays theirs.
    if (Array.isArray(value) && value.length === 0) return existing[key] !== undefined;
    return value !== undefined && value !== "";
  };
  return Object.fromEntries(
    order.flatMap((key) => (says(key) ? [[key, values[key]]] : [])),
  ) as WrittenPassport;
}

/**
 * A passport → the text of its datapackage.yaml, for people to read. Of one that is there only what differs is written
 * anew: comments and the order of its fields stay.
 * @param existing text of the passport as it is now
 */
export const passportText = (values: WrittenPassport, existing?: string): string =>
  existing === undefined
    ? schemaLine + renderMap(inOrder(values, emptyPassport))
    : editYaml(existing, inOrder(values, passportValues(existing)));

/** The text of a passport → its values as written, unchecked. */
export const passportValues = (text: string): WrittenPassport =>
  (parseDocument(text).toJS() ?? {}) as WrittenPassport;
