import { Document, isMap, visit } from "yaml";

/**
 * A file of data/ as a command writes it: comments that say which, then the value. The items of a list stand one on a
 * line, however long: two versions differ in the lines of what changed.
 */
export function renderYaml(comments: string, value: object): string {
  const document = new Document(value);
  visit(document, {
    Seq: (_, { items }) => {
      for (const item of items) if (isMap(item)) item.flow = true;
    },
  });
  return comments + document.toString({ lineWidth: 0 });
}
