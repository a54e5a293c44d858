import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Обов’язкові набори, яких немає з причини: незастосовні або обмежені, з підставою. */
export const exemptions = {
  words: { uk: "Винятки з обов’язкових наборів", en: "Exempt mandated sets" },
  schema: z.strictObject({
    mandated: z.string().meta(said("Код обов’язкового набору", "Code of the mandated dataset")),
    publisher: publisher
      .optional()
      .meta(
        said(
          "Чий виняток: розпорядник; без нього — для всіх",
          "Whose exemption: a publisher; with none, it is for all",
        ),
      ),
    kind: z
      .enum(["not-applicable", "restricted"])
      .meta(
        said(
          "Вид: набір незастосовний чи доступ до нього обмежено",
          "Kind: the dataset does not apply, or access to it is restricted",
        ),
      ),
    ground: text.meta(said("Підстава", "Grounds")),
    decision: text
      .optional()
      .meta(
        said("Рішення про обмеження: номер і дата", "Decision to restrict access: number and date"),
      ),
    harmTest: text
      .optional()
      .meta(said("Трискладовий тест: висновок", "Three-part test: its conclusion")),
    review: date.optional().meta(said("Коли переглянути", "Review on")),
    path,
    note,
  }),
} as const satisfies Register;
