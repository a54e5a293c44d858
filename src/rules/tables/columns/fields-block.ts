import type { ColumnReport } from "../../../model/table.ts";

/** A plain scalar of YAML in any place of a flow map; words that YAML reads as something else are quoted. */
const plain = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)\p{L}[\p{L}\p{N}_ ʼ’().-]*(?<! )$/iu;

const scalar = (text: string): string => (plain.test(text) ? text : JSON.stringify(text));

/** Columns as a table has them → lines of `schema.fields` in a passport, typed by their cells, to be pasted as they are. */
export const fieldsBlock = (columns: readonly ColumnReport[]): string[] =>
  columns.map(
    ({ name, type }) =>
      `        - { name: ${scalar(name)}, type: ${type}, title: ${scalar(name)} }`,
  );
