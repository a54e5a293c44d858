import { z } from "zod";
import { date, text } from "../text.ts";
import { note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Навчання і консультації для відповідальних: посада і розпорядник, без імен. */
export const trainings = {
  words: { uk: "Навчання і консультації", en: "Trainings" },
  schema: z.strictObject({
    title: text.meta({ description: "Курс або тема консультації" }),
    date,
    kind: z.enum(["training", "consultation"]),
    publisher,
    role: text.meta({ description: "Посада або роль того, хто навчався" }),
    certificate: z.boolean().default(false),
    materials: z.array(z.string()).default([]).meta({ description: "Методичні матеріали" }),
    path,
    note,
  }),
} as const satisfies Register;
