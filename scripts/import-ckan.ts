import { resolve } from "node:path";
import { portalDate } from "../src/site/portal.ts";
import { importInto } from "./ckan-importing.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

await command(
  {
    about:
      "Переносить портал CKAN: паспорти, розпорядників, очищені таблиці, звіт про прогалини. Те, що вже є, не змінюється.",
    options: {
      url: { type: "string", value: "АДРЕСА", about: "портал CKAN" },
      out: {
        type: "string",
        value: "ТЕКА",
        about: "тека порталу: туди лягають data/publishers, data/datasets і звіт",
      },
      ...loopbackOption,
      "no-files": { type: "boolean", about: "файлів не завантажувати, лишити посилання" },
    },
    environment: { PORTAL_DATE: "день, яким названо звіт" },
    code1: "портал не прочитано до кінця",
  },
  async ({ values }) => {
    const { url, out } = values;
    if (url === undefined || out === undefined)
      throw new WrongCall(
        "Вкажіть портал і теку: npm run import-ckan -- --url https://data.example.gov.ua --out ТЕКА.",
      );
    const isWhole = await importInto(resolve(out), {
      url,
      day: portalDate({ PORTAL_DATE: process.env.PORTAL_DATE }),
      files: !values["no-files"],
      allowLoopback: values["allow-loopback"],
    });
    if (isWhole) process.stdout.write(`Далі: npm run validate -- --root ${out}\n`);
    else process.exitCode = 1;
  },
);
