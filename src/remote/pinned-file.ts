import { createHash } from "node:crypto";
import type { PinnedFile } from "../schemas/data/pinned.ts";
import { reasonOf, retry } from "./retry.ts";
import { Unreachable } from "./unreachable.ts";

/** Milliseconds until a server answers, and bytes a second below which it is waited for no longer. */
const patience = 60_000;
const slowest = 250_000;

/**
 * Why a file did not come, in Ukrainian. `wrong`: the passport says what is not so (another file, no file, an address
 * that must not be visited), and asking again will not change it; otherwise the network is at fault.
 */
export class NotFetched extends Error {
  override name = "NotFetched";
  wrong: boolean;
  constructor(message: string, { wrong }: { wrong: boolean }) {
    super(message);
    this.wrong = wrong;
  }
}

const wrong = (message: string) => new NotFetched(message, { wrong: true });
const failed = (message: string) => new NotFetched(message, { wrong: false });
const number = (bytes: number): string => bytes.toLocaleString("uk-UA");
const otherSize = (is: number, said: number): string =>
  `розмір файлу — ${number(is)} Б, а в паспорті (bytes) — ${number(said)} Б`;

/** An error of the way there as a reason. */
const onTheWay = (error: unknown): NotFetched => {
  if (error instanceof NotFetched) return error;
  if (error instanceof Unreachable) return wrong(error.message);
  if (error instanceof Error && error.name === "TimeoutError")
    return failed("сервер не віддав файлу вчасно");
  const { code = "" } = (error ?? {}) as NodeJS.ErrnoException;
  return failed(
    code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE"
      ? "з’єднання обірвалося"
      : `немає з’єднання (${reasonOf(error)})`,
  );
};

/** Asks for a file: an answer that begins it. Throws NotFetched. */
async function answerOf({ url, bytes }: PinnedFile, ask: typeof fetch): Promise<Response> {
  const signal = AbortSignal.timeout(patience + Math.ceil((bytes / slowest) * 1000));
  let response: Response;
  try {
    response = await ask(url, { signal });
  } catch (error) {
    throw onTheWay(error);
  }
  const { status, headers } = response;
  const length = headers.get("content-length");
  const reason =
    status !== 200
      ? `сервер відповів ${status}`
      : length !== null && Number(length) !== bytes
        ? otherSize(Number(length), bytes)
        : undefined;
  if (reason === undefined) return response;
  await response.body?.cancel();
  throw status === 429 || status >= 500 ? failed(reason) : wrong(reason);
}

/**
 * A file elsewhere, part by part as it comes, held against its size and SHA-256: nothing is asked for beyond the stated
 * size, and the last part is followed by an error unless the whole was the pinned file. Throws NotFetched.
 */
async function* pinnedParts(file: PinnedFile, ask: typeof fetch): AsyncGenerator<Uint8Array> {
  const { body } = await answerOf(file, ask);
  const hash = createHash("sha256");
  let size = 0;
  const parts = (body ?? new Blob().stream())[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await parts.next().catch((error) => {
        throw onTheWay(error);
      });
      if (done) break;
      size += value.length;
      if (size > file.bytes)
        throw wrong(`файл більший, ніж сказано в паспорті (bytes): понад ${number(file.bytes)} Б`);
      hash.update(value);
      yield value;
    }
  } finally {
    // Whoever has seen enough ends the connection.
    await parts.return?.();
  }
  if (size < file.bytes) throw wrong(otherSize(size, file.bytes));
  const sum = hash.digest("hex");
  if (sum !== file.sha256)
    throw wrong(`його SHA-256 — ${sum}, а в паспорті (hash) — ${file.sha256}`);
}

/**
 * Fetches a pinned file and hands its parts to whoever keeps them, who keeps nothing of parts that end with an error.
 * What may pass by itself is asked for again.
 * @throws NotFetched, and whatever `keep` throws
 */
export const fetchPinned = (
  file: PinnedFile,
  {
    fetch: ask,
    keep,
    pauses = [2000, 10_000],
  }: {
    fetch: typeof fetch;
    keep: (file: PinnedFile, parts: AsyncIterable<Uint8Array>) => Promise<void>;
    pauses?: readonly number[];
  },
): Promise<void> =>
  retry(
    () => keep(file, pinnedParts(file, ask)),
    pauses,
    (error) => !(error instanceof NotFetched) || error.wrong,
  );
