import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hasErrors } from "../src/model/reports/finding.ts";
import { judgeHarvest } from "../src/published/harvest/judge.ts";
import { type HarvestedDataset, readHarvest } from "../src/published/harvest/read.ts";
import { replayHarvest } from "../src/published/harvest/replay.ts";
import { renderHarvestReport } from "../src/published/reports/harvest-report.ts";
import { readPortal } from "../src/read/portal.ts";
import { parseRdf } from "../src/read/rdf.ts";
import { openReach } from "../src/remote/reach.ts";
import { tombstonesSchema } from "../src/schemas/reports/build-note.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

/** A harvester waits no longer. */
const patience = 60_000;

await command(
  {
    about: "Каже, що харвестери створять, оновлять і вилучать, якщо опублікувати новий каталог.",
    options: {
      previous: {
        type: "string",
        value: "ФАЙЛ_АБО_АДРЕСА",
        about: "каталог, який харвестери вже читали: .jsonld, .ttl або .nt",
      },
      next: {
        type: "string",
        value: "ФАЙЛ",
        default: "dist/catalog.ttl",
        about: "каталог, який буде опубліковано; поряд із ним має лежати changes.json",
      },
      ...loopbackOption,
      live: { type: "boolean", about: "порівняти з каталогом, який уже на сайті порталу" },
      first: { type: "boolean", about: "каталог публікують уперше: попереднього немає" },
    },
    code1: "публікувати не можна",
  },
  async ({ values }) => {
    const isAddress = (source: string): boolean => /^https?:/.test(source);

    const ask = openReach({ allowLoopback: values["allow-loopback"] });
    async function load(source: string): Promise<string> {
      if (!isAddress(source)) return readFileSync(source, "utf8");
      const response = await ask(source, { signal: AbortSignal.timeout(patience) });
      if (!response.ok) throw new Error(`${source} відповів ${response.status}`);
      return response.text();
    }

    /** Datasets of a catalogue, all its pages read. A page named by its address is looked for beside a catalogue on disk. */
    async function datasetsOf(source: string): Promise<HarvestedDataset[]> {
      const datasets: HarvestedDataset[] = [];
      const seen = new Set<string>();
      for (let page: string | undefined = source; page !== undefined && !seen.has(page); ) {
        seen.add(page);
        const { datasets: more, next } = readHarvest(await parseRdf(await load(page)));
        datasets.push(...more);
        page =
          next === undefined || isAddress(source)
            ? next
            : join(dirname(source), "catalog", next.split("/").at(-1) ?? "");
      }
      return datasets;
    }

    /** The catalogue on the site now: its address is in the portal's own file. */
    const live = (): string => `${readPortal(".")?.site ?? ""}/catalog.ttl`;
    const from = values.live ? live() : values.previous;
    if ((from === undefined) !== values.first)
      throw new WrongCall(
        "Вкажіть одне з трьох: --previous з попереднім каталогом, --live чи --first.",
      );
    try {
      const previous = from === undefined ? [] : await datasetsOf(from);
      const next = await datasetsOf(values.next);
      const beside = values.next.slice(0, values.next.lastIndexOf("/") + 1);
      const changes = await load(`${beside}changes.json`);
      const { tombstones } = tombstonesSchema.parse(JSON.parse(changes));
      const findings = judgeHarvest(previous, next, tombstones, values.next);
      const counts = { previous: previous.length, next: next.length };
      process.stdout.write(renderHarvestReport(counts, replayHarvest(previous, next), findings));
      if (hasErrors(findings)) process.exitCode = 1;
    } catch (error) {
      process.stderr.write(
        `Каталог не прочитано: ${error instanceof Error ? error.message : error}. Публікувати не можна, доки його не порівняно.\n`,
      );
      process.exitCode = 2;
    }
  },
);
