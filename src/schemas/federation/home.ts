import { z } from "zod";
import { idPattern, webAddress } from "../text.ts";

/** Which portal of data/portals.yaml keeps a thing, and the thing's identity there. */
export const homeSchema = z.strictObject({
  portal: z.string().regex(idPattern, { error: "id" }),
  iri: webAddress,
});

export type Home = z.infer<typeof homeSchema>;
