/** Files the portal makes beside every dataset's own, under /dataset/<id>/: no file of a publisher may take their names. */
export const datasetFiles = [
  "datapackage.json",
  "passport.csv",
  "passport.xml",
  "structure.csv",
  "structure.json",
  "structure.xml",
  "ckan.json",
  "citation.bib",
  "citation.ris",
  "datacite.json",
  "updates.ics",
] as const;

/** Pictures the portal draws beside them. */
export const datasetPictures = ["share.png"] as const;
export type DatasetFile = (typeof datasetFiles)[number];

/** Files the portal makes of its whole catalogue that a dataset may publish as its own, by their path on the site. */
export const generatedFiles = ["/registry.csv", "/registry.json"] as const;

export type GeneratedFile = (typeof generatedFiles)[number];
export const isGenerated = (path: string): path is GeneratedFile =>
  (generatedFiles as readonly string[]).includes(path);
