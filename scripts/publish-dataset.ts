import { basename, resolve } from "node:path";
import { Fault } from "../src/model/reports/fault.ts";
import { type Finding, withoutCommands } from "../src/model/reports/finding.ts";
import type { PublishedDataset } from "../src/publish/change/change-dataset.ts";
import { type TableResource, tablesOf } from "../src/publish/change/newer-table.ts";
import { folderOf } from "../src/publish/judge/known-portal.ts";
import { judgeUpdate } from "../src/publish/scheduled/judge-update.ts";
import { failureSentence, sendUpdate } from "../src/publish/scheduled/send-update.ts";
import { updateOfFile } from "../src/publish/scheduled/update-of-file.ts";
import { titleOf } from "../src/publish/send/words.ts";
import { treeAfter } from "../src/publish/tree-of-submission.ts";
import { renderFindingsText } from "../src/published/blocks/findings.ts";
import { readGitTree } from "../src/read/git/git-tree.ts";
import { readHead, readHistory } from "../src/read/git/history.ts";
import type { Proposed } from "../src/remote/forge.ts";
import { repositoryOf } from "../src/remote/github/client.ts";
import { openGitHubForge } from "../src/remote/github/forge.ts";
import { openReach } from "../src/remote/reach.ts";
import { reviewOf } from "../src/site/load-review.ts";
import { type Portal, portalDate, portalOf } from "../src/site/portal.ts";
import { territoryOf } from "../src/table/column/role/territory.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";
import { openSource } from "./file-source.ts";

/** The portal as its last commit has it: what is not committed is nobody's data yet. */
function readCommitted(root: string, today: string) {
  const commit = readHead(root)?.commit;
  const tree = commit === undefined ? undefined : readGitTree(root, commit);
  if (commit === undefined || !tree)
    throw new WrongCall(`У теці ${root} немає репозиторію git із комітами: вкажіть --root ТЕКА.`);
  const judge = (files: typeof tree): Portal => portalOf(files, readHistory(root, commit), today);
  return { commit, tree, judge };
}

/** The set as it is published; a sentence where it takes no updates. */
function publishedIn({ repository }: Portal, id: string): PublishedDataset {
  const source = repository.datasets.find((one) => one.id === id);
  if (!source)
    throw new WrongCall(
      repository.datasetIds.includes(id)
        ? `У паспорті набору «${id}» є помилки: npm run validate -- ${id}.`
        : `Немає набору «${id}»: його називають текою в data/datasets.`,
    );
  if (source.value.status === "withdrawn")
    throw new WrongCall(`Набір «${id}» вилучено: оновлювати його не можна.`);
  const files = [...repository.tree].filter(([path]) => path.startsWith(`${folderOf(id)}/`));
  return { id, files: new Map(files.map(([path, file]) => [path, file.bytes()])) };
}

/** The table that is meant: the one of this name, or the only one. */
function tableIn(dataset: PublishedDataset, name: string | undefined): TableResource {
  const tables = tablesOf(dataset);
  const names = tables.map((one) => one.name).join(", ") || "немає жодної";
  const [table] = tables.filter((one) => name === undefined || one.name === name);
  if (!table) throw new WrongCall(`Немає такої таблиці в наборі «${dataset.id}». Є: ${names}.`);
  if (name === undefined && tables.length > 1)
    throw new WrongCall(`У наборі кілька таблиць: вкажіть --resource НАЗВА. Є: ${names}.`);
  return table;
}

/** What became of an update that was sent: its request's address, nothing, or a fault. */
function tell(proposed: Proposed): void {
  if (proposed.outcome === "sent") process.stdout.write(`${proposed.request.address}\n`);
  else if (proposed.outcome === "failed") throw new Fault(failureSentence(proposed.problem));
  else if (proposed.outcome === "conflict")
    throw new Fault(
      `Нічого не надіслано. Тим часом хтось змінив те саме (${proposed.files.map(({ path }) => path).join(", ")}): оновіть теку порталу (git pull) і запустіть команду ще раз.`,
    );
}

