import { mdxToMdast } from "satteri";
import type { ContentTree } from "./content-nodes.ts";

/** What of Markdown an entry may use: one set for the judge and for the builder, who would else see other texts. */
export const grammar = { gfm: true, smartypants: true };
const features = { gfm: grammar.gfm, smartPunctuation: grammar.smartypants };

/** The tree of a body as the builder's own library reads it; throws where a bracket is not closed. */
export const readBody = (body: string): ContentTree =>
  mdxToMdast(body, { features }) as unknown as ContentTree;
