import { z } from "zod";
import { text, webAddress } from "../../text.ts";

export const path = webAddress.optional().meta({ description: "Адреса документа чи сторінки" });
export const note = text.optional().meta({ description: "Примітка" });
export const publisher = z
  .string()
  .meta({ description: "Розпорядник: назва файлу з data/publishers" });
export const datasets = z.array(z.string()).default([]).meta({ description: "Набори даних" });
export const year = z.int().min(2000).max(2100);
export const money = z.number().min(0).meta({ description: "Гривні" });
