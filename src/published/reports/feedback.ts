/** Issue forms of the repository, by what a reader wants; .github/ISSUE_TEMPLATE has a file for each. */
const forms = {
  data: { template: "data-request.yml", field: "dataset" },
  error: { template: "data-error.yml", field: "dataset" },
  proposal: { template: "proposal.yml", field: "poll" },
} as const;

/**
 * Address of an issue form with its one field filled in: the dataset's id, or the poll's
 * (https://docs.github.com/issues, «Creating an issue from a URL query»).
 */
export function repositoryForm(
  repository: string,
  kind: keyof typeof forms,
  value?: string,
): string {
  const { template, field } = forms[kind];
  const query = new URLSearchParams({
    template,
    ...(value === undefined ? {} : { [field]: value }),
  });
  return `${repository.replace(/\/+$/, "")}/issues/new?${query}`;
}

/** Where a reader's words go: a letter begun already, its mailbox to be seen and copied, and a public form where there is one. */
export type AskWays = { mailbox: string; letter: string; form?: string };

/**
 * The ways to ask for data or to tell of a mistake, the same wherever a page offers them. Without a repository a letter is
 * the one way (RFC 6068).
 * @param portal the portal's mailbox, or the set's own, and its repository
 * @param asked what is asked, in the letter's words; `value` fills the field of the public form, `title` its title
 */
export function askWays(
  portal: { email: string; repository?: string | undefined },
  asked: {
    kind: keyof typeof forms;
    subject: string;
    body: string;
    value?: string | undefined;
    title?: string;
  },
): AskWays {
  const { email, repository } = portal;
  const { kind, subject, body, value, title } = asked;
  const titled = title === undefined ? "" : `&title=${encodeURIComponent(title)}`;
  return {
    mailbox: email,
    letter: `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`,
    ...(repository ? { form: repositoryForm(repository, kind, value) + titled } : {}),
  };
}
