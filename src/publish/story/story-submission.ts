import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { bytesOf } from "../change/new-dataset.ts";
import { safeName } from "../passport/file-name.ts";
import type { Submission } from "../submission.ts";
import { type StoryFolder, storyFile } from "./story.ts";
import { storyText, type WrittenStory } from "./story-text.ts";

/** A free name for a story, its title in Latin letters; numbered where that is taken. */
export function proposeStoryId(
  folder: StoryFolder,
  title: string,
  { written }: Pick<PortalFacts, "written">,
): string {
  const name = safeName(title, folder === "news" ? "news" : "dashboard");
  const taken = new Set(written[folder].map(({ id }) => id));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/**
 * A story as it is sent: one file.
 * @param existing text of the file that is on the portal under this name, where one is
 */
export const storySubmission = (
  folder: StoryFolder,
  id: string,
  story: WrittenStory,
  existing?: string,
): Submission => ({
  kind: "entry",
  id,
  title: typeof story.values.title === "string" ? story.values.title : id,
  files: new Map([[storyFile(folder, id), bytesOf(storyText(story, existing))]]),
});
