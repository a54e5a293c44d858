import { resolve } from "node:path";
import { hasErrors } from "../src/model/reports/finding.ts";
import { datasetSiteOf } from "../src/published/addresses/address.ts";
import { toCkanPackage } from "../src/published/dataset/ckan.ts";
import { canCache, codeHash } from "../src/read/disk/disk-cache.ts";
import { engine } from "../src/read/disk/engine.ts";
import { noPacks, openPacks } from "../src/read/disk/packs.ts";
import { CkanError, openCkan, searchPackages } from "../src/remote/ckan/client.ts";
import { carryOut } from "../src/remote/ckan/push/carry-out.ts";
import { ownFiles } from "../src/remote/ckan/push/own-files.ts";
import { planPush } from "../src/remote/ckan/push.ts";
import { renderPushPlan, renderPushResult } from "../src/remote/ckan/push-report.ts";
import { readPublishedStamps } from "../src/remote/published-stamps.ts";
import { openReach } from "../src/remote/reach.ts";
import { asPublished, openSite, type Publication } from "../src/site/open-site.ts";
import { loadPortal, portalDate, publicationMoment } from "../src/site/portal.ts";
import { withWeighedCopies } from "../src/site/write-files.ts";
import { isOfType } from "../src/table/column/cell.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

await command(
  {
    about: "Надсилає набори на портал CKAN через API; чужого не чіпає.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      url: { type: "string", value: "АДРЕСА", about: "портал CKAN" },
      organization: {
        type: "string",
        value: "НАЗВА",
        about: "організація на тому порталі; без неї — з data/portal.yaml",
      },
      ...loopbackOption,
      since: {
        type: "string",
        value: "РРРР-ММ-ДД",
        about:
          "набори, опубліковані на сайті порталу до цього дня, не чіпати, якщо на CKAN їх записано пізніше й файли ті самі; решту порівняти",
      },
      upload: {
        type: "boolean",
        about: "надіслати самі файли, а не посилання на них; незмінені вдруге не йдуть",
      },
      "dry-run": { type: "boolean", about: "лише показати план" },
      delete: { type: "boolean", about: "вилучені набори стерти, а не позначити" },
    },
    environment: { CKAN_API_KEY: "ключ користувача" },
    code1: "портал має помилки, або не все надіслано",
  },
  async ({ values }) => {
    const key = process.env.CKAN_API_KEY;
    const root = resolve(values.root);
    const { catalogue, repository, findings } = loadPortal(
      root,
      portalDate({ PORTAL_DATE: process.env.PORTAL_DATE }),
    );
    const { url } = values;
    if (url === undefined)
      throw new WrongCall("Вкажіть портал: npm run push-ckan -- --url https://data.gov.ua.");
    if (key === undefined && !values["dry-run"])
      throw new WrongCall("Немає ключа: задайте змінну CKAN_API_KEY або додайте --dry-run.");
    if (values.since !== undefined && !isOfType.date(values.since))
      throw new WrongCall("У --since вкажіть день у вигляді рррр-мм-дд.");
    if (!catalogue || hasErrors(findings)) {
      process.stderr.write("Портал має помилки: спершу виправте їх (npm run validate).\n");
      process.exitCode = 1;
    } else {
      const { portal, publisher } = catalogue;
      const owner = values.organization ?? portal.ckan?.organization ?? publisher.id;
      try {
        const ask = openReach({ allowLoopback: values["allow-loopback"] });
        const client = openCkan({ url, fetch: ask, ...(key === undefined ? {} : { key }) });
        const search = {
          fq: `organization:${owner}`,
          ...(key === undefined ? {} : { include_private: "true" }),
        };
        const since =
          values.since === undefined
            ? undefined
            : await publishedSince(values.since, ask, portal.site);
        // Sizes and sums of copies are sent too: they are made, or found where a build has made them.
        const site = asPublished(
          await withWeighedCopies(openSite(root, { catalogue, repository }), {
            packs: canCache(engine) ? openPacks(engine, "made") : noPacks,
            code: codeHash(engine),
          }),
          since?.published,
        );
        const pushed = site.catalogue.datasets.map((dataset) => {
          const ours = toCkanPackage(dataset, site.catalogue);
          return {
            ours,
            withdrawn: dataset.passport.status === "withdrawn",
            formerIds: [dataset.identifier, ...dataset.aliases],
            ...(values.upload ? { files: ownFiles(ours, datasetSiteOf(site, dataset)) } : {}),
          };
        });
        const plan = planPush(pushed, await searchPackages(client, search), {
          delete: values.delete,
          ...(since === undefined ? {} : { since: since.day }),
        });
        process.stdout.write(renderPushPlan(plan));
        if (!values["dry-run"]) {
          const result = await carryOut(plan.steps, client, owner, ({ step, problem }) =>
            process.stdout.write(
              `${problem ? "✗" : "✓"} ${step.name}${problem ? `: ${problem}` : ""}\n`,
            ),
          );
          process.stdout.write(renderPushResult(result));
          if (result.failed > 0) process.exitCode = 1;
        }
      } catch (error) {
        if (!(error instanceof CkanError)) throw error;
        process.stderr.write(`Нічого не надіслано: ${error.message}.\n`);
        process.exitCode = 1;
      }
    }
  },
);

/**
 * A day, and what the published site says of when each set came out: a change may lie on a branch for days before it does.
 * Nothing, with a sentence why, where the site cannot be asked: then every set is compared.
 */
async function publishedSince(
  day: string,
  ask: typeof fetch,
  address: string,
): Promise<{ day: string; published: Publication } | undefined> {
  const { stamps, says } = await readPublishedStamps(ask, address);
  if (stamps !== undefined) {
    const moment = publicationMoment({ PORTAL_DATE: process.env.PORTAL_DATE });
    return { day, published: { previous: stamps, moment } };
  }
  process.stderr.write(`${says} Тому --since не діє: порівнюю всі набори.\n`);
  return undefined;
}
