import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { hasErrors } from "../src/model/reports/finding.ts";
import { largestArchive, unpackSubmission } from "../src/publish/send/unzip.ts";
import { nameOf, titleOf } from "../src/publish/send/words.ts";
import type { Submission } from "../src/publish/submission.ts";
import { renderBlocksText } from "../src/published/blocks/blocks-text.ts";
import { renderFindingsText } from "../src/published/blocks/findings.ts";
import { isAncestor, isCheckout, resolveCommit } from "../src/read/git/git.ts";
import { writeBranch } from "../src/read/git/write-branch.ts";
import { reviewBlocks } from "../src/review/report/report.ts";
import { loadReview } from "../src/site/load-review.ts";
import { portalDate } from "../src/site/portal.ts";
import { command, WrongCall } from "./command.ts";

/** The submission of an archive; a hostile or broken one is a sentence. */
function readArchive(path: string): Submission {
  const { size } = statSync(path);
  if (!statSync(path).isFile() || size > largestArchive)
    throw new WrongCall(
      `${path} — не архів зі сторінки порталу: він має понад 100 МБ або це не файл.`,
    );
  const unpacked = unpackSubmission(readFileSync(path));
  if ("problem" in unpacked) throw new WrongCall(`Архіву ${path} не прийнято. ${unpacked.problem}`);
  return unpacked.submission;
}

/** The commit a branch stands on: the one the sender saw, where it is of this history, or the newest. */
function startOf(root: string, base: string | undefined): { on: string; seen: boolean } {
  const head = isCheckout(root) ? resolveCommit(root, "HEAD") : undefined;
  if (head === undefined)
    throw new WrongCall(`У теці ${root} немає репозиторію git із комітами: вкажіть --root ТЕКА.`);
  const from = base === undefined ? undefined : resolveCommit(root, base);
  const seen = from !== undefined && isAncestor(root, from, head);
  return { on: seen ? from : head, seen };
}

await command(
  {
    about: "Робить з архіву, який надіслали поштою, гілку для рецензента й перевіряє її.",
    positionals: "АРХІВ.zip",
    options: {
      root: { type: "string", value: "ТЕКА", default: ".", about: "тека порталу" },
    },
    environment: { PORTAL_DATE: "день, на який перевіряють" },
    code1: "схвалити не можна, або змінювати нічого",
  },
  ({ values, positionals: [path = ""] }) => {
    const root = resolve(values.root);
    const today = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const submission = readArchive(path);
    const { on, seen } = startOf(root, submission.base);
    const title = titleOf(submission);
    const { note, files } = submission;
    const made = writeBranch(root, {
      name: nameOf(submission, today),
      on,
      message: note === undefined ? title : `${title}\n\n${note}`,
      files,
    });
    if (made === undefined) {
      process.stdout.write(`${title}\nФайли архіву такі самі, як у порталі: гілки не створено.\n`);
      process.exitCode = 1;
      return;
    }
    const { branch, commit } = made;
    const loaded = loadReview({ root, base: on, head: commit, today });
    if ("problem" in loaded) throw new WrongCall(loaded.problem);
    const { review, portal } = loaded;
    const site = portal.repository.portal?.value.site ?? "";
    const helpOf = (rule: string) => `${site}/help/${rule}/`;
    process.stdout.write(`${title}\n${note === undefined ? "" : `\n${note}\n`}\n`);
    process.stdout.write(renderFindingsText(portal.findings, helpOf));
    process.stdout.write(`\n${renderBlocksText(reviewBlocks(review, () => undefined))}\n`);
    const bad = hasErrors(portal.findings) || review.verdict === "blocked";
    process.stdout.write(`Гілка: ${branch}, від ${seen ? "того стану порталу, який бачив надсилач" : "теперішнього стану порталу"} (${on.slice(0, 10)}). Вашої теки не змінено.
Подивитися: git diff ${on.slice(0, 10)} ${branch}
${bad ? `Схвалити не можна: напишіть надсилачеві, що виправити, або виправте самі (git switch ${branch}). Відхилити: git branch -D ${branch}` : `Далі: git push -u origin ${branch} і створіть запит на GitHub, або одразу git merge --no-ff ${branch}`}
`);
    if (bad) process.exitCode = 1;
  },
);
