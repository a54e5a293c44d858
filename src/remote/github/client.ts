import { reasonOf, retry, wait } from "../retry.ts";
import { Unreachable } from "../unreachable.ts";

/** Why GitHub did not do what it was asked: what to do next differs. */
export type GitHubFault = "forbidden" | "missing" | "refused" | "limited" | "unreachable";

/** What GitHub answered with: its status, its words and, of a limit, the moment (milliseconds of 1970) it ends. */
export type GitHubAnswer = { status: number; said: string; until?: number };

export class GitHubError extends Error {
  readonly fault: GitHubFault;
  /** Absent where nothing was answered. */
  readonly answer: GitHubAnswer | undefined;
  constructor(fault: GitHubFault, message: string, answer?: GitHubAnswer) {
    super(message);
    this.fault = fault;
    this.answer = answer;
  }
}

export type ApiOptions = {
  /** Without it only public reading, sixty calls an hour. */
  token?: string;
  /** Address of the API; another one for GitHub Enterprise. */
  api?: string;
  /** The browser's own, or openReach() of Node: this module calls nothing by itself, so that a page may use it. */
  fetch: typeof fetch;
  /** A page calls: it may send no header but those that GitHub lets through from other sites. */
  fromPage?: boolean;
  /** Milliseconds to wait for an answer, before each further try, and for a limit to pass. */
  patience?: number;
  pauses?: readonly number[];
  longest?: number;
};

/** The same for one repository, owner/name. */
export type GitHubOptions = ApiOptions & { repository: string };

export type GitHubClient = {
  /** A path under the client's beginning, a repository's or the API's: «issues/5», «user». */
  get(path: string, parameters?: Record<string, string>): Promise<unknown>;
  /** Every page of a list. */
  list(path: string, parameters?: Record<string, string>): Promise<unknown[]>;
  send(method: "POST" | "PATCH" | "PUT", path: string, body: object): Promise<unknown>;
};

/** A client of everything, whose answers can be read with their headers. */
export type GitHubApi = GitHubClient & {
  look(path: string): Promise<{ body: unknown; headers: Headers }>;
};

const pageSize = 100;
/** Pages read at most: ten thousand entries are more than a hromada has in years. */
const mostPages = 100;
/** Bytes a millisecond of a slow line, 256 kbit/s: a large file is waited for as long as it takes to send. */
const slowest = 32;
/** What a limit that does not say until when lasts at least (docs.github.com, «Rate limits for the REST API»). */
const unsaidLimit = 60_000;

const isLocal = ({ hostname }: URL): boolean => ["127.0.0.1", "localhost"].includes(hostname);

/** The address that every call begins with. Throws where a token would go over plain http. */
function baseOf(api: string): URL {
  const base = new URL(`${api.replace(/\/+$/, "")}/`);
  if (base.protocol !== "https:" && !isLocal(base))
    throw new GitHubError("refused", `Ключ не можна надсилати відкритим з’єднанням: ${api}`);
  return base;
}

/**
 * Headers of a call. From a page only those that GitHub's preflight answers are sent (docs.github.com, «Using CORS»):
 * the API's version and the program's name are not among them, and without a version this very one is meant.
 */
