/** One change of the schemas of data/ and content/: how files of the version before become those of the next, and back. */
export type Step = {
  /** The version the step leads up to: the file's own number. */
  version: number;
  /** What changes for those who write the files: one Ukrainian sentence. */
  about: string;
  /** The files it looks at, by their paths from the portal's root. */
  files: RegExp;
  /**
   * A file of the version before → of this one. Only what changes is written anew: comments, order and quotes of all
   * else stay. A file that is of this version already comes back as it is, so that what was interrupted can be repeated.
   */
  up(text: string): string;
  /** The way back: what `up` wrote is taken away, byte for byte; what people wrote since stays where the version before reads it. */
  down(text: string): string;
};
