/** Files the portal makes beside every dataset's own, under /dataset/<id>/. */
export const datasetFiles = [
  "datapackage.json",
  "passport.csv",
  "structure.csv",
  "structure.json",
  "croissant.json",
  "ckan.json",
  "index.md",
  "updates.ics",
] as const;

/** The passport itself, in every dataset's folder. */
export const passportFile = "datapackage.yaml";

/** Pictures the portal draws beside them. */
const datasetPictures = ["share.png"] as const;

/** Files it made there once: hosts are told what took their place, and would never give a publisher's file of the name. */
const formerDatasetFiles = [
  "passport.xml",
  "structure.xml",
  "citation.bib",
  "citation.ris",
  "datacite.json",
] as const;

/** Names under /dataset/<id>/ that are the portal's own. */
export const reservedFiles: ReadonlySet<string> = new Set([
  passportFile,
  ...datasetFiles,
  ...datasetPictures,
  ...formerDatasetFiles,
]);
export type DatasetFile = (typeof datasetFiles)[number];

/** Files the portal makes of its whole catalogue that a dataset may publish as its own, by their path on the site. */
export const generatedFiles = ["/registry.csv", "/registry.json"] as const;

export type GeneratedFile = (typeof generatedFiles)[number];
export const isGenerated = (path: string): path is GeneratedFile =>
  (generatedFiles as readonly string[]).includes(path);
