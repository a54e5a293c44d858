import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { csvLine } from "../src/model/csv.ts";
import { readPortal } from "../src/read/portal.ts";
import { readRepository } from "../src/read/repository.ts";
import { readTree } from "../src/read/tree.ts";
import { CkanError, openCkan } from "../src/remote/ckan/client.ts";
import { importCkan } from "../src/remote/ckan/import.ts";
import { openReach } from "../src/remote/reach.ts";
import { territoryOf } from "../src/table/column/role/territory.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

/** A larger file stays where it is: it would not fit into the repository. */
const largest = 50_000_000;
const patience = 120_000;

await command(
  {
    about:
      "Переносить портал CKAN: паспорти, розпорядників, очищені таблиці, звіт про прогалини. Те, що вже є, не змінюється.",
    options: {
      url: { type: "string", value: "АДРЕСА", about: "портал CKAN" },
      out: {
        type: "string",
        value: "ТЕКА",
        about: "тека порталу: туди лягають data/publishers і data/datasets",
      },
      ...loopbackOption,
      "no-files": { type: "boolean", about: "файлів не завантажувати, лишити посилання" },
    },
    code1: "портал не прочитано до кінця",
  },
  async ({ values }) => {
    const ask = openReach({ allowLoopback: values["allow-loopback"], most: largest + 1 });
    async function download(url: string): Promise<Uint8Array | { problem: string }> {
      try {
        const response = await ask(url, { signal: AbortSignal.timeout(patience) });
        if (!response.ok) return { problem: `сервер відповів ${response.status}` };
        if (Number(response.headers.get("content-length") ?? 0) > largest)
          return { problem: "понад 50 МБ" };
        const parts: Uint8Array[] = [];
        let size = 0;
        for await (const part of response.body ?? []) {
          size += part.length;
          if (size > largest) return { problem: "понад 50 МБ" };
          parts.push(part);
        }
        return new Uint8Array(Buffer.concat(parts));
      } catch (error) {
        return { problem: error instanceof Error ? error.message : String(error) };
      }
    }

    const { url, out: folder } = values;
    if (url === undefined || folder === undefined)
      throw new WrongCall(
        "Вкажіть портал і теку: npm run import-ckan -- --url https://data.example.gov.ua --out ТЕКА.",
      );
    {
      const out = resolve(folder);
      const portal = readPortal(out) ?? readPortal(".");
      const { datasets, publishers } = readRepository(readTree(out));
      try {
        const result = await importCkan(
          openCkan({ url, fetch: ask }),
          {
            datasets: datasets.map(({ id, value }) => ({
              id,
              known: [id, ...value.aliases, ...(value.identifier ? [value.identifier] : [])],
            })),
            publishers: publishers.map(({ id, value }) => ({
              id,
              title: value.title,
              edrpou: value.edrpou,
            })),
          },
          {
            portal: url,
            files: !values["no-files"],
            mailDomains: portal?.mailDomains ?? [],
            places: new Set(portal?.places.map(({ code }) => code)),
            territory: territoryOf(portal, []),
          },
          {
            download,
            write(path, content) {
              const target = join(out, path);
              mkdirSync(dirname(target), { recursive: true });
              // Written beside and renamed: a file that is there is whole.
              writeFileSync(`${target}.tmp`, content);
              renameSync(`${target}.tmp`, target);
            },
            tell: (line) => process.stdout.write(`✓ ${line}\n`),
          },
        );
        const report = join(out, "import-report.csv");
        writeFileSync(
          report,
          [
            ["dataset", "field", "value", "note"],
            ...result.gaps.map(({ dataset, field, value, note }) => [dataset, field, value, note]),
          ]
            .map(csvLine)
            .join(""),
        );
        process.stdout.write(
          `Перенесено наборів — ${result.imported.length}, таблиць — ${result.tables}; уже були — ${result.skipped.length}.
Зауважень — ${result.gaps.length}: ${report}
Далі: npm run validate -- --root ${folder}\n`,
        );
      } catch (error) {
        if (!(error instanceof CkanError)) throw error;
        process.stderr.write(
          `Портал не прочитано: ${error.message}. Те, що встигли перенести, лишилося; запустіть ще раз.\n`,
        );
        process.exitCode = 1;
      }
    }
  },
);
