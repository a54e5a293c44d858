import type { ResourceDescriptor } from "./dataset.ts";

/** A file that lies elsewhere and whose content is known all the same: bytes of so many, of this SHA-256 (64 small hex digits). */
export type PinnedFile = { url: string; bytes: number; sha256: string };

/**
 * Bytes of a file elsewhere that the portal reads, at most: what GitHub takes as one file of a release. A larger table is
 * checked where it lies (.github/large-tables.md).
 */
export const largestPinned = 2 * 1024 ** 3;

/** Why a written `hash` pins nothing: the file is the portal's own, the sum is no SHA-256, the size is unsaid or too large. */
type PinFault = "own-file" | "algorithm" | "no-bytes" | "too-large";

type Described = Pick<ResourceDescriptor, "path" | "bytes" | "hash">;

const isAddress = (path: string | undefined): path is string =>
  path !== undefined && /^https?:/i.test(path);

/** What is wrong with a resource's `hash` (https://datapackage.org/standard/data-resource/#hash); undefined where nothing is, or none is written. */
export function pinFault({ path, bytes, hash }: Described): PinFault | undefined {
  if (hash === undefined) return undefined;
  if (!isAddress(path)) return "own-file";
  if (!/^sha256:[0-9a-f]{64}$/i.test(hash)) return "algorithm";
  if (bytes === undefined) return "no-bytes";
  return bytes > largestPinned ? "too-large" : undefined;
}

/** The file a resource pins: its address, size and sum are written, and rightly. */
export function pinnedFile(resource: Described): PinnedFile | undefined {
  const { path, bytes, hash } = resource;
  if (hash === undefined || pinFault(resource) !== undefined) return undefined;
  if (!isAddress(path) || bytes === undefined) return undefined;
  return { url: path, bytes, sha256: hash.slice("sha256:".length).toLowerCase() };
}
