import { type LookupAddress, lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLocalName, isLoopback, isSpecial } from "./special-ranges.ts";
import { Unreachable } from "./unreachable.ts";

export type ReachOptions = {
  /** Tests call servers of their own on this machine; nothing else may. */
  allowLoopback?: boolean;
  /** Bytes of an answer that are read. */
  most?: number;
  /** Milliseconds without an answer, where the caller gives no signal. */
  patience?: number;
  /** How names are resolved; of the system. */
  resolve?: typeof lookup;
};

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * A `fetch` for addresses that strangers wrote. Every hop is judged before it is connected to: http or https, the ports
 * of the web, no name of a private network, and no name that resolves to a special-purpose address; the connection goes
 * to the very address that was judged, so a name cannot change its mind in between. Redirects are followed by hand, five
 * at most, without credentials; an answer is cut off beyond `most` bytes. Throws Unreachable.
 */
export function openReach(options: ReachOptions = {}): typeof fetch {
  const { most = 100_000_000, patience = 60_000 } = options;
  return async (input, init = {}) => {
    const first = new URL(input instanceof Request ? input.url : String(input));
    let asked: Asked = {
      at: first,
      method: init.method ?? "GET",
      headers: new Headers(init.headers),
      body: init.body ?? undefined,
      signal: init.signal ?? AbortSignal.timeout(patience),
    };
    for (let hop = 0; ; hop++) {
      const response = await call(asked, options);
      const location = locationOf(response);
      if (location === undefined) return toResponse(response, most);
      response.destroy();
      if (init.redirect === "error") throw new Unreachable(`${asked.at.href} веде на іншу адресу`);
      if (init.redirect === "manual") return toResponse(response, most);
      if (hop === mostRedirects) throw new Unreachable(`${first.href} веде по колу`);
      asked = redirected(asked, response.statusCode ?? 0, new URL(location, asked.at));
    }
  };
}

type Asked = { at: URL; method: string; headers: Headers; body: unknown; signal: AbortSignal };

/** Where an answer leads; undefined of an answer that is no redirect. */
const locationOf = ({ statusCode, headers }: http.IncomingMessage): string | undefined =>
  redirects.has(statusCode ?? 0) ? headers.location : undefined;

/** What is asked for after a redirect, as browsers do it: credentials stay with their origin, a sent form becomes reading. */
function redirected(asked: Asked, status: number, at: URL): Asked {
  const headers = new Headers(asked.headers);
  if (at.origin !== asked.at.origin)
    for (const name of ["authorization", "cookie"]) headers.delete(name);
  const becomesReading = status === 303 || (asked.method === "POST" && status < 303);
  return { ...asked, at, headers, ...(becomesReading ? { method: "GET", body: undefined } : {}) };
}

/** Why an address must not be visited, before its name is resolved; undefined where it may be asked for. */
export function refusalOf(
  address: URL,
  { allowLoopback = false }: ReachOptions = {},
): string | undefined {
  const { protocol, hostname, port, username, password } = address;
  if (protocol !== "http:" && protocol !== "https:") return `${protocol}// — не адреса вебу`;
  if (username !== "" || password !== "") return "в адресі є ім’я чи пароль";
  const host = hostname.replace(/^\[|\]$/g, "");
  if (allowLoopback && (isLoopback(host) || host === "localhost")) return undefined;
  if (!["", "80", "443", "8080", "8443"].includes(port)) return `порт ${port} — не порт сайтів`;
  if (isLocalName(host) || (isIP(host) !== 0 && isSpecial(host)))
    return `${host} — адреса приватної мережі`;
  return undefined;
}

function call({ at, method, headers, body, signal }: Asked, options: ReachOptions) {
  const refusal = refusalOf(at, options);
  if (refusal !== undefined) throw new Unreachable(`не відвідано: ${refusal}`);
  const { request } = at.protocol === "https:" ? https : http;
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const outgoing = request(
      at,
      {
        method,
        headers: { "user-agent": "open-data-portal", ...Object.fromEntries(headers) },
        lookup: judgedLookup(options),
        signal,
        // A kept connection would be used again without a look at where it leads.
        agent: false,
      },
      resolve,
    );
    outgoing.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    if (typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
    else outgoing.end();
  });
}

/** Resolves a name and gives only what may be visited: one special address among several refuses them all. */
export const judgedLookup =
  ({ allowLoopback = false, resolve = lookup }: ReachOptions): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = (Array.isArray(found) ? found : []) as LookupAddress[];
      if (error) return done(error, "", 4);
      const special = addresses.find(
        ({ address }) => isSpecial(address) && !(allowLoopback && isLoopback(address)),
      );
      const [first] = addresses;
      if (special || !first)
        return done(
          new Unreachable(
            `не відвідано: ${hostname} веде на адресу приватної мережі (${special?.address ?? "немає адреси"})`,
          ),
          "",
          4,
        );
      return options.all
        ? done(null, addresses as never, undefined as never)
        : done(null, first.address, first.family);
    });
  };

/** A message of node's as an answer of fetch's, cut off with an error beyond so many bytes. */
function toResponse(message: http.IncomingMessage, most: number): Response {
  const status = message.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers))
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  const empty = [101, 204, 205, 304].includes(status);
  const parts = message[Symbol.asyncIterator]();
  let size = 0;
  const bounded = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { done, value } = await parts.next();
      if (done) return stream.close();
      size += value.length;
      if (size > most) {
        message.destroy();
        throw new Unreachable(`відповідь понад ${Math.round(most / 1e6)} МБ`);
      }
      stream.enqueue(value);
    },
    // Whoever has seen enough ends the connection: what is not read must not go on coming.
    cancel: () => void message.destroy(),
  });
  if (empty) message.destroy();
  const known = status >= 200 && status <= 599;
  const response = new Response(empty ? null : bounded, { status: known ? status : 502, headers });
  // Some sites answer programs with numbers of their own (999), which the web's Response does not take.
  return known ? response : Object.defineProperty(response, "status", { value: status });
}