await command(
  {
    about:
      "Надсилає нові дані набору запитом на GitHub: для вивантажень за розкладом. Якщо нічого не змінилося, мовчить.",
    positionals: "ФАЙЛ",
    options: {
      dataset: { type: "string", value: "НАБІР", about: "його тека в data/datasets" },
      resource: {
        type: "string",
        value: "НАЗВА",
        about: "таблиця набору (name у паспорті), коли їх кілька",
      },
      sheet: { type: "string", value: "АРКУШ", about: "аркуш книги" },
      root: {
        type: "string",
        value: "ТЕКА",
        default: ".",
        about: "тека порталу: з останнім комітом порівнюють",
      },
      note: { type: "string", value: "ТЕКСТ", about: "що сказати рецензентові" },
      repository: { type: "string", value: "ВЛАСНИК/НАЗВА", about: "репозиторій на GitHub" },
      api: {
        type: "string",
        value: "АДРЕСА",
        default: process.env.GITHUB_API_URL ?? "https://api.github.com",
        about: "адреса GitHub API",
      },
      ...loopbackOption,
      "dry-run": { type: "boolean", about: "лише сказати, що було б надіслано" },
    },
    environment: {
      GITHUB_TOKEN: "ключ GitHub з дозволами Contents і Pull requests",
      PORTAL_DATE: "день, на який перевіряють",
    },
    code1: "дані треба спершу переглянути людині; нічого не надіслано",
  },
  async ({ values, positionals: [path = ""] }) => {
    const { dataset: id, resource, sheet, note } = values;
    const token = process.env.GITHUB_TOKEN;
    if (id === undefined)
      throw new WrongCall("Вкажіть набір: npm run publish-dataset -- ФАЙЛ --dataset НАБІР.");
    if (!token && !values["dry-run"])
      throw new WrongCall("Немає ключа: задайте змінну GITHUB_TOKEN або додайте --dry-run.");
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const { commit, tree, judge } = readCommitted(resolve(values.root), today);
    const before = judge(tree);
    const dataset = publishedIn(before, id);
    const portal = before.repository.portal?.value;
    const repository =
      values.repository ?? process.env.GITHUB_REPOSITORY ?? repositoryOf(portal?.repository);
    if (repository === undefined && !values["dry-run"])
      throw new WrongCall(
        "Не відомо, куди надсилати: вкажіть --repository власник/назва або repository в data/portal.yaml.",
      );
    const ask = (findings: Finding[]): void => {
      const helpOf = (rule: string) => `${portal?.site ?? ""}/help/${rule}/`;
      process.stdout.write(`Нічого не надіслано: спершу перегляньте.\n\n`);
      process.stdout.write(renderFindingsText(findings, helpOf));
      process.exitCode = 1;
    };

    const source = openSource(path);
    const file = { name: basename(path), source, sheet };
    const update = await updateOfFile(
      dataset,
      tableIn(dataset, resource),
      file,
      territoryOf(portal, []),
    ).finally(source.close);
    if ("unread" in update) return ask(update.unread);
    const review = reviewOf(before, judge(treeAfter(tree, update.submission)), []);
    const verdict = judgeUpdate(review, id, update.beside);
    if (verdict.kind === "same") return;
    if (verdict.kind === "questions") return ask(verdict.findings);
    const said = [note, verdict.words].filter((text) => text !== undefined).join("\n");
    const submission = { ...update.submission, base: commit, note: said };
    if (repository === undefined || !token || values["dry-run"]) {
      process.stdout.write(withoutCommands(`${titleOf(submission)}\n\n${said}\n`));
      return;
    }
    const forge = openGitHubForge({
      repository,
      token,
      api: values.api,
      fetch: openReach({ allowLoopback: values["allow-loopback"] }),
    });
    tell(await sendUpdate(forge, submission, today));
  },
);
