import { stringify } from "yaml";
import { z } from "zod";
import type { RegisterEntry } from "../../schemas/data/registers.ts";
import { isPersonalText } from "../../table/people/personal.ts";
import { veil } from "../../table/people/veil.ts";
import type { GitHubClient } from "./client.ts";
import { decisionLabels, hiddenLabel, requestLabels } from "./labels.ts";

type Request = RegisterEntry<"requests">;

/** What is read of an issue; everything else in GitHub's answer is left unread. */
const issueSchema = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string().nullish(),
  created_at: z.iso.datetime(),
  closed_at: z.iso.datetime().nullish(),
  comments: z.int().default(0),
  html_url: z.string(),
  labels: z.array(z.object({ name: z.string() })),
  reactions: z.object({ "+1": z.int().min(0) }).optional(),
  pull_request: z.unknown().optional(),
});
const commentSchema = z.object({
  body: z.string().nullish(),
  created_at: z.iso.datetime(),
  author_association: z.string(),
  user: z.object({ type: z.string() }).nullish(),
});
export type Issue = z.infer<typeof issueSchema>;
export type Comment = z.infer<typeof commentSchema>;

/** Those whose comment is an answer of the council: people with a place in the repository, not robots. */
const members = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv" });
const dayOf = (moment: string): string => day.format(new Date(moment));

/** Answers of an issue form, by heading: GitHub writes «### Heading», a blank line and the answer. */
export function parseForm(body: string): Map<string, string> {
  const parts = body
    .replaceAll("\r\n", "\n")
    .split(/^### +/m)
    .slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = "", ...rest] = part.split("\n");
      const answer = rest.join("\n").trim();
      return [heading.trim(), answer === "_No response_" ? "" : answer];
    }),
  );
}

/** Headings of the issue forms that the portal reads; .github/ISSUE_TEMPLATE has the same. */
export const formFields = { dataset: "Ідентифікатор набору", poll: "Опитування" } as const;

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const longestTitle = 200;

/** A stranger's sentence fit for a public page: one line, nobody named, no longer than a title may be. */
function publicText(text: string): string | undefined {
  const line = veil(
    text
      .replace(/^\s*\[[^\]]*\]\s*/, "")
      .replace(invisible, " ")
      .replace(/\s+/g, " ")
      .trim(),
  ).slice(0, longestTitle);
  return line === "" || isPersonalText(line) ? undefined : line;
}

/** What the portal knows and an issue may name. */
export type Known = { datasets: readonly string[]; polls: readonly string[] };

/**
 * An issue and its comments → an entry of the register `requests`, or undefined where it is none or is hidden. Only the
 * sentence of its title, dates, votes and the council's own decision are taken; who wrote it and what else they wrote
 * stay on GitHub.
 */
export function toRequest(
  issue: Issue,
  comments: readonly Comment[],
  known: Known,
): Request | undefined {
  const labels = issue.labels.map(({ name }) => name);
  const kind = labelled(requestLabels, labels);
  if (kind === undefined || issue.pull_request !== undefined || labels.includes(hiddenLabel))
    return undefined;
  const form = parseForm(issue.body ?? "");
  const dataset = form.get(formFields.dataset) ?? "";
  const poll = form.get(formFields.poll) ?? "";
  const answers = answersOf(comments);
  const [first] = answers;
  return {
    title: publicText(issue.title) ?? `Звернення № ${issue.number}`,
    kind,
    date: dayOf(issue.created_at),
    channel: "form",
    datasets: known.datasets.includes(dataset) ? [dataset] : [],
    ...(known.polls.includes(poll) ? { poll } : {}),
    votes: issue.reactions?.["+1"] ?? 0,
    ...(first ? { answered: dayOf(first.created_at) } : {}),
    ...(issue.closed_at ? { closed: dayOf(issue.closed_at) } : {}),
    ...decisionOf(labels, answers),
    path: issue.html_url,
  };
}

/** The first of the kinds whose label an issue has. */
const labelled = <K extends string>(
  kinds: Readonly<Record<K, string>>,
  labels: readonly string[],
): K | undefined =>
  (Object.entries(kinds) as [K, string][]).find(([, label]) => labels.includes(label))?.[0];

/** Comments of people of the council, the earliest first. */
const answersOf = (comments: readonly Comment[]): Comment[] =>
  comments
    .filter(({ author_association: place, user }) => members.has(place) && user?.type !== "Bot")
    .sort((a, b) => (a.created_at < b.created_at ? -1 : 1));

/** What the council decided, by a label, and the last sentence «Рішення: …» of its answers. */
function decisionOf(
  labels: readonly string[],
  answers: readonly Comment[],
): Pick<Request, "decision" | "reason" | "outcome"> {
  const decision = labelled(decisionLabels, labels);
  const said = answers
    .flatMap(({ body }) => /^\s*Рішення:\s*(.+)/u.exec(body ?? "")?.[1] ?? [])
    .at(-1);
  const outcome = said === undefined ? undefined : publicText(said);
  return {
    ...(decision ? { decision } : {}),
    ...(outcome === undefined ? {} : decision === "declined" ? { reason: outcome } : { outcome }),
  };
}

export type FeedbackImport = {
  /** File name → text of the entry. */
  files: Map<string, string>;
  /** Files to take away: their issues are hidden now. */
  hidden: string[];
  /** Issues that GitHub gave in a form nobody knows, by what was wrong. */
  unread: string[];
};

const fileOf = (number: number): string => `issue-${number}.yaml`;

/** Every request on GitHub as an entry; `kept` are fields that people added to an entry by hand. */
export async function importFeedback(
  client: GitHubClient,
  known: Known,
  kept: (file: string) => Partial<Pick<Request, "publisher" | "note">> = () => ({}),
): Promise<FeedbackImport> {
  const files = new Map<string, string>();
  const hidden: string[] = [];
  const unread: string[] = [];
  for (const label of Object.values(requestLabels)) {
    for (const found of await client.list("issues", { state: "all", labels: label })) {
      const parsed = issueSchema.safeParse(found);
      if (!parsed.success) {
        unread.push(parsed.error.issues.map(({ path }) => path.join(".")).join(", "));
        continue;
      }
      const issue = parsed.data;
      const file = fileOf(issue.number);
      const comments =
        issue.comments === 0
          ? []
          : (await client.list(`issues/${issue.number}/comments`)).flatMap(
              (comment) => commentSchema.safeParse(comment).data ?? [],
            );
      const request = toRequest(issue, comments, known);
      if (request) files.set(file, renderRequest({ ...request, ...kept(file) }));
      else hidden.push(file);
    }
  }
  return { files, hidden, unread };
}

const renderRequest = (request: Request): string =>
  `# yaml-language-server: $schema=../../../src/schemas/json/requests.schema.json
# Записано командою npm run feedback; поля publisher і note можна дописати, решту вона перепише.
${stringify(request, { lineWidth: 0 })}`;
