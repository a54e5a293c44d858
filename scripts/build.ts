import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { hasErrors } from "../src/model/reports/finding.ts";
import { renderFindingsText } from "../src/published/blocks/findings.ts";
import { hostWarning } from "../src/published/hosting/host-limits.ts";
import { measureSite } from "../src/published/hosting/site-size.ts";
import { forgetKept } from "../src/read/disk/disk-cache.ts";
import { engine } from "../src/read/disk/engine.ts";
import { clearLeftovers } from "../src/read/disk/leftovers.ts";
import { checkReplaceable } from "../src/read/disk/replaceable.ts";
import { readPortal } from "../src/read/portal.ts";
import { readPublishedStamps } from "../src/remote/published-stamps.ts";
import { openReach } from "../src/remote/reach.ts";
import { type Stamps, stampsSchema } from "../src/schemas/reports/stamps.ts";
import { buildAhead, compileAhead } from "../src/site/ahead.ts";
import { buildSite } from "../src/site/build.ts";
import type { Publication } from "../src/site/open-site.ts";
import { keepPages, type PagesHelper } from "../src/site/pages/compile-pages.ts";
import { loadPortal, portalDate, publicationMoment } from "../src/site/portal.ts";
import { buildShard, countFromFirst, parseShard } from "../src/site/shard.ts";
import { command, loopbackOption, noCacheOption, WrongCall } from "./command.ts";
import { door } from "./door.ts";

await command(
  {
    about: "Перевіряє портал і збирає його сайт; попередній сайт замінюється лише наприкінці.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      "no-cache": noCacheOption,
      out: { type: "string", value: "ТЕКА", default: "dist", about: "куди зібрати сайт" },
      shard: {
        type: "string",
        value: "i/n",
        about:
          "лише прочитати й скласти наперед файли i-ї з n частин наборів: збирання без цього параметра візьме їх готовими",
      },
      pages: {
        type: "boolean",
        about:
          "лише скомпілювати наперед сторінки: збирання без цього параметра візьме їх готовими",
      },
      previous: {
        type: "string",
        value: "ФАЙЛ",
        about:
          "stamps.json того, що опубліковано: набори, про які сказано інше, дістануть час цієї публікації",
      },
      live: { type: "boolean", about: "те саме, прочитане із сайту порталу" },
      ...loopbackOption,
      "without-history": {
        type: "boolean",
        about: "зібрати теку, що не є репозиторієм git: сайт скаже, що дат змін не знає",
      },
    },
    environment: { PORTAL_DATE: "день, за який збирають, рррр-мм-дд" },
    code1: "у порталі є помилки, сайт не змінено",
  },
  async ({ values }) => {
    if (values["no-cache"]) forgetKept();
    const root = resolve(values.root);
    const out = resolve(values.out);
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const project = engine;
    if (values.pages) {
      const site = readPortal(root)?.site;
      if (site !== undefined) await keepPages(project, root, site);
      return;
    }
    const published = await publicationOf(root, values);
    if (values.shard !== undefined) {
      await buildShard(project, root, { today, shard: parseShard(values.shard), ...published });
      return;
    }
    checkReplaceable(out, { root, project });
    // Before the portal is judged: a site that a killed build left aside comes back even if this one fails.
    clearLeftovers(out, project);
    process.stderr.write("Перевіряю набори…\n");
    const pages = compileAhead({ project, root, door });
    const ahead = buildAhead({ project, root, door });
    try {
      if (ahead.isHelped) countFromFirst(root, today);
      await build({ root, out, today, isBare: values["without-history"], pages, ...published });
      ahead.remember();
    } finally {
      await Promise.all([pages?.end(), ahead.end()]);
    }
  },
);

/** What stands at the site's address, where the site is built to take its place; says what could not be read of it. */
async function publicationOf(
  root: string,
  from: { previous: string | undefined; live: boolean; "allow-loopback": boolean },
): Promise<{ published?: Publication }> {
  const { previous: file, live, "allow-loopback": allowLoopback } = from;
  if (file !== undefined && live) throw new WrongCall("Вкажіть одне: --previous або --live.");
  const moment = publicationMoment({ PORTAL_DATE: process.env.PORTAL_DATE });
  if (file !== undefined) {
    return { published: { previous: stampsIn(file), moment } };
  }
  const site = live ? readPortal(root)?.site : undefined;
  if (site === undefined) return {};
  const { stamps, says } = await readPublishedStamps(openReach({ allowLoopback }), site);
  if (says !== undefined) process.stderr.write(`${says} Дні змін буде взято лише з історії git.\n`);
  return stamps === undefined ? {} : { published: { previous: stamps, moment } };
}

function stampsIn(file: string): Stamps {
  const text = readFileSync(file, "utf8");
  try {
    return stampsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new WrongCall(`Файл ${file} — не stamps.json порталу.`, { cause });
  }
}

/** What `npm run build` does once it is known what with. */
async function build({
  root,
  out,
  today,
  isBare,
  pages,
  published,
}: {
  root: string;
  out: string;
  today: string;
  isBare: boolean;
  pages: PagesHelper | undefined;
  published?: Publication;
}): Promise<void> {
  const { catalogue, findings, repository } = loadPortal(root, today);
  if (repository.history.state === "absent" && !isBare)
    throw new WrongCall(
      `Тека ${root} не є репозиторієм git або в ній ще немає жодного коміту, тож портал не знає, коли змінено набори. Збережіть її комітом або додайте --without-history: сайт тоді скаже, що дат не знає.`,
    );
  if (!catalogue) {
    const help = `${repository.portal?.value.site ?? ""}/help`;
    const errors = findings.filter((finding) => hasErrors([finding]));
    process.stderr.write(`${renderFindingsText(errors, (rule) => `${help}/${rule}/`)}\n`);
    process.stderr.write(
      `Портал не зібрано: помилок — ${errors.length}. Попередній сайт лишився без змін.\n`,
    );
    process.exitCode = 1;
  } else {
    const warning = hostWarning(measureSite(catalogue, repository), catalogue.portal.site);
    if (warning !== undefined) process.stderr.write(`${warning}\n`);
    process.stderr.write(`Збираю сайт: наборів — ${catalogue.counts.datasets}…\n`);
    await buildSite({
      root,
      out,
      catalogue,
      repository,
      helper: pages,
      ...(published ? { published } : {}),
    });
    process.stderr.write(`Готово: сайт у теці ${out}.\n`);
  }
}
