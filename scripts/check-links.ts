import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { outsideAddresses } from "../src/catalogue/measures/quality/links.ts";
import {
  renderLinks,
  renderLinksText,
  renderNationalPortal,
} from "../src/published/reports/checks.ts";
import { checkLinks } from "../src/remote/checks/links.ts";
import { checkNationalPortal } from "../src/remote/checks/national-portal.ts";
import { CkanError, openCkan } from "../src/remote/ckan/client.ts";
import { openReach } from "../src/remote/reach.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { command, loopbackOption } from "./command.ts";

await command(
  {
    about:
      "Перевіряє, чи відкриваються посилання і чи є набори на національному порталі; записує в data/checks.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      ...loopbackOption,
      portal: {
        type: "string",
        value: "АДРЕСА",
        default: "https://data.gov.ua",
        about: "національний портал",
      },
    },
    environment: { PORTAL_DATE: "день перевірки" },
    code1: "портал має помилки, або національний портал не відповів",
  },
  async ({ values }) => {
    const ask = openReach({ allowLoopback: values["allow-loopback"] });
    const root = resolve(values.root);
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const { catalogue } = loadPortal(root, today);
    if (!catalogue) {
      process.stderr.write("Портал має помилки: спершу виправте їх (npm run validate).\n");
      process.exitCode = 1;
    } else {
      const folder = join(root, "data/checks");
      mkdirSync(folder, { recursive: true });
      const links = await checkLinks(outsideAddresses(catalogue), catalogue.checks.links, today, {
        fetch: ask,
      });
      writeFileSync(join(folder, "links.yaml"), renderLinks(links));
      process.stdout.write(renderLinksText(links));
      const organization = catalogue.portal.ckan?.organization;
      if (organization === undefined)
        process.stdout.write(
          "З національним порталом не звірено: у data/portal.yaml немає ckan.organization.\n",
        );
      else
        try {
          const where = { url: values.portal, organization };
          const check = await checkNationalPortal(
            openCkan({ url: where.url, fetch: ask }),
            catalogue,
            where,
          );
          writeFileSync(join(folder, "national-portal.yaml"), renderNationalPortal(check));
          process.stdout.write(`На ${where.url} знайдено наборів: ${check.found.length}.\n`);
        } catch (error) {
          if (!(error instanceof CkanError)) throw error;
          // The links are checked all the same; the last answer of the other portal stays.
          process.stderr.write(`З ${values.portal} не звірено: ${error.message}.\n`);
          process.exitCode = 1;
        }
    }
  },
);
