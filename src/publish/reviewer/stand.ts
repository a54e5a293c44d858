import type { Speech } from "../../i18n/speech.ts";

/** Where the page stands, and the words it speaks. */
export type Stand = {
  words: Speech;
  /** Beginning of the site's addresses, in the reader's language and without: «/en», «». */
  root: string;
  files: string;
  /** owner/name of the portal's repository, and its address. */
  repository: string;
  address: string;
};
