import { z } from "zod";
import { said } from "../said.ts";
import { text } from "../text.ts";
import { money, note, path, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Заходи програми і гроші на них, за роками. */
export const measures = {
  words: { uk: "Заходи програми", en: "Programme measures" },
  schema: z.strictObject({
    title: text.meta(said("Захід", "Measure")),
    year: year.meta(said("Рік: на який захід", "Year: which the measure is planned for")),
    act: z
      .string()
      .optional()
      .meta(
        said(
          "Затверджено документом: назва файлу з acts",
          "Approved by the document: name of a file in acts",
        ),
      ),
    planned: money.optional().meta(said("Заплановано: гривень", "Planned: in hryvnias")),
    funded: money.optional().meta(said("Виділено: гривень", "Allocated: in hryvnias")),
    spent: money.optional().meta(said("Витрачено: гривень", "Spent: in hryvnias")),
    path,
    note,
  }),
} as const satisfies Register;
