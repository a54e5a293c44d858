import { z } from "zod";
import { text } from "../text.ts";

/** data/series/<id>.yaml: what the sets of single years or issues are together (dcat:DatasetSeries). */
export const seriesSchema = z.strictObject({
  title: text.meta({ description: "Назва серії, без року" }),
  description: text.meta({ description: "Що спільне в наборів серії й чим вони різняться" }),
  publisher: z.string().meta({ description: "Розпорядник: назва файлу з data/publishers" }),
  frequency: z.string().optional().meta({ description: "Як часто з’являється новий набір" }),
  en: z.strictObject({ title: text.optional(), description: text.optional() }).optional(),
});

export type SeriesDescriptor = z.infer<typeof seriesSchema>;
