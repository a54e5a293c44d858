import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { recipeOf } from "../src/published/addresses/index.ts";
import { renderCodeOwners } from "../src/published/hosting/github-files.ts";
import { renderApache } from "../src/published/hosting/headers/apache.ts";
import { renderHeaders } from "../src/published/hosting/headers/headers-file.ts";
import { renderNginx } from "../src/published/hosting/headers/nginx.ts";
import {
  renderObjectStorage,
  renderStorageCors,
} from "../src/published/hosting/headers/object-storage.ts";
import type { Recipe } from "../src/published/hosting/headers/recipe.ts";
import { readPortal } from "../src/read/portal.ts";
import { readCertificate } from "../src/remote/doctor/certificate.ts";
import { gitHubChecks, noGitHub } from "../src/remote/doctor/github.ts";
import { standsOnPages } from "../src/remote/doctor/headers.ts";
import { portalChecks } from "../src/remote/doctor/portal.ts";
import { renderCheckup, renderCheckupJson } from "../src/remote/doctor/report.ts";
import { siteChecks } from "../src/remote/doctor/site.ts";
import { openGitHub, repositoryOf } from "../src/remote/github/client.ts";
import { openReach } from "../src/remote/reach.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

/** The rules of headers in the form each host reads. */
const recipes: Readonly<Record<string, (recipe: Recipe, host: string) => string>> = {
  headers: ({ rules, root }) => renderHeaders(rules, root),
  nginx: renderNginx,
  apache: renderApache,
  storage: (recipe) => renderObjectStorage(recipe, "НАЗВА-СХОВИЩА"),
  "storage-cors": renderStorageCors,
};

await command(
  {
    about: "Дивиться на портал і каже, чого йому бракує, щоб працювати добре, і що зробити.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      site: {
        type: "string",
        value: "АДРЕСА",
        about: "дивитися на цю адресу, а не на site з data/portal.yaml: до зміни DNS",
      },
      format: {
        type: "string",
        value: "ВИГЛЯД",
        default: "text",
        choices: ["text", "json"],
        about: "вигляд звіту",
      },
      recipe: {
        type: "string",
        value: "ХОСТИНГ",
        choices: Object.keys(recipes),
        about: "лише надрукувати налаштування сервера саме для цього порталу",
      },
      api: {
        type: "string",
        value: "АДРЕСА",
        default: process.env.GITHUB_API_URL ?? "https://api.github.com",
        about: "адреса GitHub API",
      },
      ...loopbackOption,
    },
    environment: {
      GITHUB_TOKEN: "ключ GitHub, що читає налаштування; без нього видно не все",
      PORTAL_DATE: "день, за який судити про свіжість",
    },
    code1: "чогось потрібного бракує",
  },
  async ({ values }) => {
    const root = resolve(values.root);
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const portal = readPortal(root);
    if (!portal)
      throw new WrongCall(`У теці ${root} немає data/portal.yaml: це не портал. Вкажіть --root.`);
    const { repository, catalogue } = loadPortal(root, today);
    const recipe = recipeOf({ portal, datasets: catalogue?.datasets ?? [] });
    if (values.recipe !== undefined) {
      const { hostname } = new URL(portal.site);
      process.stdout.write(recipes[values.recipe]?.(recipe, hostname) ?? "");
      return;
    }
    const site = (values.site ?? portal.site).replace(/\/+$/, "");
    if (!URL.canParse(site)) throw new WrongCall(`Адреса «${site}» — не адреса: --site https://….`);
    const reach = { allowLoopback: values["allow-loopback"] };
    const ask = openReach(reach);
    const owners = join(root, ".github/CODEOWNERS");
    const { rules } = recipe;
    const ofSite = await siteChecks({
      ask,
      site,
      rules,
      today,
      certificateOf: readCertificate(reach),
    });
    const name = repositoryOf(portal.repository);
    const token = process.env.GITHUB_TOKEN;
    const checks = [
      ...portalChecks({
        portal,
        history: repository.history.state,
        ownersFresh:
          catalogue &&
          existsSync(owners) &&
          readFileSync(owners, "utf8") === renderCodeOwners(catalogue),
      }),
      ...ofSite,
      ...(name === undefined
        ? [noGitHub()]
        : await gitHubChecks(
            openGitHub({
              repository: name,
              api: values.api,
              fetch: ask,
              ...(token ? { token } : {}),
            }),
            {
              site,
              now: Date.parse(today),
              onPages: await standsOnPages(ask, site),
              hasKey: Boolean(token),
            },
          )),
    ];
    process.stdout.write(
      values.format === "json" ? renderCheckupJson(site, checks) : renderCheckup(site, checks),
    );
    if (checks.some(({ result }) => result === "must")) process.exitCode = 1;
  },
);
