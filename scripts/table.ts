import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { type InspectionOptions, inspectFile, titlesOfClean } from "../src/inspection.ts";
import { hasErrors } from "../src/model/finding.ts";
import type { Inspection } from "../src/model/inspection.ts";
import {
  personalWarning,
  renderInspectionJson,
  renderInspectionText,
} from "../src/outputs/inspection.ts";
import { territoryOf } from "../src/read/repository.ts";
import { portalSchema } from "../src/schemas/portal.ts";
import { structures } from "../src/vocabularies/structures.ts";
import { openSource } from "./file-source.ts";

const usage =
  "Як користуватися: npm run table -- ФАЙЛ [--structure 27-stops] [--sheet АРКУШ] [--out clean.csv] [--format text|json]\n";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    root: { type: "string", default: "." },
    structure: { type: "string" },
    sheet: { type: "string" },
    out: { type: "string" },
    format: { type: "string", default: "text" },
  },
});
const [path, more] = positionals;
const { out, structure, sheet, format } = values;
const portalFile = join(resolve(values.root), "data/portal.yaml");
const portal = existsSync(portalFile)
  ? portalSchema.safeParse(parse(readFileSync(portalFile, "utf8"))).data
  : undefined;
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

const wrong =
  path === undefined || more !== undefined || !["text", "json"].includes(format)
    ? usage
    : !existsSync(path)
      ? `Немає файлу ${path}.\n`
      : structure !== undefined && !structures.has(structure)
        ? `Немає структури ${structure}. Перелік — на сторінці ${site}/structures/\n`
        : out !== undefined && resolve(out) === resolve(path)
          ? "Чисту таблицю запишіть в інший файл: вихідний лишається як був.\n"
          : undefined;
if (wrong !== undefined || path === undefined) {
  process.stderr.write(wrong ?? usage);
  process.exitCode = 2;
} else {
  await inspect(path, async (inspection) => {
    const file = out === undefined || !inspection.clean ? undefined : openSync(out, "w");
    const repairs =
      (await inspection.clean?.((text) => {
        if (file !== undefined) writeSync(file, text);
      })) ?? [];
    if (file !== undefined) closeSync(file);
    const left =
      file === undefined || out === undefined
        ? undefined
        : await inspect(out, async ({ findings }) => findings, titlesOfClean(inspection));
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
        ? `\nЧисту таблицю записано: ${out}\n${personalWarning(left) ?? ""}`
        : "\nЧистої таблиці не записано: файл не прочитано до кінця або його літери вгадано.\n",
    );
  });
}
