import { z } from "zod";
import { said } from "../../said.ts";
import { text, webAddress } from "../../text.ts";

export const path = webAddress
  .optional()
  .meta(said("Адреса документа чи сторінки", "Web address of the document or page"));
export const note = text.optional().meta(said("Примітка", "Note"));
export const publisher = z
  .string()
  .meta(
    said(
      "Розпорядник: назва файлу з data/publishers",
      "Publisher: name of a file in data/publishers",
    ),
  );
export const datasets = z.array(z.string()).default([]).meta(said("Набори даних", "Datasets"));
export const year = z.int().min(2000).max(2100);
export const money = z.number().min(0).meta(said("Гривні", "Hryvnias"));