const headersOf = (
  { token, fromPage = false }: ApiOptions,
  hasBody: boolean,
): Record<string, string> => ({
  accept: "application/vnd.github+json",
  ...(fromPage ? {} : { "x-github-api-version": "2022-11-28", "user-agent": "open-data-portal" }),
  ...(hasBody ? { "content-type": "application/json" } : {}),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

/** Milliseconds until a limit passes, where GitHub says that it is a limit; endless where it does not say until when. */
function limitOf({ status, headers }: Response, said: string): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = headers.get("retry-after");
  if (after !== null) return Number(after) * 1000;
  const spent = headers.get("x-ratelimit-remaining") === "0";
  if (status !== 429 && !spent) return /rate limit/i.test(said) ? unsaidLimit : undefined;
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
  return Number.isFinite(reset) ? Math.max(0, reset - Date.now()) : Infinity;
}

/** Waits where a limit was met that passes soon, and throws for another try; one that lasts is thrown at once. */
async function waitForLimit(response: Response, said: string, longest: number): Promise<void> {
  const limit = limitOf(response, said);
  if (limit === undefined) return;
  if (limit > longest)
    throw new GitHubError("limited", "GitHub обмежив кількість запитів; спробуйте за годину", {
      status: response.status,
      said,
      ...(Number.isFinite(limit) ? { until: Date.now() + limit } : {}),
    });
  await wait(limit);
  throw new Passing(response.status, said, "обмеження кількості запитів");
}

/** What an answer says that will not pass by itself. */
function faultOf(status: number, path: string, text: string): GitHubError | undefined {
  const answer = { status, said: text };
  if (status === 401 || status === 403)
    return new GitHubError("forbidden", "GitHub не дозволяє: перевірте права ключа", answer);
  if (status === 404 || status === 410)
    return new GitHubError("missing", `на GitHub такого немає: ${path}`, answer);
  if ([400, 405, 409, 413, 422].includes(status))
    return new GitHubError(
      "refused",
      `GitHub не прийняв: ${JSON.stringify(text.slice(0, 300))}`,
      answer,
    );
  return undefined;
}

/** An answer that may be another one in a moment. */
class Passing extends Error {
  readonly answer: GitHubAnswer;
  constructor(status: number, said: string, message = `GitHub відповів ${status}`) {
    super(message);
    this.answer = { status, said };
  }
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
 * GitHub's REST API (version 2022-11-28). What may pass by itself (no connection, 5xx, half a body) is tried again; a
 * limit is waited for where it is short; what will not pass is thrown at once as a GitHubError. The token never goes
 * over plain http nor after a redirect.
 */
export function openApi(options: ApiOptions): GitHubApi {
  const {
    api = "https://api.github.com",
    fetch: ask,
    patience = 30_000,
    pauses = [1000, 4000],
    longest = 60_000,
  } = options;
  const base = baseOf(api);

  type Sent = { method: string; body?: string };
  async function once(address: URL, sent: Sent): Promise<{ body: unknown; headers: Headers }> {
    const response = await ask(address, {
      ...sent,
      redirect: "error",
      signal: AbortSignal.timeout(patience + Math.ceil((sent.body?.length ?? 0) / slowest)),
      headers: headersOf(options, sent.body !== undefined),
    });
    const text = await response.text();
    await waitForLimit(response, text, longest);
    const fault = faultOf(response.status, address.pathname, text);
    if (fault) throw fault;
    if (!response.ok) throw new Passing(response.status, text);
    return { body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
  }

  async function call(path: string, sent: Sent, query = "") {
    const address = new URL(path, base);
    address.search = query;
    // A writing call whose answer was lost may have been done: the next run sees what is there and goes on.
    const tries = sent.method === "GET" ? pauses : pauses.slice(0, 1);
    try {
      // Where the address leads will not change by asking again.
      return await retry(
        () => once(address, sent),
        tries,
        (error) => error instanceof GitHubError || error instanceof Unreachable,
      );
    } catch (error) {
      if (error instanceof GitHubError) throw error;
      throw new GitHubError(
        "unreachable",
        error instanceof Unreachable ? error.message : `GitHub недоступний (${reasonOf(error)})`,
        error instanceof Passing ? error.answer : undefined,
      );
    }
  }

  const get: GitHubClient["get"] = async (path, parameters = {}) =>
    (await call(path, { method: "GET" }, new URLSearchParams(parameters).toString())).body;
  return {
    get,
    look: (path) => call(path, { method: "GET" }),
    list: (path, parameters = {}) => listPages(get, path, parameters),
    send: async (method, path, body) =>
      (await call(path, { method, body: JSON.stringify(body) })).body,
  };
}

/** The same of one repository: paths are under it, "" is itself. Throws where it has no name. */
export function openGitHub({ repository, ...options }: GitHubOptions): GitHubClient {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new GitHubError("refused", `Назва репозиторію має вигляд «власник/назва»: ${repository}`);
  const api = openApi(options);
  const under = (path: string) => `repos/${repository}${path === "" ? "" : `/${path}`}`;
  return {
    get: (path, parameters) => api.get(under(path), parameters),
    list: (path, parameters) => api.list(under(path), parameters),
    send: (method, path, body) => api.send(method, under(path), body),
  };
}

/** owner/name of a repository's address on GitHub; undefined for another host. */
export const repositoryOf = (address: string | undefined): string | undefined =>
  /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address ?? "")?.[1];
