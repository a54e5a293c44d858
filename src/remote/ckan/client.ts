import { openReach } from "../reach.ts";
import { reasonOf, retry } from "../retry.ts";
import { Unreachable } from "../unreachable.ts";

/** Why a CKAN portal did not do what it was asked: what to do next differs. */
export type CkanFault = "forbidden" | "missing" | "refused" | "unreachable";

/** A CKAN portal said no, or nothing. `detail` is its own words: of a refusal, the fields and what is wrong with each. */
export class CkanError extends Error {
  readonly fault: CkanFault;
  readonly detail: unknown;
  constructor(fault: CkanFault, message: string, detail?: unknown) {
    super(message);
    this.fault = fault;
    this.detail = detail;
  }
}

export type CkanOptions = {
  /** Address of the portal, without /api. */
  url: string;
  /** Key of a user who may write; without it only public reading. */
  key?: string;
  fetch?: typeof fetch;
  /** Milliseconds to wait for an answer, and before each further try. */
  patience?: number;
  pauses?: readonly number[];
};

/** A package as a portal has it. */
export type RemotePackage = Record<string, unknown>;

/** Is a value of an answer a record with fields, as packages and what they consist of are? */
export const isRecord = (value: unknown): value is RemotePackage =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export type CkanClient = {
  /** A reading call: parameters go into the address. */
  read(action: string, parameters?: Record<string, string>): Promise<unknown>;
  /** A writing call: the body is JSON. */
  write(action: string, body: object): Promise<unknown>;
  /** A writing call with a file (multipart/form-data, its field `upload`); the other fields are texts. */
  upload(action: string, fields: Record<string, string>, file: SentFile): Promise<unknown>;
};

/** A file as a form carries it. */
export type SentFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/** The slowest line a file is still waited for on: bytes a millisecond. */
const slowest = 50;

const isLocal = ({ hostname }: URL): boolean =>
  ["127.0.0.1", "localhost", "[::1]"].includes(hostname);

/**
 * The Action API of a CKAN portal (https://docs.ckan.org/en/latest/api/). What may pass by itself (no connection, no
 * answer in time, 429, 5xx, half a body) is tried again; what will not (401, 403, 404, 409) is thrown at once. The key
 * never leaves for another host or over plain http.
 */
export function openCkan(options: CkanOptions): CkanClient {
  const {
    url,
    key,
    fetch: ask = openReach(),
    patience = 30_000,
    pauses = [1000, 4000, 15_000],
  } = options;
  const portal = new URL(url);
  if (key !== undefined && portal.protocol !== "https:" && !isLocal(portal))
    throw new CkanError(
      "refused",
      `Ключ не можна надсилати відкритим з’єднанням: ${url}. Потрібна адреса https://.`,
    );
  const base = `${portal.href.replace(/\/+$/, "")}/api/3/action`;

  async function once(address: string, init: Sent): Promise<unknown> {
    const response = await ask(address, {
      method: init.method,
      ...(init.body === undefined ? {} : { body: init.body }),
      // A redirect would carry the key to wherever it points.
      redirect: key === undefined ? "follow" : "error",
      signal: AbortSignal.timeout(patience + Math.ceil((init.body?.length ?? 0) / slowest)),
      headers: {
        accept: "application/json",
        ...(init.type === undefined ? {} : { "content-type": init.type }),
        ...(key === undefined ? {} : { authorization: key }),
      },
    });
    const text = await response.text();
    const body = parse(text);
    const { status } = response;
    if (status === 401 || status === 403)
      throw new CkanError(
        "forbidden",
        "портал не дозволяє: перевірте ключ і права користувача в організації",
        body?.error,
      );
    if (status === 404) throw new CkanError("missing", "на порталі такого немає", body?.error);
    if (status === 413 || isTooLarge(body?.error))
      throw new CkanError("refused", "портал не приймає такого великого файлу", body?.error);
    if (status === 400 || status === 409)
      throw new CkanError(
        "refused",
        `портал не прийняв: ${words(body?.error ?? text)}`,
        body?.error,
      );
    if (status === 429 || status >= 500) throw new Error(`портал відповів ${status}`);
    if (body?.success !== true)
      throw new Error("відповідь не дійшла до кінця або не є відповіддю CKAN");
    return body.result;
  }

  async function call(action: string, query: string, init: Sent): Promise<unknown> {
    try {
      // Where the address leads will not change by asking again.
      return await retry(
        () => once(`${base}/${action}${query}`, init),
        pauses,
        (error) => error instanceof CkanError || error instanceof Unreachable,
      );
    } catch (error) {
      if (error instanceof CkanError) throw error;
      throw new CkanError(
        "unreachable",
        error instanceof Unreachable
          ? error.message
          : `портал недоступний після ${pauses.length + 1} спроб (${reasonOf(error)})`,
      );
    }
  }

  return {
    read: (action, parameters = {}) => {
      const query = new URLSearchParams(parameters).toString();
      return call(action, query === "" ? "" : `?${query}`, { method: "GET" });
    },
    write: (action, body) =>
      call(action, "", { method: "POST", type: "application/json", body: JSON.stringify(body) }),
    upload: async (action, fields, { name, mediaType, bytes }) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      form.set("upload", new File([bytes], name, { type: mediaType }));
      const written = new Response(form);
      const type = written.headers.get("content-type") ?? "multipart/form-data";
      return call(action, "", { method: "POST", type, body: await written.bytes() });
    },
  };
}

/** What one call sends: bytes and their media type. */
type Sent = { method: "GET" | "POST"; type?: string; body?: string | Uint8Array<ArrayBuffer> };

type Answer = { success?: boolean; result?: unknown; error?: unknown };

function parse(text: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** CKAN refuses a file over its `ckan.max_resource_size` (10 MB unless the portal chose otherwise) under the field's name. */
const isTooLarge = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "upload" in error &&
  /too large/i.test(String(error.upload));

/** CKAN's refusal, {field: [reasons]}, as one line. */
function words(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error).slice(0, 300);
  return Object.entries(error)
    .filter(([field]) => field !== "__type")
    .map(
      ([field, reasons]) =>
        `${field} — ${typeof reasons === "string" ? reasons : JSON.stringify(reasons)}`,
    )
    .join("; ");
}

/** Rows of a page: CKAN gives at most a thousand, and small pages survive a slow portal. */
const rows = 100;

/** What one record is known by while pages are read: what has no id is known by what it says. */
const keyOf = (one: unknown): unknown => (isRecord(one) && one.id) || JSON.stringify(one);

/**
 * Everything a search finds, page by page, also what is no package; ends where a page brings nothing new, whatever the
 * count says.
 */
export async function searchRecords(
  client: CkanClient,
  parameters: Record<string, string> = {},
): Promise<unknown[]> {
  const found = new Map<unknown, unknown>();
  for (let start = 0; ; start += rows) {
    const answer = await client.read("package_search", {
      ...parameters,
      rows: String(rows),
      start: String(start),
      sort: "id asc",
    });
    const results: unknown = isRecord(answer) ? answer.results : undefined;
    if (!Array.isArray(results))
      throw new CkanError("refused", "у відповіді порталу немає переліку наборів");
    const fresh = results.filter((one) => !found.has(keyOf(one)));
    if (fresh.length === 0) return [...found.values()];
    for (const one of fresh) found.set(keyOf(one), one);
  }
}

/** The packages among what a search finds. */
export const searchPackages = async (
  client: CkanClient,
  parameters?: Record<string, string>,
): Promise<RemotePackage[]> => (await searchRecords(client, parameters)).filter(isRecord);
