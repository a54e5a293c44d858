import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { renderCodeOwners, renderIssueConfig } from "../src/published/hosting/github-files.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { command } from "./command.ts";

await command(
  {
    about: "Складає CODEOWNERS і посилання форм звернень із data/.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      check: { type: "boolean", about: "лише сказати, чи застаріли" },
    },
    code1: "файли застаріли, або портал має помилки",
  },
  async ({ values }) => {
    const root = resolve(values.root);
    const { catalogue } = loadPortal(root, portalDate({ PORTAL_DATE: process.env.PORTAL_DATE }));
    if (!catalogue) {
      process.stderr.write("Портал має помилки: спершу виправте їх (npm run validate).\n");
      process.exitCode = 1;
    } else {
      const files = {
        ".github/CODEOWNERS": renderCodeOwners(catalogue),
        ".github/ISSUE_TEMPLATE/config.yml": renderIssueConfig(catalogue),
      };
      for (const [file, text] of Object.entries(files)) {
        const path = join(root, file);
        if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
        if (values.check) {
          process.stderr.write(`${file} застарів: виконайте npm run github-files.\n`);
          process.exitCode = 1;
        } else {
          writeFileSync(path, text);
          process.stdout.write(`Записано ${file}.\n`);
        }
      }
    }
  },
);
