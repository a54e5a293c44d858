import { z } from "zod";

/** What is read of GitHub's answers, and no more (docs.github.com/rest, version 2022-11-28). */
const hash = z.string().regex(/^[0-9a-f]{40,64}$/);
const fullName = z.string().regex(/^[\w.-]+\/[\w.-]+$/);
const person = z.object({ login: z.string(), type: z.string().optional() });

export const userSchema = person;
export const repositorySchema = z.object({
  full_name: fullName,
  default_branch: z.string(),
  archived: z.boolean().default(false),
  owner: person,
  permissions: z.object({ push: z.boolean() }).optional(),
});
export const copySchema = z.object({ full_name: fullName, default_branch: z.string() });
export const refSchema = z.object({ object: z.object({ sha: hash }) });
export const madeSchema = z.object({ sha: hash });
export const commitSchema = z.object({ sha: hash, tree: z.object({ sha: hash }) });
export const treeSchema = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string(), sha: hash })),
  truncated: z.boolean().default(false),
});
export const blobSchema = z.object({ content: z.string(), encoding: z.literal("base64") });
export const pullSchema = z.object({
  number: z.int().positive(),
  title: z.string(),
  html_url: z.string(),
  state: z.enum(["open", "closed"]),
  created_at: z.string().optional(),
  merged_at: z.string().nullish(),
  mergeable: z.boolean().nullish(),
  user: person.nullish(),
  head: z.object({ sha: hash, ref: z.string(), repo: z.object({ full_name: fullName }).nullish() }),
});
export const pullFileSchema = z.object({
  filename: z.string(),
  status: z.string(),
  sha: hash.nullable(),
  previous_filename: z.string().optional(),
});
export const checksSchema = z.object({
  check_runs: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      conclusion: z.string().nullish(),
      html_url: z.string().nullish(),
    }),
  ),
});
export const remarkSchema = z.object({
  user: person.nullish(),
  body: z.string().nullish(),
  created_at: z.string().optional(),
  submitted_at: z.string().nullish(),
  state: z.string().optional(),
  path: z.string().optional(),
  line: z.int().nullish(),
});
