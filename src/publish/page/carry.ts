import type { CheckedTable } from "../../inspect/check.ts";
import { newDraft } from "../draft/draft.ts";
import { openDrafts } from "../draft/drafts.ts";

/** A table that was checked goes on to be published: as a draft, with the page of the road opened on it. */
addEventListener("publish-table", async (event) => {
  const { file, sheet, structure } = (event as CustomEvent<CheckedTable>).detail;
  const page = document.querySelector<HTMLElement>("[data-publish]")?.dataset.publish ?? "";
  const draft = newDraft("new-dataset", {
    title: file.name,
    file: { name: file.name, content: file, sheet, structure, edits: [] },
  });
  // Where the browser keeps nothing the file is chosen there again.
  const kept = await openDrafts()
    .keep(draft)
    .catch(() => undefined);
  location.href = kept ? `${page}?draft=${kept.id}&step=file` : `${page}?kind=new-dataset`;
});
