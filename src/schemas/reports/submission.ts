import { z } from "zod";
import { idPattern, text } from "../text.ts";

/** submission.json of an archive that a person sends: what its files are. A stranger's, and read as such. */
export const submissionNoteSchema = z.strictObject({
  version: z.literal(1),
  kind: z.string(),
  id: z.string().max(200).regex(idPattern),
  title: text.max(500),
  base: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .exactOptional(),
  note: text.max(20_000).exactOptional(),
  /** Paths of files that should go. */
  removals: z.array(z.string()).max(500),
});
export type SubmissionNote = z.infer<typeof submissionNoteSchema>;
