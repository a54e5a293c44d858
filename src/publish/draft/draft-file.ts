import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { z } from "zod";
import type { Edit } from "../grid/core/edits.ts";
import { submissionKinds } from "../submission.ts";
import type { Draft } from "./draft.ts";

const format = 1;

/** A draft as its file tells it; the person's own file lies beside it. */
const written = z.object({
  format: z.literal(format),
  kind: z.enum(submissionKinds),
  about: z.string().optional(),
  title: z.string().optional(),
  answers: z.record(z.string(), z.unknown()),
  file: z
    .object({
      name: z.string(),
      sheet: z.string().optional(),
      structure: z.string().optional(),
      edits: z.array(z.custom<Edit>((edit) => typeof edit === "object" && edit !== null)),
    })
    .optional(),
});

const descriptor = "draft.json";
const content = "file";

/** A draft → one file to keep or to carry to another computer. */
export async function exportDraft({
  kind,
  about,
  title,
  answers,
  file,
}: Draft): Promise<Uint8Array> {
  const { content: blob, ...rest } = file ?? {};
  const draft = { format, kind, about, title, answers, ...(file ? { file: rest } : {}) };
  return zipSync({
    [descriptor]: strToU8(JSON.stringify(draft)),
    ...(blob ? { [content]: new Uint8Array(await blob.arrayBuffer()) } : {}),
  });
}

/** Largest draft that is opened, inflated: a file of the largest size, and what was typed. */
const largest = 60_000_000;

/** Such a file → the draft, new in this browser; nothing where it is no draft. */
export function importDraft(bytes: Uint8Array): Draft | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (name === descriptor || name === content) && originalSize <= largest,
    });
    const draft = written.parse(JSON.parse(strFromU8(files[descriptor] ?? new Uint8Array())));
    const { format: _, file, ...rest } = draft;
    const bytesOfFile = files[content];
    return {
      ...rest,
      id: crypto.randomUUID(),
      ...(file && bytesOfFile
        ? { file: { ...file, content: new Blob([bytesOfFile as Uint8Array<ArrayBuffer>]) } }
        : {}),
    };
  } catch {
    return undefined;
  }
}
