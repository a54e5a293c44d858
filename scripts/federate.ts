import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { renderFindingsText } from "../src/published/blocks/findings.ts";
import { readRepository } from "../src/read/repository.ts";
import { readTree } from "../src/read/tree.ts";
import { federate, type MemberOutcome } from "../src/remote/federation/federate.ts";
import { type Read, readMember } from "../src/remote/federation/read-member.ts";
import { openReach } from "../src/remote/reach.ts";
import { checkRepository } from "../src/rules/index.ts";
import { portalDate } from "../src/site/portal.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

/** A description of a set, or of a portal with a thousand of them. */
const largest = 20_000_000;
const list = "data/portals.yaml";

await command(
  {
    about:
      "Складає каталог із кількох порталів громад: описи їхніх наборів, без копій файлів. Портали перелічено в data/portals.yaml. Далі — npm run build.",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
      ...loopbackOption,
    },
    environment: { PORTAL_DATE: "день, який записати, коли портал не відповів" },
    code1: "якийсь портал не відповів: його набори лишилися, як були",
  },
  async ({ values }) => {
    const root = resolve(values.root);
    const repository = readRepository(readTree(root));
    const { federation } = repository;
    if (!federation) {
      const faults = checkRepository(repository).filter(({ place }) => place.file === list);
      throw new WrongCall(
        faults.length > 0
          ? renderFindingsText(faults, () => "").trim()
          : `Немає переліку порталів: впишіть їх до ${join(values.root, list)} як «portals: [{ id: nazva, site: https://… }]».`,
      );
    }
    const fetch = openReach({ allowLoopback: values["allow-loopback"], most: largest });
    const reads = new Map<string, Read>();
    for (const portal of federation.value.portals)
      reads.set(portal.id, await readMember(portal, { fetch }));
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const { files, outcomes } = federate(federation.value, reads, repository, today);
    for (const [path, text] of files) put(join(root, path), text);
    for (const outcome of outcomes) process.stdout.write(`${lineOf(outcome)}\n`);
    if (outcomes.some((outcome) => "problem" in outcome)) process.exitCode = 1;
  },
);

/** Writes a file whole, or takes away the folder of a set that has another name now. */
function put(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(dirname(path), { recursive: true, force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

function lineOf(outcome: MemberOutcome): string {
  const { portal, datasets } = outcome;
  if ("problem" in outcome)
    return `✗ ${portal}: не відповідає з ${outcome.since} (${outcome.problem}). Лишилося наборів — ${datasets}.`;
  const { gone, unread } = outcome;
  return [
    `✓ ${portal}: наборів — ${datasets}.`,
    ...(gone.length > 0 ? [`Вилучено: ${gone.join(", ")}.`] : []),
    ...(unread.length > 0 ? [`Не зрозуміло опису: ${unread.join(", ")}.`] : []),
  ].join(" ");
}
