import { openReach, Unreachable } from "../reach.ts";
import { reasonOf, retry, wait } from "../retry.ts";

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

/** The address that every call begins with. Throws where the repository has no name, or a token would go over plain http. */
function baseOf(repository: string, api: string): URL {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new GitHubError("refused", `Назва репозиторію має вигляд «власник/назва»: ${repository}`);
  const base = new URL(`${api.replace(/\/+$/, "")}/repos/${repository}/`);
  if (base.protocol !== "https:" && !isLocal(base))
    throw new GitHubError("refused", `Ключ не можна надсилати відкритим з’єднанням: ${api}`);
  return base;
}

const headersOf = (token: string | undefined, hasBody: boolean): Record<string, string> => ({
  accept: "application/vnd.github+json",
  "x-github-api-version": "2022-11-28",
  "user-agent": "open-data-portal",
  ...(hasBody ? { "content-type": "application/json" } : {}),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

/** Milliseconds until a limit passes, where GitHub says that it is a limit; endless where it does not say until when. */
function limitOf({ status, headers }: Response): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = headers.get("retry-after");
  if (after !== null) return Number(after) * 1000;
  if (status !== 429 && headers.get("x-ratelimit-remaining") !== "0") return undefined;
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
  return Number.isFinite(reset) ? Math.max(0, reset - Date.now()) : Infinity;
}

/** Waits where a limit was met that passes soon, and throws for another try; one that lasts is thrown at once. */
async function waitForLimit(response: Response, longest: number): Promise<void> {
  const limit = limitOf(response);
  if (limit === undefined) return;
  if (limit > longest)
    throw new GitHubError("limited", "GitHub обмежив кількість запитів; спробуйте за годину");
  await wait(limit);
  throw new Error("обмеження кількості запитів");
}

/** What an answer says that will not pass by itself. */
function faultOf(status: number, path: string, text: string): GitHubError | undefined {
  if (status === 401 || status === 403)
    return new GitHubError("forbidden", "GitHub не дозволяє: перевірте права ключа");
  if (status === 404 || status === 410)
    return new GitHubError("missing", `на GitHub такого немає: ${path}`);
  if (status === 422 || status === 400)
    return new GitHubError("refused", `GitHub не прийняв: ${JSON.stringify(text.slice(0, 300))}`);
  return undefined;
}

/** Every page of a list, one after another. */
async function listPages(
  get: GitHubClient["get"],
  path: string,
  parameters: Record<string, string>,
): Promise<unknown[]> {
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
}

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
  const base = baseOf(repository, api);

  async function once(address: URL, init: RequestInit): Promise<unknown> {
    const response = await ask(address, {
      ...init,
      redirect: "error",
      signal: AbortSignal.timeout(patience),
      headers: headersOf(token, init.body !== undefined),
    });
    const text = await response.text();
    await waitForLimit(response, longest);
    const fault = faultOf(response.status, address.pathname, text);
    if (fault) throw fault;
    if (!response.ok) throw new Error(`GitHub відповів ${response.status}`);
    return text === "" ? undefined : JSON.parse(text);
  }

  async function call(path: string, init: RequestInit, query = ""): Promise<unknown> {
    const address = new URL(path, base);
    address.search = query;
    // A writing call whose answer was lost may have been done: the next run sees what is there and goes on.
    const tries = init.method === "GET" ? pauses : pauses.slice(0, 1);
    try {
      // Where the address leads will not change by asking again.
      return await retry(
        () => once(address, init),
        tries,
        (error) => error instanceof GitHubError || error instanceof Unreachable,
      );
    } catch (error) {
      if (error instanceof GitHubError) throw error;
      throw new GitHubError(
        "unreachable",
        error instanceof Unreachable ? error.message : `GitHub недоступний (${reasonOf(error)})`,
      );
    }
  }

  const get: GitHubClient["get"] = (path, parameters = {}) =>
    call(path, { method: "GET" }, new URLSearchParams(parameters).toString());
  return {
    get,
    list: (path, parameters = {}) => listPages(get, path, parameters),
    send: (method, path, body) => call(path, { method, body: JSON.stringify(body) }),
  };
}

/** owner/name of a repository's address on GitHub; undefined for another host. */
export const repositoryOf = (address: string | undefined): string | undefined =>
  /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address ?? "")?.[1];
