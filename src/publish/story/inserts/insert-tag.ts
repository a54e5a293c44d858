/** A component of a text: its name and its attributes, in the order they are written. */
export type Insert = { name: string; attributes: Readonly<Record<string, string>> };

const escaped = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A component → its tag; an attribute without a value is left out. */
export const insertTag = ({ name, attributes }: Insert): string =>
  `<${[
    name,
    ...Object.entries(attributes)
      .filter(([, value]) => value !== "")
      .map(([key, value]) => `${key}="${escaped(value.replace(/\s+/g, " ").trim())}"`),
  ].join(" ")} />`;

/** A component's name among answers to those of a text. */
export const insertKey = ({ name, attributes }: Insert): string =>
  JSON.stringify([name, Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))]);
