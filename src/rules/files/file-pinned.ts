import { quote } from "../../model/reports/finding.ts";
import { pinFault } from "../../schemas/data/pinned.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

const sumHint =
  "Порахуйте її: sha256sum ФАЙЛ (Windows: certutil -hashfile ФАЙЛ SHA256), і впишіть «hash: sha256:» та 64 знаки відповіді.";

/** A sum as an example writes it; no file has it. */
const sum = "0123456789abcdef".repeat(4);
const address = "https://files.example.gov.ua/stops.csv";

/** The example passport with its table elsewhere, and the set without it. */
const passport = (lines: string) => stopsWith("path: stops.csv\n", `path: ${address}\n${lines}`);
const elsewhere = (lines: string) => ({
  ...passport(lines),
  "data/datasets/stops/stops.csv": null,
});

export const filePinned: Rule = {
  id: "file-pinned",
  title: "Файл на іншому сервері названо розміром і SHA-256",
  why: "Файл за чужою адресою може будь-коли стати іншим. Коли в паспорті є його розмір (bytes) і SHA-256 (hash), портал завантажує саме його, перевіряє й описує, як свій.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.resources.flatMap((resource, index) => {
        const fault = pinFault(resource);
        if (fault === undefined) return [];
        const name = quote(resource.name);
        const words = {
          "own-file": [
            `У ресурсу ${name} вписано контрольну суму (hash), а його файл лежить у порталі.`,
            "Вилучіть рядок hash: суму файлу, який лежить тут, портал рахує сам.",
          ],
          algorithm: [
            `Контрольна сума ресурсу ${name} — ${quote(resource.hash)}, а має бути SHA-256.`,
            sumHint,
          ],
          "no-bytes": [
            `У ресурсу ${name} є контрольна сума (hash), але немає розміру файлу.`,
            "Допишіть «bytes:» і розмір файлу в байтах: скільки завантажувати, портал має знати наперед.",
          ],
          "too-large": [
            `Файл ресурсу ${name} більший за 2 ГБ: такого портал не завантажує.`,
            "Поділіть таблицю, наприклад за роками, або вилучіть hash і перевіряйте її там, де вона лежить: npm run sql-checks (.github/large-tables.md).",
          ],
        } as const satisfies Record<typeof fault, readonly [message: string, hint: string]>;
        const [message, hint] = words[fault];
        const key = fault === "too-large" ? "bytes" : "hash";
        return [error(filePinned, { place: placeOf(["resources", index, key]), message, hint })];
      }),
    ),
  examples: [
    {
      when: "є контрольна сума, але немає розміру",
      files: elsewhere(`    hash: sha256:${sum}\n`),
      mended: passport(`    bytes: 2500000\n    hash: sha256:${sum}\n`),
      messages: ["У ресурсу «stops» є контрольна сума (hash), але немає розміру файлу."],
    },
    {
      when: "контрольну суму пораховано інакше",
      files: elsewhere("    bytes: 2500000\n    hash: md5:900150983cd24fb0d6963f7d28e17f72\n"),
      mended: passport(`    bytes: 2500000\n    hash: sha256:${sum}\n`),
      messages: [
        "Контрольна сума ресурсу «stops» — «md5:900150983cd24fb0d6963f7d28e17f72», а має бути SHA-256.",
      ],
    },
    {
      when: "файл лежить у теці набору",
      files: stopsWith("path: stops.csv\n", `path: stops.csv\n    hash: sha256:${sum}\n`),
      messages: ["У ресурсу «stops» вписано контрольну суму (hash), а його файл лежить у порталі."],
    },
    {
      when: "файл завеликий",
      files: elsewhere(`    bytes: 3000000000\n    hash: sha256:${sum}\n`),
      mended: passport("    bytes: 3000000000\n"),
      messages: ["Файл ресурсу «stops» більший за 2 ГБ: такого портал не завантажує."],
    },
  ],
};
