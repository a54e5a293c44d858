import { openReach, Unreachable } from "../reach.ts";

/** Why GitHub did not do what it was asked: what to do next differs. */
export type GitHubFault = "forbidden" | "missing" | "refused" | "limited" | "unreachable";

export class GitHubError extends Error {
  readonly fault: GitHubFault;
  constructor(fault: GitHubFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

export type GitHubOptions = {
  /** owner/name */
  repository: string;
  /** Without it only public reading, sixty calls an hour. */
  token?: string;
  /** Address of the API; another one for GitHub Enterprise. */
  api?: string;
  fetch?: typeof fetch;
  /** Milliseconds to wait for an answer, before each further try, and for a limit to pass. */
  patience?: number;
  pauses?: readonly number[];
  longest?: number;
};

export type GitHubClient = {
  /** A path under the repository: «issues/5». */
  get(path: string, parameters?: Record<string, string>): Promise<unknown>;
  /** Every page of a list. */
  list(path: string, parameters?: Record<string, string>): Promise<unknown[]>;
  send(method: "POST" | "PATCH", path: string, body: object): Promise<unknown>;
};

const pageSize = 100;
/** Pages read at most: ten thousand entries are more than a hromada has in years. */
const mostPages = 100;

const isLocal = ({ hostname }: URL): boolean => ["127.0.0.1", "localhost"].includes(hostname);

/**
 * GitHub's REST API (version 2022-11-28) for one repository. What may pass by itself (no connection, 5xx, half a body)
 * is tried again; a limit is waited for where it is short; what will not pass is thrown at once. The token never goes
 * over plain http nor after a redirect.
 */
export function openGitHub(options: GitHubOptions): GitHubClient {
  const {
    repository,
    token,
    api = "https://api.github.com",
    fetch: ask = openReach(),
    patience = 30_000,
    pauses = [1000, 4000],
    longest = 60_000,
  } = options;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new GitHubError("refused", `Назва репозиторію має вигляд «власник/назва»: ${repository}`);
  const base = new URL(`${api.replace(/\/+$/, "")}/repos/${repository}/`);
  if (base.protocol !== "https:" && !isLocal(base))
    throw new GitHubError("refused", `Ключ не можна надсилати відкритим з’єднанням: ${api}`);

  /** Milliseconds until a limit passes, where GitHub says that it is a limit. */
  function limitOf(response: Response): number | undefined {
    const after = response.headers.get("retry-after");
    if (after !== null) return Number(after) * 1000;
    if (response.status === 429 || response.headers.get("x-ratelimit-remaining") === "0") {
      const reset = Number(response.headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
      return Number.isFinite(reset) ? Math.max(0, reset - Date.now()) : longest + 1;
    }
    return undefined;
  }

  async function once(address: URL, init: RequestInit): Promise<unknown> {
    const response = await ask(address, {
      ...init,
      redirect: "error",
      signal: AbortSignal.timeout(patience),
      headers: {
        accept: "application/vnd.github+json",
        "x-github-api-version": "2022-11-28",
        "user-agent": "open-data-portal",
        ...(init.body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    const text = await response.text();
    const { status } = response;
    if (status === 403 || status === 429) {
      const wait = limitOf(response);
      if (wait !== undefined) {
        if (wait > longest)
          throw new GitHubError("limited", "GitHub обмежив кількість запитів; спробуйте за годину");
        await pause(wait);
        throw new Error("обмеження кількості запитів");
      }
    }
    if (status === 401 || status === 403)
      throw new GitHubError("forbidden", "GitHub не дозволяє: перевірте права ключа");
    if (status === 404 || status === 410)
      throw new GitHubError("missing", `на GitHub такого немає: ${address.pathname}`);
    if (status === 422 || status === 400)
      throw new GitHubError("refused", `GitHub не прийняв: ${JSON.stringify(text.slice(0, 300))}`);
    if (!response.ok) throw new Error(`GitHub відповів ${status}`);
    return text === "" ? undefined : JSON.parse(text);
  }

  async function call(path: string, init: RequestInit, query = ""): Promise<unknown> {
    const address = new URL(path, base);
    address.search = query;
    for (let attempt = 0; ; attempt++) {
      try {
        return await once(address, init);
      } catch (error) {
        if (error instanceof GitHubError) throw error;
        // Where the address leads will not change by asking again.
        if (error instanceof Unreachable) throw new GitHubError("unreachable", error.message);
        const wait = pauses[attempt];
        const reason = error instanceof Error ? error.message : String(error);
        // A writing call whose answer was lost may have been done: the next run sees what is there and goes on.
        if (wait === undefined || (init.method !== "GET" && attempt > 0))
          throw new GitHubError("unreachable", `GitHub недоступний (${reason})`);
        await pause(wait);
      }
    }
  }

  const get: GitHubClient["get"] = (path, parameters = {}) =>
    call(path, { method: "GET" }, new URLSearchParams(parameters).toString());
  return {
    get,
    async list(path, parameters = {}) {
      const found: unknown[] = [];
      for (let page = 1; page <= mostPages; page++) {
        const answer = await get(path, {
          ...parameters,
          per_page: String(pageSize),
          page: String(page),
        });
        if (!Array.isArray(answer))
          throw new GitHubError("unreachable", "GitHub відповів не переліком");
        found.push(...answer);
        if (answer.length < pageSize) break;
      }
      return found;
    },
    send: (method, path, body) => call(path, { method, body: JSON.stringify(body) }),
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** owner/name of a repository's address on GitHub; undefined for another host. */
export const repositoryOf = (address: string | undefined): string | undefined =>
  /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address ?? "")?.[1];
