/** The lasting address of one version of a file: /dataset/stops/stops.csv in a commit → /dataset/stops/versions/0123456789/stops.csv. */
export const versionPath = (path: string, hash: string): string =>
  path.replace(/\/([^/]+)$/, `/versions/${hash.slice(0, 10)}/$1`);

/** Versions of one file that are kept for readers, the newest. */
export const mostVersions = 20;
