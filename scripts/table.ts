import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { inspectFile } from "../src/inspection.ts";
import { hasErrors } from "../src/model/finding.ts";
import { renderInspectionJson, renderInspectionText } from "../src/outputs/inspection.ts";
import { territoryOf } from "../src/read/repository.ts";
import { portalSchema } from "../src/schemas/portal.ts";
import { structures } from "../src/vocabularies/structures.ts";

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
const portalFile = join(resolve(values.root), "data/portal.yaml");
const portal = existsSync(portalFile)
  ? portalSchema.safeParse(parse(readFileSync(portalFile, "utf8"))).data
  : undefined;

const wrong =
  path === undefined || more !== undefined || !["text", "json"].includes(values.format)
    ? usage
    : !existsSync(path)
      ? `Немає файлу ${path}.\n`
      : values.structure !== undefined && !structures.has(values.structure)
        ? `Немає структури ${values.structure}. Перелік — на сторінці ${portal?.site ?? ""}/structures/\n`
        : values.out !== undefined && resolve(values.out) === resolve(path)
          ? "Чисту таблицю запишіть в інший файл: вихідний лишається як був.\n"
          : undefined;
if (wrong !== undefined || path === undefined) {
  process.stderr.write(wrong ?? usage);
  process.exitCode = 2;
} else {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const source = {
      byteLength: size,
      async read(from: number, to: number) {
        const buffer = new Uint8Array(to - from);
        let length = 0;
        while (length < buffer.length) {
          const { bytesRead } = await handle.read(
            buffer,
            length,
            buffer.length - length,
            from + length,
          );
          if (bytesRead === 0) throw new Error(`${path} став коротшим під час читання.`);
          length += bytesRead;
        }
        return buffer;
      },
    };
    const inspection = await inspectFile(basename(path), source, {
      ...(values.structure === undefined ? {} : { structure: values.structure }),
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      territory: territoryOf(portal, []),
    });
    const out =
      values.out === undefined || !inspection.clean ? undefined : createWriteStream(values.out);
    const repairs = (await inspection.clean?.((text) => void out?.write(text))) ?? [];
    if (out) await finished(out.end());
    process.stdout.write(
      values.format === "json"
        ? renderInspectionJson(inspection, repairs)
        : renderInspectionText(
            inspection,
            repairs,
            (rule) => `${portal?.site ?? ""}/help/${rule}/`,
          ),
    );
    if (values.out !== undefined && values.format === "text")
      process.stdout.write(
        out
          ? `\nЧисту таблицю записано: ${values.out}\n`
          : "\nЧистої таблиці не записано: файл не прочитано до кінця.\n",
      );
    if (hasErrors(inspection.findings)) process.exitCode = 1;
  } finally {
    await handle.close();
  }
}
