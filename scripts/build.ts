import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSite } from "../src/build.ts";
import { hasErrors } from "../src/model/finding.ts";
import { renderFindingsText } from "../src/outputs/findings.ts";
import { loadPortal, portalDate } from "../src/portal.ts";

const { values } = parseArgs({
  options: { root: { type: "string", default: "." }, out: { type: "string", default: "dist" } },
});
const root = resolve(values.root);
const out = resolve(values.out);
const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
process.stderr.write("Перевіряю набори…\n");
const { catalogue, findings, repository } = loadPortal(root, today);
if (!catalogue) {
  const help = `${repository.portal?.value.site ?? ""}/help`;
  const errors = findings.filter((finding) => hasErrors([finding]));
  process.stderr.write(`${renderFindingsText(errors, (rule) => `${help}/${rule}/`)}\n`);
  process.stderr.write(
    `Портал не зібрано: помилок — ${errors.length}. Попередній сайт лишився без змін.\n`,
  );
  process.exitCode = 1;
} else {
  process.stderr.write(`Збираю сайт: наборів — ${catalogue.counts.datasets}…\n`);
  await buildSite({ root, out, today, catalogue, repository });
  process.stderr.write(`Готово: сайт у теці ${out}.\n`);
}
