import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hasErrors } from "../src/model/reports/finding.ts";
import { judgeHarvest } from "../src/published/harvest/judge.ts";
import { type HarvestedDataset, readHarvest } from "../src/published/harvest/read.ts";
import { replayHarvest } from "../src/published/harvest/replay.ts";
import { renderHarvestReport } from "../src/published/reports/harvest-report.ts";
import { readPortal } from "../src/read/portal.ts";
import { parseRdf } from "../src/read/rdf.ts";
import { firstPublication } from "../src/remote/first-publication.ts";
import { openGitHub } from "../src/remote/github/client.ts";
import { readPublications } from "../src/remote/github/publications.ts";
import { openReach } from "../src/remote/reach.ts";
import { reasonOf } from "../src/remote/retry.ts";
import { tombstonesSchema } from "../src/schemas/reports/build-note.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

/** A harvester waits no longer. */
const patience = 60_000;

/**
 * What the repository that this runs in remembers of its publications: asked of GitHub in its own runs alone, where what is
 * published is this repository's. Elsewhere nobody knows what stood at the address.
 */
function publicationsOf(ask: typeof fetch) {
  const {
    GITHUB_ACTIONS,
    GITHUB_REPOSITORY: repository,
    GITHUB_WORKFLOW_REF = "",
    GITHUB_TOKEN: token,
    GITHUB_API_URL: api,
  } = process.env;
  const workflow = /\.github\/workflows\/([^/@]+)@/.exec(GITHUB_WORKFLOW_REF)?.[1];
  if (GITHUB_ACTIONS !== "true" || repository === undefined || workflow === undefined)
    return undefined;
  const read = (key?: string) =>
    readPublications(
      openGitHub({
        repository,
        fetch: ask,
        ...(key ? { token: key } : {}),
        ...(api ? { api } : {}),
      }),
      workflow,
    );
  // Of an open repository GitHub shows this to anybody, even where the run's own key may only read files.
  return async () => {
    const told = await read(token);
    return told.state === "unknown" && token ? read() : told;
  };
}

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
      withdrawn: {
        type: "string",
        value: "СКІЛЬКИ",
        about:
          "підтвердити, що стільки наборів вилучають свідомо, якщо це третина каталогу або більше",
      },
      first: { type: "boolean", about: "каталог публікують уперше: попереднього немає" },
    },
    environment: {
      GITHUB_TOKEN: "ключ роботи GitHub: з --live — дізнатися, чи сайт уже публікували",
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

    const site = readPortal(".")?.site ?? "";
    const from = values.live ? `${site}/catalog.ttl` : values.previous;

    /** What stands on the site: nothing where it was never published, and an error with the way round where that is unknown. */
    async function liveDatasets(address: string): Promise<HarvestedDataset[]> {
      try {
        return await datasetsOf(address);
      } catch (error) {
        const { isFirst, says } = await firstPublication(ask, site, publicationsOf(ask));
        if (!isFirst) throw new Error(`${reasonOf(error)}. ${says}`);
        process.stdout.write(`${says}\n`);
        return [];
      }
    }
    const confirmed = Number(values.withdrawn || 0);
    if (!Number.isInteger(confirmed) || confirmed < 0)
      throw new WrongCall("У --withdrawn вкажіть кількість наборів, яких стосується вилучення.");
    if ((from === undefined) !== values.first)
      throw new WrongCall(
        "Вкажіть одне з трьох: --previous з попереднім каталогом, --live чи --first.",
      );
    try {
      const previous =
        from === undefined ? [] : await (values.live ? liveDatasets(from) : datasetsOf(from));
      const next = await datasetsOf(values.next);
      const beside = values.next.slice(0, values.next.lastIndexOf("/") + 1);
      const changes = await load(`${beside}changes.json`);
      const { tombstones } = tombstonesSchema.parse(JSON.parse(changes));
      /** A file of the new site, at the address the portal gives it. */
      const answers = (address: string): boolean =>
        address.startsWith(`${site}/`) &&
        existsSync(
          join(beside, decodeURIComponent(address.slice(site.length).replace(/[?#].*/, ""))),
        );
      const findings = judgeHarvest(previous, next, tombstones, values.next, confirmed, answers);
      const counts = { previous: previous.length, next: next.length };
      process.stdout.write(renderHarvestReport(counts, replayHarvest(previous, next), findings));
      if (hasErrors(findings)) process.exitCode = 1;
    } catch (error) {
      process.stderr.write(
        `Каталог не прочитано: ${reasonOf(error).replace(/\.$/, "")}. Публікувати не можна, доки його не порівняно.\n`,
      );
      process.exitCode = 2;
    }
  },
);
