import { z } from "zod";
import { text } from "../text.ts";
import { money, note, path, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Заходи програми і гроші на них, за роками. */
export const measures = {
  words: { uk: "Заходи програми", en: "Programme measures" },
  schema: z.strictObject({
    title: text.meta({ description: "Захід" }),
    year: year.meta({ description: "Рік: на який захід" }),
    act: z.string().optional().meta({ description: "Затверджено документом: назва файлу з acts" }),
    planned: money.optional().meta({ description: "Заплановано: гривень" }),
    funded: money.optional().meta({ description: "Виділено: гривень" }),
    spent: money.optional().meta({ description: "Витрачено: гривень" }),
    path,
    note,
  }),
} as const satisfies Register;
