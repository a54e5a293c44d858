import { save } from "../../../find/browser/dom.ts";
import type { Draft } from "../../draft/draft.ts";

/** Gives a person a draft as a file, to go on with elsewhere. */
export async function saveDraft(draft: Draft): Promise<void> {
  const { exportDraft } = await import("../../draft/draft-file.ts");
  save(
    (await exportDraft(draft)) as Uint8Array<ArrayBuffer>,
    "application/zip",
    `${draft.about?.replaceAll("/", "-") ?? "draft"}.draft.zip`,
  );
}
