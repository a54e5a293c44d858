import { z } from "zod";
import { newsSchema } from "../../schemas/content/news.ts";
import { type RegisterName, registerList, registerSchemas } from "../../schemas/data/registers.ts";

/** What an answer is: a text, a day, a name of something the portal has, or a list of any of these. */
type Kind =
  | "line"
  | "long"
  | "date"
  | "number"
  | "yes-no"
  | "choice"
  | "lines"
  | "datasets"
  | "publisher"
  | "mandated"
  | "entry"
  | "entries"
  | "group"
  | "rows";

/** A text in the languages of the site. */
export type Words = { uk: string; en: string };

/** One field of a register's entry, as a form asks for it. */
export type EntryField = {
  name: string;
  label: Words;
  hint?: Words;
  kind: Kind;
  isRequired: boolean;
  /** Most characters. */
  limit?: number;
  /** What may be chosen, as it is written in the file. */
  values?: readonly string[];
  /** The register whose entries it names. */
  register?: RegisterName;
  /** What each row, or the group, is made of. */
  fields?: readonly EntryField[];
};

/** What of a JSON Schema the registers use. */
type Property = {
  type?: string;
  /** Its words (schemas/said.ts). */
  description?: string;
  en?: string;
  enum?: string[];
  format?: string;
  maxLength?: number;
  items?: Property;
  properties?: Record<string, Property>;
  required?: string[];
};

/** Texts of more than a line. */
const long = new Set(["note", "outcome", "reason", "ground", "harmTest", "description"]);

/** Help for who writes the file by hand: a form quotes what needs quotes, and offers names to choose from. */
const ofHands =
  /^(у лапках|in quotation marks|назв[аи] файл(у|ів) з \S+|names? of (a file|files) in \S+)$/;

/** «Хто ухвалив: орган, не особа» → its label and its hint. */
function partsOf(text: string): { label: string; hint: string } {
  const [, label = text, hint = ""] = /^([^,:]+)[,:]\s*(.+)$/s.exec(text) ?? [];
  if (hint === "" || ofHands.test(hint)) return { label, hint: "" };
  return { label, hint: `${hint.slice(0, 1).toLocaleUpperCase("uk")}${hint.slice(1)}.` };
}

function wordsOf(name: string, property: Property): Pick<EntryField, "label" | "hint"> {
  const uk = partsOf(property.description ?? name);
  const en = partsOf(property.en ?? name);
  return {
    label: { uk: uk.label, en: en.label },
    ...(uk.hint === "" ? {} : { hint: { uk: uk.hint, en: en.hint } }),
  };
}

/** The register whose entries a field of this name names. */
const namedBy = (name: string): RegisterName | undefined =>
  registerList.find(({ named }) => named?.by.includes(name))?.name;

function kindOf(name: string, property: Property): Kind {
  const { type, items } = property;
  if (name === "datasets" || name === "publisher" || name === "mandated") return name;
  if (namedBy(name)) return type === "array" ? "entries" : "entry";
  if (property.enum) return "choice";
  if (property.format === "date") return "date";
  switch (type) {
    case "boolean":
      return "yes-no";
    case "integer":
    case "number":
      return "number";
    case "object":
      return "group";
    case "array":
      return items?.type === "object" ? "rows" : "lines";
    case "string":
      return long.has(name) ? "long" : "line";
  }
  throw new Error(`No form has a field for "${name}".`);
}

const fieldsIn = ({ properties = {}, required = [] }: Property): EntryField[] =>
  Object.entries(properties).map(([name, property]) => {
    const register = namedBy(name);
    const parts = property.type === "array" ? property.items : property;
    return {
      name,
      ...wordsOf(name, property),
      kind: kindOf(name, property),
      isRequired: required.includes(name),
      ...(property.maxLength === undefined ? {} : { limit: property.maxLength }),
      ...(property.enum ? { values: property.enum } : {}),
      ...(register ? { register } : {}),
      ...(parts?.properties ? { fields: fieldsIn(parts) } : {}),
    };
  });

/** What has a form made of its schema: an entry of a register, and the head of news and of dashboards. */
export type EntrySchema = RegisterName | "news";

const known = new Map<EntrySchema, readonly EntryField[]>();

/** Fields of an entry, in the order of its schema. */
export function entryFields(name: EntrySchema): readonly EntryField[] {
  const schema = name === "news" ? newsSchema : registerSchemas[name];
  const fields = known.get(name) ?? fieldsIn(z.toJSONSchema(schema, { io: "input" }) as Property);
  known.set(name, fields);
  return fields;
}
