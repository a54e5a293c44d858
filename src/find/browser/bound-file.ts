/** What stands in an address of a file that belongs to one build: the file's SHA-256, base64 as addresses write it (RFC 4648, 5). */
const mark = "sha256";

/** A file's address as a page says it: with what the file held when the page was made. */
export const boundAddress = (address: string, sha256: string): string =>
  `${address}?${mark}=${sha256}`;

/** What a file must be, as fetch is told it (Subresource Integrity); nothing of an address that says nothing. */
function integrityOf(address: string): string {
  const [, sum] = new RegExp(`[?&]${mark}=([\\w-]+)`).exec(address) ?? [];
  return sum === undefined
    ? ""
    : `sha256-${sum.replaceAll("-", "+").replaceAll("_", "/").padEnd(44, "=")}`;
}

/**
 * A file that belongs to this very page. Other bytes, of an earlier build or of a later one, are asked for once more past
 * every copy kept on the way, and then refused: a page says rather nothing than what another build knows.
 * @param integrity where the address does not say it itself
 */
export async function fetchBound(
  address: string,
  integrity: string = integrityOf(address),
): Promise<Response> {
  const kept = await fetch(address, { integrity }).catch(() => undefined);
  return kept ?? fetch(address, { integrity, cache: "reload" });
}
