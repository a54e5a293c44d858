import { reasonOf } from "../retry.ts";

/** What a server said of an address: its answer, or why there was none. */
export type Seen =
  | { status: number; headers: Headers; text: string }
  | { code: string; reason: string };

/** Milliseconds a server is waited for. */
const patience = 20_000;

/** The code of an error or of what caused it: ENOTFOUND, CERT_HAS_EXPIRED … */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const { code } = error as NodeJS.ErrnoException;
  return code ?? (error.cause === undefined ? error.name : codeOf(error.cause));
}

/**
 * Asks for one address and throws nothing: no answer is an answer here. Redirects are not followed, since harvesters of
 * some portals follow none (uData).
 * @param most characters of the body that are kept
 */
export async function look(
  ask: typeof fetch,
  address: string,
  { most = 200_000, ...init }: RequestInit & { most?: number } = {},
): Promise<Seen> {
  try {
    const response = await ask(address, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    const isRead = init.method !== "HEAD" && response.status < 300;
    const text = isRead ? (await response.text()).slice(0, most) : "";
    if (!isRead) await response.body?.cancel();
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    return { code: codeOf(error), reason: reasonOf(error) };
  }
}

/** Is the name in the address known to nobody? */
export const isNameless = (seen: Seen): boolean =>
  "code" in seen && ["ENOTFOUND", "EAI_NONAME", "ENODATA"].includes(seen.code);

/** Codes of Node's for a certificate that browsers refuse. */
export const isUncertified = (seen: Seen): boolean =>
  "code" in seen && /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS/.test(seen.code);
