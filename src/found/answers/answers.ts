import type { pageLanguages } from "../../schemas/data/portal.ts";

/** What a person says of a portal that is to be. */
export type Answers = {
  /** Its title. */
  name: string;
  /** Its address, with the path it stands under: no slash at the end. */
  site: string;
  /** Where its repository is to lie: undefined where nobody knows yet. */
  repository: string | undefined;
  /** Who keeps it. */
  council: string;
  edrpou: string | undefined;
  /** The territory's name and its code in the codifier (КАТОТТГ). */
  hromada: string;
  code: string;
  mailbox: string;
  /** Domains of service mail beside the mailbox's own. */
  mailDomains: readonly string[];
  languages: readonly (typeof pageLanguages)[number][];
  timeZone: string;
  /** As portal.yaml has them; undefined where the usual ones do. */
  colours: Readonly<Record<string, string>> | undefined;
  /** Letters of its sign. */
  letters: string;
};

/** What was said, by the names of questions: none of it is judged yet. */
export type Given = Readonly<Record<string, string | undefined>>;
