import type { FileBytes } from "../../forge.ts";

/** Bytes turned at once: a multiple of three, so that parts of Base64 join, and few enough to be arguments. */
const part = 3 * 8192;

/** Bytes → Base64, as GitHub takes blobs. */
export function toBase64(bytes: FileBytes): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += part)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + part))));
  return parts.join("");
}

/** Base64, with the line ends that GitHub puts into it → bytes. Throws where it is none. */
export const parseBase64 = (text: string): FileBytes =>
  Uint8Array.from(atob(text.replaceAll("\n", "")), (letter) => letter.charCodeAt(0));

/** What git calls these bytes: SHA-1 of «blob», their length and themselves (git-scm.com/book, «Git Objects»). */
export async function blobName(bytes: FileBytes): Promise<string> {
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
