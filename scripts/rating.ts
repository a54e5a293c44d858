import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { measureRating } from "../src/catalogue/measures/quality/rating.ts";
import {
  differences,
  renderFrozenRating,
  renderRatingCsv,
} from "../src/published/reports/rating.ts";
import { resolveCommit } from "../src/read/git/git.ts";
import { loadPortal, loadPortalAt, portalDate } from "../src/site/portal.ts";
import { command } from "./command.ts";

await command(
  {
    about: "Показує рейтинг розпорядників, фіксує його за рік або перераховує зафіксовані.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      at: {
        type: "string",
        value: "КОМІТ",
        default: "HEAD",
        about: "яким усе було в цьому коміті",
      },
      freeze: { type: "string", value: "РІК", about: "зафіксувати рейтинг за рік" },
      verify: { type: "boolean", about: "перерахувати зафіксовані" },
    },
    environment: { PORTAL_DATE: "день" },
    code1: "зафіксований рейтинг не збігається",
  },
  async ({ values }) => {
    const root = resolve(values.root);
    const fail = (message: string, code: number) => {
      process.stderr.write(`${message}\n`);
      process.exitCode = code;
    };

    /** Every frozen rating counted again from its commit: says which do not come out the same. */
    function verify() {
      const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
      const frozen = loadPortal(root, today).catalogue?.registers.ratings ?? [];
      for (const { title, commit, date, scores } of frozen) {
        const then = loadPortalAt(root, commit, date)?.catalogue;
        const found = then ? differences(scores, measureRating(then)) : [`немає коміту ${commit}`];
        if (found.length === 0) process.stdout.write(`${title}: збігається.\n`);
        else fail(`${title}: ${found.join("; ")}.`, 1);
      }
      if (frozen.length === 0) process.stdout.write("Зафіксованих рейтингів немає.\n");
    }

    function freeze(year: string) {
      const file = join(root, `data/registers/ratings/${year}.yaml`);
      const catalogue = loadPortalAt(root, values.at)?.catalogue;
      const commit = resolveCommit(root, values.at);
      if (!catalogue || commit === undefined)
        return fail(`Немає коміту ${values.at}, або портал у ньому має помилки.`, 2);
      if (!/^20\d\d$/.test(year))
        return fail("Рік — чотири цифри: npm run rating -- --freeze 2026", 2);
      if (existsSync(file)) return fail(`Рейтинг за ${year} рік уже зафіксовано: ${file}`, 2);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, renderFrozenRating(catalogue, { year: Number(year), commit }), {
        flag: "wx",
      });
      process.stdout.write(`Записано ${file}.\n`);
    }

    if (values.verify) verify();
    else if (values.freeze !== undefined) freeze(values.freeze);
    else {
      const catalogue = loadPortalAt(root, values.at)?.catalogue;
      if (catalogue) process.stdout.write(renderRatingCsv(catalogue));
      else fail(`Немає коміту ${values.at}, або портал у ньому має помилки.`, 2);
    }
  },
);
