import { z } from "zod";

/** What was said when it was published last: the SHA-256 of it without its stamps, and the stamp it had. */
const stamp = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  moment: z.iso.datetime({ offset: true }),
});

/**
 * What a site says at /stamps.json: of the catalogue beside its sets, which older engines did not keep; by the IRI of
 * a set, of its description in DCAT and of its CKAN package.
 */
export const stampsSchema = z.object({
  catalogue: stamp.exactOptional(),
  sets: z.record(
    z.string(),
    z.object({ described: stamp.exactOptional(), packaged: stamp.exactOptional() }),
  ),
});
export type Stamps = z.infer<typeof stampsSchema>;
