import { type RegisterName, registerList } from "../../schemas/data/registers.ts";
import { jsonSchemas } from "../../schemas/json.ts";

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

/** One field of a register's entry, as a form asks for it. Its words are Ukrainian, for publishers. */
export type EntryField = {
  name: string;
  label: string;
  hint?: string;
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
  description?: string;
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
const ofHands = /^(у лапках|назв[аи] файл(у|ів) з \S+)$/;

/** «Хто ухвалив: орган, не особа» → its label and its hint. */
function wordsOf(description: string): Pick<EntryField, "label" | "hint"> {
  const [, label = description, hint = ""] = /^([^,:]+)[,:]\s*(.+)$/s.exec(description) ?? [];
  if (hint === "" || ofHands.test(hint)) return { label };
  return { label, hint: `${hint.slice(0, 1).toLocaleUpperCase("uk")}${hint.slice(1)}.` };
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
      ...wordsOf(property.description ?? name),
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

/** Fields of an entry, in the order of its schema. */
export const entryFields = (schema: EntrySchema): EntryField[] =>
  fieldsIn(jsonSchemas[schema] as Property);
