import { z } from "zod";

/** What is said of a passport's field wherever it goes: it stands with the field's schema, and nowhere else. */
export type PassportField = {
  /** The words people know it by; a field without them is told in a way of its own. */
  label?: { uk: string; en: string };
  /** Its key among CKAN's extras. */
  ckan?: string;
  /** Most characters the national portal takes. */
  limit?: number;
  /** It only says more of the same data: no reviewer has to look at its change. */
  quiet?: true;
};

export const passportField = z.registry<PassportField>();
