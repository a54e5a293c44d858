/** The version of the schemas of data/ and content/ that this engine reads. A portal that says none is of the first. */
export const schemaVersion = 2;
