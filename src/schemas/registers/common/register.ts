import type { z } from "zod";

/** A register under data/registers/<name>: all that is said of it, in one file of that name. */
export type Register = {
  /** What it is for readers, in both languages. */
  words: { uk: string; en: string };
  /** What an entry may hold. */
  schema: z.ZodObject;
  /** Keys by which entries of any register, and the plan, name an entry of this one; `what` it is, in the genitive. */
  named?: { by: readonly string[]; what: string };
  /** Days of an entry that cannot come before others, and what is wrong where they do. */
  dates?: readonly (readonly [earlier: string, later: string, words: string])[];
};
