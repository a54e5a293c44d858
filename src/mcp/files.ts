import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Unreachable } from "../remote/unreachable.ts";

/**
 * The files of a portal's site, wherever it lies: by their paths from the site's root.
 * @param most bytes of a file that are read at most
 */
export type Files = (path: string, most: number) => Promise<Uint8Array>;

/** Why a file was not read, as a sentence a reader can act on. */
export class Unread extends Error {
  override name = "Unread";
  /** The portal has no such file, and will not have it in a moment. */
  readonly missing: boolean;
  constructor(sentence: string, missing = false) {
    super(sentence);
    this.missing = missing;
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} МБ`;
const tooLarge = (path: string, bytes: number, most: number): Unread =>
  new Unread(`Файл ${path} завеликий: ${megabytes(bytes)}, а тут читається до ${megabytes(most)}.`);

/**
 * A site on the web. Nothing but the portal is asked: an answer that leads elsewhere is refused.
 * @param reach a `fetch` that reads so many bytes of an answer at most
 */
export function siteFiles(site: string, reach: (most: number) => typeof fetch): Files {
  const base = site.replace(/\/+$/, "");
  return async (path, most) => {
    const address = base + path;
    try {
      const response = await reach(most)(address, { redirect: "error" });
      if (response.status === 404 || response.status === 410)
        throw new Unread(`На порталі немає ${address}.`, true);
      if (!response.ok) throw new Unread(`Портал відповів ${response.status} на ${address}.`);
      const bytes = Number(response.headers.get("content-length") ?? 0);
      if (bytes > most) {
        await response.body?.cancel();
        throw tooLarge(path, bytes, most);
      }
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (error instanceof Unread) throw error;
      const why =
        error instanceof Unreachable ? error.message : "немає зв’язку або відповідь обірвалася";
      throw new Unread(`Не вдалося прочитати ${address}: ${why}.`);
    }
  };
}

/** A built site in a folder of this machine. */
export const folderFiles =
  (folder: string): Files =>
  async (path, most) => {
    const file = join(folder, path);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) throw new Unread(`У теці немає ${path}.`, true);
    if (found.size > most) throw tooLarge(path, found.size, most);
    return readFile(file);
  };

/** What a portal that is not built would have at each path. */
export const renderedFiles =
  (files: ReadonlyMap<string, () => Promise<Uint8Array>>): Files =>
  async (path, most) => {
    const bytes = await files.get(path)?.();
    if (!bytes) throw new Unread(`На порталі немає ${path}.`, true);
    if (bytes.length > most) throw tooLarge(path, bytes.length, most);
    return bytes;
  };
