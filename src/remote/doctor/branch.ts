import { z } from "zod";
import { type GitHubClient, GitHubError } from "../github/client.ts";
import { type Check, good, lacking } from "./check.ts";

const ruleSchema = z.object({
  type: z.string(),
  parameters: z
    .object({
      required_status_checks: z.array(z.object({ context: z.string() })).optional(),
      require_code_owner_review: z.boolean().optional(),
    })
    .optional(),
});
const branchSchema = z.object({
  protection: z
    .object({
      required_status_checks: z.object({ contexts: z.array(z.string()).default([]) }).nullish(),
    })
    .nullish(),
});

/** What the main branch asks of a change: checks that must pass, an approval, an approval of those who own the files. */
export type BranchRules = { checks: string[]; asksRequest: boolean; asksOwners: boolean };

/**
 * Rules of a branch, of rulesets and of the older protection together. Undefined where GitHub shows neither.
 * https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch, …/branches/branches#get-a-branch
 */
export async function readBranch(
  client: GitHubClient,
  branch: string,
): Promise<BranchRules | undefined> {
  const of = encodeURIComponent(branch);
  try {
    const rules = (await client.list(`rules/branches/${of}`)).flatMap(
      (rule) => ruleSchema.safeParse(rule).data ?? [],
    );
    const older = branchSchema.safeParse(await client.get(`branches/${of}`)).data;
    const requests = rules.filter(({ type }) => type === "pull_request");
    return {
      checks: [
        ...rules.flatMap(({ parameters }) =>
          (parameters?.required_status_checks ?? []).map(({ context }) => context),
        ),
        ...(older?.protection?.required_status_checks?.contexts ?? []),
      ],
      asksRequest: requests.length > 0,
      asksOwners: requests.some(({ parameters }) => parameters?.require_code_owner_review),
    };
  } catch (error) {
    if (error instanceof GitHubError) return undefined;
    throw error;
  }
}

/** The check that stands for all: called from a portal's workflow it has that one's name before its own. */
const isGate = (name: string): boolean => name === "gate" || name.endsWith(" / gate");

/** Can a change with errors come to the main branch? */
export function branchCheck(rules: BranchRules | undefined, branch: string): Check[] {
  if (!rules)
    return [
      lacking(
        "required-check",
        "unseen",
        `Правил гілки ${branch} GitHub не показав.`,
        "Повторіть із ключем, що читає репозиторій: GITHUB_TOKEN=… npm run doctor.",
      ),
    ];
  const gate = rules.checks.some(isGate)
    ? good("required-check", `У гілку ${branch} не потрапить зміна, яка не пройшла перевірки.`)
    : lacking(
        "required-check",
        "must",
        `Перевірка не обов’язкова: у гілку ${branch} можна прийняти зміну з помилками.`,
        "Settings → Rules → Rulesets → New branch ruleset: головна гілка, Require status checks to pass — «check / gate» (у репозиторії рушія — «gate»), Require branches to be up to date.",
      );
  if (!rules.asksRequest) {
    return [
      gate,
      lacking(
        "reviewed",
        "should",
        `У гілку ${branch} можна писати без запиту на зміну: звіту й чужого погляду тоді немає.`,
        "У тому самому наборі правил увімкніть Require a pull request before merging.",
      ),
    ];
  }
  return [
    gate,
    rules.asksOwners
      ? good("reviewed", "Зміну схвалюють ті, хто відповідає за її теку (CODEOWNERS).")
      : lacking(
          "reviewed",
          "should",
          "Зміну приймають запитом, але згоди тих, хто відповідає за теку, не потрібно.",
          "У тому самому наборі правил увімкніть Require review from Code Owners, якщо розпорядники мають owners.",
        ),
  ];
}
