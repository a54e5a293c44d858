/** What a person does to the portal by sending files. */
export const submissionKinds = [
  "new-dataset",
  "dataset-update",
  "passport-correction",
  "withdrawal",
  "renaming",
  "entry",
  "register-entry",
] as const;

/** Files a person sends to the portal, to be looked at, judged and merged by others: a pull request, or a ZIP on its way to one. */
export type Submission = {
  kind: (typeof submissionKinds)[number];
  /** Id of what it is about: a dataset's, an entry's. */
  id: string;
  /** What it is about, in words: the title of the dataset, of the news. */
  title: string;
  /** Files of the repository as they should become, by their paths; nothing where a file should go. */
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer> | undefined>;
  /** Commit of the portal it was made against, as the site's build.json says. */
  base?: string;
  /** What the person wants the reviewer to know. */
  note?: string;
};
