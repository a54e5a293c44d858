import { z } from "zod";
import { date, webAddress } from "../text.ts";

/** data/checks/links.yaml: what `npm run check-links` saw. Written by the command, not by people. */
export const linksSchema = z.strictObject({
  checked: date.meta({ description: "День останньої перевірки" }),
  links: z.array(
    z.strictObject({
      url: webAddress,
      answer: z.string().meta({ description: "Код відповіді або чому відповіді немає" }),
      failures: z.int().min(0).meta({ description: "Скільки перевірок поспіль невдалі" }),
      since: date.optional().meta({ description: "День першої з цих невдач" }),
    }),
  ),
});

/** data/checks/national-portal.yaml: which sets the national portal has, by `npm run check-links`. */
export const nationalPortalSchema = z.strictObject({
  checked: date,
  url: webAddress,
  found: z
    .array(z.strictObject({ id: z.string(), modified: z.string() }))
    .meta({ description: "Набори цього порталу, які там є, і дата змін там" }),
});

/** data/checks/feedback.yaml: when `npm run feedback` last looked. */
export const feedbackCheckSchema = z.strictObject({ checked: date });

export type LinksCheck = z.infer<typeof linksSchema>;
export type NationalPortalCheck = z.infer<typeof nationalPortalSchema>;
export type FeedbackCheck = z.infer<typeof feedbackCheckSchema>;
