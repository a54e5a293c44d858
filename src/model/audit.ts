/** Columns of Annex 17 that name staff: they never enter the repository. */
export const staffColumns = ["dataUserName", "dataUserTelephone", "dataUserEmail"] as const;

/** One information asset of a publisher: cells of its row by the names of Annex 17. */
export type AuditAsset = Readonly<Record<string, string>>;

/** data/audits/<year>/<publisher>.csv, read. */
export type Audit = {
  year: number;
  publisher: string;
  file: string;
  columns: string[];
  assets: AuditAsset[];
};
