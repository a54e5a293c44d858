import type { Submission } from "../submission.ts";

/** A page of GitHub where a person drops files by hand. */
export type UploadPage = {
  /** Folder of the repository the page puts files into. */
  folder: string;
  address: string;
  /** What is dropped there: these files, or their whole new folder, which the page would not open before it is there. */
  drop: { files: string[] } | { folder: string; files: string[] };
};

/** Is it the folder of a dataset that has none yet: new, or under its new name? */
const isNewFolder = (
  folder: string,
  { kind, files }: Pick<Submission, "kind" | "files">,
): boolean =>
  (kind === "new-dataset" || kind === "renaming") &&
  /^data\/datasets\/[^/]+$/.test(folder) &&
  files.get(`${folder}/datapackage.yaml`) !== undefined;

/**
 * Pages of GitHub for uploading a submission by hand, one for each folder. Files that should go are not among them: a page
 * for uploading takes nothing away.
 * @param repository owner/name
 * @param branch the portal's main branch
 */
export function uploadPages(
  repository: string,
  submission: Pick<Submission, "kind" | "files">,
  branch = "main",
): UploadPage[] {
  const inFolders = Map.groupBy(
    [...submission.files].flatMap(([path, bytes]) => (bytes === undefined ? [] : [path])).sort(),
    (path) => path.slice(0, path.lastIndexOf("/")),
  );
  return [...inFolders].map(([folder, paths]): UploadPage => {
    const isNew = isNewFolder(folder, submission);
    const target = isNew ? "data/datasets" : folder;
    const names = paths.map((path) => path.slice(folder.length + 1));
    const at = [...branch.split("/"), ...target.split("/")].map(encodeURIComponent).join("/");
    return {
      folder: target,
      address: `https://github.com/${repository}/upload/${at}`,
      drop: isNew ? { folder: folder.split("/")[2] ?? "", files: names } : { files: names },
    };
  });
}
