/**
 * GitHub's page for a new fine-grained key. It cannot be filled in by its address: GitHub took that away in May 2026
 * (github/docs, pull request 44419), so the page of ours says what to choose.
 */
export const tokenAddress = "https://github.com/settings/personal-access-tokens/new";

/** The older kind, which a person needs who may not write into the portal's repository and sends from a copy. */
export const classicTokenAddress = "https://github.com/settings/tokens/new?scopes=public_repo";
