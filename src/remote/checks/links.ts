import type { LinksCheck } from "../../schemas/reports/checks.ts";
import { openReach, refusalOf } from "../reach.ts";
import { retry, wait } from "../retry.ts";
import { Unreachable } from "../unreachable.ts";

export type LinkOptions = {
  fetch?: typeof fetch;
  /** Milliseconds to wait for an answer; before the second try; between two calls to one host. */
  patience?: number;
  pause?: number;
  courtesy?: number;
  /** Hosts visited at once. */
  hosts?: number;
};

type Answer = { answer: string; opens: boolean | undefined };

/** Says a site that it does not speak to programs, or not now: nothing follows for its readers. */
const silent = new Set([401, 403, 405, 429, 999]);

async function visit(
  url: string,
  options: Required<Pick<LinkOptions, "fetch" | "patience" | "pause">>,
): Promise<Answer> {
  // Said at once of what the address itself shows; where a name or a redirect leads, `fetch` finds out hop by hop.
  if (refusalOf(new URL(url)) !== undefined)
    return { answer: "адреса приватної мережі", opens: false };
  const { fetch: ask, patience, pause } = options;
  const call = async (method: "HEAD" | "GET"): Promise<number> => {
    const response = await ask(url, {
      method,
      signal: AbortSignal.timeout(patience),
      headers: { "user-agent": "open-data-portal link check", range: "bytes=0-0" },
    });
    await response.body?.cancel();
    return response.status;
  };
  const once = async (): Promise<Answer> => {
    // Some servers answer HEAD with an error and GET with the file.
    const head = await call("HEAD");
    const status = head < 400 ? head : await call("GET");
    if (status < 400 || status === 416) return { answer: String(status), opens: true };
    if (silent.has(status)) return { answer: String(status), opens: undefined };
    if (status >= 500) throw new Ailing(String(status));
    return { answer: String(status), opens: false };
  };
  try {
    return await retry(once, [pause], (error) => error instanceof Unreachable);
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Ailing)
      return { answer: error.message, opens: false };
    const late = error instanceof Error && error.name === "TimeoutError";
    return { answer: late ? "не відповів вчасно" : "немає з’єднання", opens: false };
  }
}

/** A server that answers, and says that it is not well. */
class Ailing extends Error {}

/**
 * Visits every address once; failures add up over checks and an answer clears them. One host is called by one call at a
 * time, with a pause between.
 */
export async function checkLinks(
  addresses: readonly string[],
  previous: LinksCheck | undefined,
  today: string,
  options: LinkOptions = {},
): Promise<LinksCheck> {
  const {
    fetch: ask = openReach({ most: 1_000_000 }),
    patience = 20_000,
    pause = 3000,
    courtesy = 500,
    hosts = 6,
  } = options;
  const byHost = Map.groupBy(addresses, (url) => new URL(url).host);
  const queue = [...byHost.values()];
  const answers = new Map<string, Answer>();
  const walk = async () => {
    for (let list = queue.shift(); list; list = queue.shift())
      for (const [index, url] of list.entries()) {
        if (index > 0) await wait(courtesy);
        answers.set(url, await visit(url, { fetch: ask, patience, pause }));
      }
  };
  await Promise.all(Array.from({ length: hosts }, walk));
  return {
    checked: today,
    links: addresses.map((url) => {
      const before = previous?.links.find((link) => link.url === url);
      const { answer = "", opens } = answers.get(url) ?? {};
      // Two checks on one day are one: a command run again must not bring a link down.
      const again = previous?.checked === today && (before?.failures ?? 0) > 0;
      const failures = opens
        ? 0
        : opens === undefined || again
          ? (before?.failures ?? 0)
          : (before?.failures ?? 0) + 1;
      return {
        url,
        answer,
        failures,
        ...(failures > 0 ? { since: before?.since ?? today } : {}),
      };
    }),
  };
}
