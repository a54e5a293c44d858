import { z } from "zod";

/** What a built site says of itself at /build.json; a site is a stranger's, so who reads it trusts no more than this. */
export const buildNoteSchema = z.object({
  /** The day it was built for, yyyy-mm-dd. */
  date: z.iso.date(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .exactOptional(),
  /** False where files of the portal had changes that are in no commit. */
  clean: z.boolean().exactOptional(),
  /** The site was built without git: it does not know when its sets changed. */
  history: z.literal("absent").exactOptional(),
});
export type BuildNote = z.infer<typeof buildNoteSchema>;

/** What it says of a set that was withdrawn, at /changes.json. */
export const tombstonesSchema = z.object({
  tombstones: z.array(z.object({ iri: z.string(), date: z.string(), reason: z.string() })),
});
