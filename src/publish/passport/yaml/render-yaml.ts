import { Document, isPair, isScalar, isSeq, type Node, visit } from "yaml";

/** Letters of a line, as the passports of the portal have them. */
const lineWidth = 104;
/** Letters of a text that is folded into lines of its own. */
const longText = 90;
/** Maps that stand on one line, as they are short. */
const short = new Set(["contact", "temporal", "constraints", "reference", "withdrawn"]);

const isPlain = (node: unknown): boolean =>
  isScalar(node) && (typeof node.value !== "string" || node.value.length <= longText);

/** A value written as the portal's passports are: lists of words on a line, long texts folded. */
function styled(value: unknown): Document {
  const document = new Document(value);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "string" && node.value.length > longText)
        node.type = /\n|^\s|\s$/.test(node.value) ? "QUOTE_DOUBLE" : "BLOCK_FOLDED";
    },
    Seq(_, node) {
      if (node.items.every(isPlain)) node.flow = true;
    },
    Map(_, node, path) {
      const parent = path.at(-1);
      const key = isPair(parent) && isScalar(parent.key) ? String(parent.key.value) : "";
      const isOfField = key === "en" && path.filter(isSeq).length > 1;
      if ((short.has(key) || isOfField) && node.items.every(({ value }) => isPlain(value)))
        node.flow = true;
    },
  });
  return document;
}

/** A map of YAML, line by line, each moved to the right by so many blanks. */
export const renderMap = (value: object, indent = 0): string =>
  styled(value)
    .toString({ lineWidth, flowCollectionPadding: false })
    .replace(/^(?=.)/gm, " ".repeat(indent));

/** A value on one line, or nothing where it needs more. */
export function renderOnLine(value: unknown): string | undefined {
  const document = new Document(value);
  if (!isScalar(document.contents)) (document.contents as Node & { flow?: boolean }).flow = true;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  return text.includes("\n") || text.length > lineWidth ? undefined : text;
}
