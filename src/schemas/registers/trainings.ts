import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Навчання і консультації для відповідальних: посада і розпорядник, без імен. */
export const trainings = {
  words: { uk: "Навчання і консультації", en: "Trainings" },
  schema: z.strictObject({
    title: text.meta(said("Курс або тема консультації", "Course or subject of the consultation")),
    date: date.meta(said("Дата", "Date")),
    kind: z
      .enum(["training", "consultation"])
      .meta(said("Вид: навчання чи консультація", "Kind: a training or a consultation")),
    publisher,
    role: text.meta(
      said("Посада або роль: того, хто навчався", "Post or role: of the person trained"),
    ),
    certificate: z
      .boolean()
      .default(false)
      .meta(said("Сертифікат: чи видано", "Certificate: whether it was issued")),
    materials: z
      .array(z.string())
      .default([])
      .meta(
        said(
          "Методичні матеріали: назви файлів з materials",
          "Guidance: names of files in materials",
        ),
      ),
    path,
    note,
  }),
} as const satisfies Register;
