import { type Stamps, stampsSchema } from "../schemas/reports/stamps.ts";
import { reasonOf } from "./retry.ts";

/** A host that does not answer is not waited for longer, in milliseconds. */
const patience = 60_000;

/**
 * The stamps a published site keeps at /stamps.json: "unstamped" where the site is an engine's that kept none; undefined,
 * with a sentence why, where there is no site or it cannot be read.
 * @param site the portal's address, without a slash at its end
 */
export async function readPublishedStamps(
  ask: typeof fetch,
  site: string,
): Promise<{ stamps: Stamps | "unstamped" | undefined; says?: string }> {
  const get = (path: string) => ask(site + path, { signal: AbortSignal.timeout(patience) });
  try {
    const response = await get("/stamps.json");
    if (response.ok) return { stamps: stampsSchema.parse(await response.json()) };
    const note = response.status === 404 ? await get("/build.json") : response;
    if (note.ok) return { stamps: "unstamped" };
    return { stamps: undefined, says: unread(site, `відповідь ${response.status}`) };
  } catch (error) {
    return { stamps: undefined, says: unread(site, reasonOf(error)) };
  }
}

const unread = (site: string, why: string): string =>
  `Позначок часу попередньої публікації не прочитано (${site}/stamps.json: ${why.replace(/\.$/, "")}).`;
