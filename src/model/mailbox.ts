/** Is a mailbox an office's: in a domain of the state or of the portal's own publishers? A person's own is never published. */
export function isOfficial(address: string, domains: readonly string[]): boolean {
  const domain = address.split("@")[1]?.toLowerCase() ?? "";
  return (
    domain.endsWith(".gov.ua") ||
    domains.some((known) => domain === known || domain.endsWith(`.${known}`))
  );
}
