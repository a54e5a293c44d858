/** Folders of the code that checks, builds and publishes the portal: a change there may change the check itself. */
export const codeFolders = [".github", "scripts", "src"] as const;
