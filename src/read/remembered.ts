import type { z } from "zod";
import { parseSource, type SourceInput } from "./source.ts";
import type { readYaml } from "./yaml-text.ts";

type Remembered = Pick<SourceInput<z.ZodType>, "id" | "file" | "firstLine"> & {
  parsed: ReturnType<typeof parseSource>;
};

/**
 * Parses each text once, in whatever tree it lies: a portal and its own past are alike in most of what people wrote.
 * What is given twice is the same value, so nobody may change it.
 * @param read reads a text, or gives what was read of it before
 */
export function rememberSources(read?: typeof readYaml): typeof parseSource {
  const known = new Map<z.ZodType, Map<string, Remembered[]>>();
  return (input) => {
    const { schema, id, file, text, firstLine } = input;
    const ofSchema = known.get(schema) ?? new Map<string, Remembered[]>();
    known.set(schema, ofSchema);
    const ofText = ofSchema.get(text) ?? [];
    ofSchema.set(text, ofText);
    const before = ofText.find(
      (one) => one.id === id && one.file === file && one.firstLine === firstLine,
    );
    const parsed = before?.parsed ?? parseSource(input, read);
    if (!before)
      ofText.push({ id, file, parsed, ...(firstLine === undefined ? {} : { firstLine }) });
    return parsed as ReturnType<typeof parseSource<typeof schema>>;
  };
}
