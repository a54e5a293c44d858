import { resolve } from "node:path";
import { hasErrors } from "../src/model/reports/finding.ts";
import {
  renderFindingsJson,
  renderFindingsMarkdown,
  renderFindingsText,
} from "../src/published/blocks/findings.ts";
import { hostWarning } from "../src/published/hosting/host-limits.ts";
import { measureSite } from "../src/published/hosting/site-size.ts";
import { forgetKept } from "../src/read/disk/disk-cache.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { annotate } from "./annotate.ts";
import { command, noCacheOption, WrongCall } from "./command.ts";

await command(
  {
    about: "Перевіряє портал або окремі його набори.",
    positionals: "[НАБІР…]",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      "no-cache": noCacheOption,
      shard: {
        type: "string",
        value: "i/n",
        about:
          "лише прочитати наперед таблиці i-ї з n частин наборів: перевірка без цього параметра візьме прочитане готовим",
      },
      format: {
        type: "string",
        value: "ВИГЛЯД",
        default: "text",
        choices: ["text", "json", "markdown"],
        about: "вигляд звіту",
      },
    },
    environment: { PORTAL_DATE: "день, на який перевіряють" },
    code1: "є помилки",
  },
  async ({ values, positionals }) => {
    if (values["no-cache"]) forgetKept();
    const root = resolve(values.root);
    if (values.shard !== undefined) {
      // Only here: with it comes all that makes a site's files.
      const { parseShard, readShard } = await import("../src/site/shard.ts");
      return readShard(root, parseShard(values.shard));
    }
    const {
      findings: all,
      catalogue,
      repository,
    } = loadPortal(root, portalDate({ PORTAL_DATE: process.env.PORTAL_DATE }));
    // A folder may be named as it lies: data/datasets/stops/.
    const ids = positionals.map((given) =>
      given.replace(/^(?:\.\/)?data\/datasets\//, "").replace(/\/+(?:datapackage\.yaml)?$/, ""),
    );
    const unknown = ids.filter((id) => !repository.datasetIds.includes(id));
    if (unknown.length > 0)
      throw new WrongCall(
        `Немає набору: ${unknown.join(", ")}. Набір називають його текою в data/datasets.`,
      );
    {
      const findings =
        positionals.length === 0
          ? all
          : all.filter(({ place }) =>
              ids.some((id) => `${place.file}/`.startsWith(`data/datasets/${id}/`)),
            );
      const helpOf = (rule: string) => `${repository.portal?.value.site ?? ""}/help/${rule}/`;
      const datasets = positionals.length || repository.datasetIds.length;
      const errors = findings.filter(({ severity }) => severity === "error");
      if (values.format === "json")
        process.stdout.write(renderFindingsJson(findings, datasets, helpOf));
      else if (values.format === "markdown")
        process.stdout.write(renderFindingsMarkdown(findings, helpOf));
      else {
        process.stdout.write(renderFindingsText(findings, helpOf));
        process.stdout.write(
          `\nПеревірено наборів: ${datasets}. Помилок: ${errors.length}. Попереджень: ${findings.length - errors.length}.\n`,
        );
        await annotate(findings);
      }
      const warning =
        catalogue && positionals.length === 0
          ? hostWarning(measureSite(catalogue, repository), catalogue.portal.site)
          : undefined;
      if (warning) process.stderr.write(`${warning}\n`);
      if (hasErrors(findings)) process.exitCode = 1;
    }
  },
);
