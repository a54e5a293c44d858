import type { z } from "zod";
import { parseSource } from "./source.ts";

/**
 * Parses each text once, in whatever tree it lies: a portal and its own past are alike in most of what people wrote.
 * What is given twice is the same value, so nobody may change it.
 */
export function rememberSources(): typeof parseSource {
  const known = new Map<z.ZodType, Map<string, ReturnType<typeof parseSource>>>();
  return (input) => {
    const { schema, id, file, text, firstLine = 1 } = input;
    const ofSchema = known.get(schema) ?? new Map<string, ReturnType<typeof parseSource>>();
    known.set(schema, ofSchema);
    const key = JSON.stringify([id, file, firstLine, text]);
    const parsed = ofSchema.get(key) ?? parseSource(input);
    ofSchema.set(key, parsed);
    return parsed as ReturnType<typeof parseSource<typeof schema>>;
  };
}
