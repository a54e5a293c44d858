import { make } from "../../../find/browser/dom.ts";
import { entryTitle } from "../../../schemas/data/registers.ts";
import type { Drafted } from "../../draft/submission-of.ts";
import { entryShown } from "../../entry/entry-shown.ts";
import type { Stage } from "../stage.ts";

/** An entry as it will stand in its register, and the file it will be. */
export async function entryNodes(
  { submission }: Drafted,
  { register, values }: NonNullable<Drafted["entry"]>,
  { facts, words }: Pick<Stage, "facts" | "words">,
): Promise<Node[]> {
  const fields = entryShown(register, values, { facts: await facts(), words });
  const rows = fields.map(({ label, lines }) =>
    make(
      "div",
      "",
      make("dt", "", label),
      make("dd", "", ...lines.map((line) => make("div", "", line))),
    ),
  );
  const files = [...submission.files].map(([path, bytes]) => {
    const file = make(
      "details",
      "",
      make("summary", "", path),
      make("pre", "", new TextDecoder().decode(bytes)),
    );
    file.open = true;
    return file;
  });
  return [
    make("h3", "", words.t("publish.look.preview")),
    make(
      "article",
      "preview",
      make("h3", "", entryTitle(values) ?? submission.id),
      make("dl", "passport", ...rows),
    ),
    ...files,
    make("p", "quiet", words.t("publish.entry.unjudged")),
  ];
}
