import { make } from "../find/browser/dom.ts";
import type { Speech } from "../i18n/speech.ts";

/**
 * Above findings on a page of another language: that they are Ukrainian, and what may be done about it. Rules speak the
 * publishers' language alone (rules/rule.ts).
 */
export const findingsInUkrainian = ({ language, t }: Speech): HTMLElement[] =>
  language === "uk" ? [] : [make("p", "quiet", t("findings.ukrainian"))];

/** The same above what reviewers are told, which is for who looks after the portal. */
export const reportInUkrainian = ({ language, t }: Speech): HTMLElement[] =>
  language === "uk" ? [] : [make("p", "quiet", t("review.ukrainian"))];
