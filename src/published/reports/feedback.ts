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
