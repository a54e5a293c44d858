import { z } from "zod";
import { homeSchema } from "../federation/home.ts";
import { email, idPattern, organisationCode, text, webAddress } from "../text.ts";

/** What a publisher (розпорядник інформації) is. */
export const publisherKinds = [
  "council",
  "executive",
  "district-council",
  "enterprise",
  "institution",
] as const;

/** A person or a team on GitHub, as CODEOWNERS writes them. */
export const ownerName = z.string().regex(/^@[\w-]+(\/[\w.-]+)?$/);

/** data/publishers/<id>.yaml: one file each, so that two pull requests never touch the same file. */
export const publisherSchema = z.strictObject({
  title: text.meta({ description: "Повна назва розпорядника" }),
  en: z.strictObject({ title: text }).optional(),
  kind: z.enum(publisherKinds).meta({ description: "Вид розпорядника" }),
  edrpou: organisationCode.optional().meta({ description: "Код ЄДРПОУ, 8 цифр у лапках" }),
  email: email.optional().meta({ description: "Службова скринька" }),
  url: webAddress.optional().meta({ description: "Офіційний сайт" }),
  owners: z
    .array(ownerName)
    .default([])
    .meta({ description: "Хто на GitHub відповідає за набори: @organisation/team" }),
  parent: z.string().regex(idPattern).optional().meta({ description: "Кому підпорядкований" }),
  home: homeSchema
    .optional()
    .meta({ description: "Портал іншої громади, розпорядник якої це: пише npm run federate" }),
  note: text.optional(),
});

export type PublisherDescriptor = z.infer<typeof publisherSchema>;
