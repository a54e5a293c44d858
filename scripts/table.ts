import { closeSync, openSync, writeSync } from "node:fs";
import { basename, resolve } from "node:path";
import { speak } from "../src/i18n/translate.ts";
import { type InspectionOptions, inspectFile } from "../src/inspect/inspection.ts";
import { renderInspectionJson, renderInspectionText } from "../src/inspect/render.ts";
import { leftAfter, titlesOfClean } from "../src/inspect/reread.ts";
import { personalWarning } from "../src/inspect/words.ts";
import { hasErrors } from "../src/model/reports/finding.ts";
import type { Inspection } from "../src/model/reports/inspection.ts";
import { checkAbsent } from "../src/read/disk/replaceable.ts";
import { readPortal } from "../src/read/portal.ts";
import { territoryOf } from "../src/table/column/role/territory.ts";
import { structures } from "../src/vocabularies/structures.ts";
import { command, WrongCall } from "./command.ts";
import { openSource } from "./file-source.ts";

await command(
  {
    about:
      "Каже, що це за файл, що в ньому не так, і дає чисту таблицю. Вихідний файл не змінюється.",
    positionals: "ФАЙЛ",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      structure: {
        type: "string",
        value: "СТРУКТУРА",
        about: "рекомендована структура, якій таблиця має відповідати",
      },
      sheet: { type: "string", value: "АРКУШ", about: "аркуш книги" },
      out: { type: "string", value: "ФАЙЛ", about: "куди записати чисту таблицю" },
      format: {
        type: "string",
        value: "ВИГЛЯД",
        default: "text",
        choices: ["text", "json"],
        about: "вигляд звіту",
      },
    },
    code1: "у таблиці є помилки",
  },
  async ({ values, positionals }) => {
    const [path = ""] = positionals;
    const { out, structure, sheet, format } = values;
    const portal = readPortal(resolve(values.root));
    const site = portal?.site ?? "";
    const options: InspectionOptions = {
      ...(structure === undefined ? {} : { structure }),
      ...(sheet === undefined ? {} : { sheet }),
      territory: territoryOf(portal, []),
    };

    /** What a file is; `use` is called while it is open. */
    async function inspect<T>(
      file: string,
      use: (inspection: Inspection) => Promise<T>,
      titles?: ReadonlyMap<string, string>,
    ): Promise<T> {
      const source = openSource(file);
      try {
        return await use(
          await inspectFile(basename(file), source, { ...options, ...(titles ? { titles } : {}) }),
        );
      } finally {
        source.close();
      }
    }

    if (structure !== undefined && !structures.has(structure))
      throw new WrongCall(
        `Немає структури ${structure}. Перелік — на сторінці ${site}/structures/`,
      );
    if (out !== undefined && resolve(out) === resolve(path))
      throw new WrongCall("Чисту таблицю запишіть в інший файл: вихідний лишається як був.");
    if (out !== undefined) checkAbsent(out);
    await inspect(path, async (inspection) => {
      const file = out === undefined || !inspection.clean ? undefined : openSync(out, "wx");
      const repairs =
        (await inspection.clean?.((text) => {
          if (file !== undefined) writeSync(file, text);
        })) ?? [];
      if (file !== undefined) closeSync(file);
      const left =
        file === undefined || out === undefined
          ? undefined
          : await leftAfter(inspection, repairs, () =>
              inspect(out, async (reread) => reread, titlesOfClean(inspection)),
            );
      if (hasErrors(inspection.findings)) process.exitCode = 1;
      if (format === "json") {
        process.stdout.write(renderInspectionJson(inspection, repairs));
        return;
      }
      const helpOf = (rule: string) => `${site}/help/${rule}/`;
      process.stdout.write(renderInspectionText(inspection, repairs, helpOf, left));
      if (out === undefined) return;
      process.stdout.write(
        left
          ? `\nЧисту таблицю записано: ${out}\n${personalWarning(left, speak("uk")) ?? ""}`
          : "\nЧистої таблиці не записано: файл не прочитано до кінця або його літери вгадано.\n",
      );
    });
  },
);
