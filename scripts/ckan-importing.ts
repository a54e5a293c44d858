import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { csvLine } from "../src/model/csv.ts";
import { readPortal } from "../src/read/portal.ts";
import { readRepository } from "../src/read/repository.ts";
import { readTree } from "../src/read/tree.ts";
import { CkanError, openCkan } from "../src/remote/ckan/client.ts";
import { type ImportResult, importCkan } from "../src/remote/ckan/import.ts";
import { openReach } from "../src/remote/reach.ts";
import { territoryOf } from "../src/table/column/role/territory.ts";

/** A larger file stays where it is: it would not fit into the repository. */
const largest = 50_000_000;
const patience = 120_000;

type Ask = ReturnType<typeof openReach>;

/** Bytes of a file on another server, or why there are none. */
async function download(ask: Ask, url: string): Promise<Uint8Array | { problem: string }> {
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

/** The report of one run, under a name of its own: what people noted in an earlier one is not written over. */
function writeReport(root: string, day: string, { gaps }: ImportResult): string {
  const text = [
    ["dataset", "field", "value", "note"],
    ...gaps.map(({ dataset, field, value, note }) => [dataset, field, value, note]),
  ]
    .map(csvLine)
    .join("");
  for (let run = 1; ; run++) {
    const report = join(root, `import-report-${day}${run === 1 ? "" : `-${run}`}.csv`);
    try {
      writeFileSync(report, text, { flag: "wx" });
      return report;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** What of the imported sets nobody said, each with its number; «» where all is known. */
function unknownOf({ unknown }: ImportResult): string {
  const told = (
    [
      ["ліцензії", unknown.licenses],
      ["мови", unknown.language],
      ["періодичності", unknown.frequency],
    ] as const
  ).filter(([, count]) => count > 0);
  return told.length === 0
    ? ""
    : `Не вказано, і нічого не вигадано: ${told.map(([what, count]) => `${what} — наборів ${count}`).join(", ")}.\n`;
}

/**
 * A CKAN portal → files of a portal's folder, with a report of what was not known. Says what was done; false where the
 * portal was not read to its end: what came before stays, and another run goes on.
 */
export async function importInto(
  root: string,
  {
    url,
    day,
    files,
    allowLoopback,
  }: { url: string; day: string; files: boolean; allowLoopback: boolean },
): Promise<boolean> {
  const ask = openReach({ allowLoopback, most: largest + 1 });
  const portal = readPortal(root) ?? readPortal(".");
  const { datasets, publishers } = readRepository(readTree(root));
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
        day,
        files,
        mailDomains: portal?.mailDomains ?? [],
        places: new Set(portal?.places.map(({ code }) => code)),
        territory: territoryOf(portal, []),
      },
      {
        download: (address) => download(ask, address),
        write(path, content) {
          const target = join(root, path);
          mkdirSync(dirname(target), { recursive: true });
          // Written beside and renamed: a file that is there is whole.
          writeFileSync(`${target}.tmp`, content);
          renameSync(`${target}.tmp`, target);
        },
        tell: (line) => process.stdout.write(`✓ ${line}\n`),
      },
    );
    process.stdout.write(
      `Перенесено наборів — ${result.imported.length}, таблиць — ${result.tables}; уже були — ${result.skipped.length}.\n${unknownOf(result)}Зауважень — ${result.gaps.length}: ${writeReport(root, day, result)}\n`,
    );
    return true;
  } catch (error) {
    if (!(error instanceof CkanError)) throw error;
    process.stderr.write(
      `Портал не прочитано: ${error.message}. Те, що встигли перенести, лишилося; запустіть ще раз.\n`,
    );
    return false;
  }
}
