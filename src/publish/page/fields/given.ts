import type { Speech } from "../../../i18n/speech.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";

/** What a field of an entry is shown with. */
export type Given = {
  /** Id of its control: the names on the way to it, «q-decisions-0-text». */
  id: string;
  value: unknown;
  words: Speech;
  facts: PortalFacts;
  change(value: unknown): void;
};
