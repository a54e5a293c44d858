import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { importAudit } from "../src/inspect/audit-import.ts";
import { checkAbsent } from "../src/read/disk/replaceable.ts";
import { idPattern } from "../src/schemas/text.ts";
import { command, WrongCall } from "./command.ts";
import { openSource } from "./file-source.ts";

await command(
  {
    about:
      "Переносить форму інформаційного аудиту (додаток 17) у data/audits без імен працівників.",
    positionals: "ФОРМА.xlsx",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      year: { type: "string", value: "РІК", about: "рік аудиту" },
      publisher: { type: "string", value: "РОЗПОРЯДНИК", about: "його назва в data/publishers" },
    },
    code1: "форму не прочитано",
  },
  async ({ values, positionals }) => {
    const [path = ""] = positionals;
    const { year = "", publisher = "" } = values;
    const root = resolve(values.root);
    if (!/^20\d\d$/.test(year)) throw new WrongCall("Рік аудиту — чотири цифри: --year 2026.");
    if (!idPattern.test(publisher) || !existsSync(join(root, `data/publishers/${publisher}.yaml`)))
      throw new WrongCall(
        `Розпорядника «${publisher}» немає в теці data/publishers: вкажіть --publisher НАЗВА.`,
      );
    {
      const source = openSource(path);
      const result = await importAudit(basename(path), source);
      source.close();
      if ("problem" in result) {
        process.stderr.write(`${result.problem}\n  що зробити: ${result.hint}\n`);
        process.exitCode = 1;
      } else {
        const file = join(root, `data/audits/${year}/${publisher}.csv`);
        checkAbsent(file);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, result.text, { flag: "wx" });
        process.stdout.write(
          `Записано ${file}: рядків — ${result.rows}. Вилучено колонок із працівниками — ${result.dropped.length}.\n`,
        );
      }
    }
  },
);
