import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFetchedFiles } from "../read/disk/fetched-files.ts";
import type { PinnedFile } from "../schemas/data/pinned.ts";
import { fetchPinned, NotFetched } from "./pinned-file.ts";
import { openReach } from "./reach.ts";

const content = Buffer.from(`id,name\n${"1,Вокзал\n".repeat(20_000)}`);
const sha256 = createHash("sha256").update(content).digest("hex");

let project = "";
let server: Server | undefined;
let asked = 0;
const kept = () => {
  const folder = join(project, "node_modules/.cache/open-data-portal/files");
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")) : [];
};
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "portal-fetched-"));
  asked = 0;
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(project, { recursive: true, force: true });
});

/** A server on this machine; the file there as the passport pins it. */
async function serve(answer: RequestListener): Promise<PinnedFile> {
  server = createServer((request, response) => {
    asked++;
    answer(request, response);
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/stops.csv`, bytes: content.length, sha256 };
}
const fetchIt = (file: PinnedFile, pauses: readonly number[] = []) =>
  fetchPinned(file, {
    fetch: openReach({ allowLoopback: true }),
    keep: openFetchedFiles(project).keep,
    pauses,
  });
/** What fetching ends with: why it did not come, and whether the passport is wrong. */
const failureOf = (file: PinnedFile, pauses?: readonly number[]) =>
  fetchIt(file, pauses).then(
    () => "fetched",
    (error) => {
      expect(error).toBeInstanceOf(NotFetched);
      return [error.wrong, error.message];
    },
  );

test("a file as it was pinned is kept by its sum, and found", async () => {
  const file = await serve((_, response) => response.end(content));
  await fetchIt(file);
  expect(kept()).toEqual([sha256]);
  const found = openFetchedFiles(project).find(file);
  expect([found?.size, found?.sha256]).toEqual([content.length, sha256]);
  expect(Buffer.compare(found?.bytes() ?? new Uint8Array(), content)).toBe(0);
  expect(Buffer.concat([...(found?.parts?.() ?? [])]).equals(content)).toBe(true);
});

test("a redirect to where the file lies is followed", async () => {
  const file = await serve((request, response) =>
    request.url === "/stops.csv"
      ? response.writeHead(302, { location: "/kept/stops.csv" }).end()
      : response.end(content),
  );
  await fetchIt(file);
  expect(kept()).toEqual([sha256]);
});

test("another file of the same size is told of, with both sums, and not kept", async () => {
  const other = Buffer.from(content);
  other[other.length - 3] = 63;
  const file = await serve((_, response) => response.end(other));
  const sum = createHash("sha256").update(other).digest("hex");
  expect(await failureOf(file)).toEqual([
    true,
    `його SHA-256 — ${sum}, а в паспорті (hash) — ${sha256}`,
  ]);
  expect(kept()).toEqual([]);
});

test("a file that says it is longer or shorter is not read at all", async () => {
  const file = await serve((_, response) => {
    response.writeHead(200, { "content-length": content.length + 5 });
    response.flushHeaders();
  });
  expect(await failureOf(file)).toEqual([
    true,
    expect.stringMatching(/^розмір файлу — 300.013 Б, а в паспорті \(bytes\) — 300.008 Б$/),
  ]);
  expect(kept()).toEqual([]);
});

test("a file without an end is read to the stated size and no further", async () => {
  let ended = 0;
  const file = await serve((_, response) => {
    response.on("close", () => ended++);
    const more = () => response.destroyed || setTimeout(more, 1, response.write(content));
    more();
  });
  expect(await failureOf(file)).toEqual([
    true,
    expect.stringMatching(/^файл більший, ніж сказано в паспорті/),
  ]);
  await expect.poll(() => ended).toBe(1);
  expect(kept()).toEqual([]);
});

test("a file that ends early without a word is too short", async () => {
  const file = await serve((_, response) => {
    response.writeHead(200, { "transfer-encoding": "chunked" });
    response.end(content.subarray(0, 100));
  });
  expect(await failureOf(file)).toEqual([
    true,
    expect.stringMatching(/^розмір файлу — 100 Б, а в паспорті/),
  ]);
  expect(kept()).toEqual([]);
});

test("a cut connection is the network's fault, and asked again", async () => {
  const file = await serve((_, response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, 1000), () => setTimeout(() => response.destroy(), 20));
  });
  expect(await failureOf(file, [1, 1])).toEqual([false, "з’єднання обірвалося"]);
  expect([asked, kept()]).toEqual([3, []]);
});

test("a server that is not well is asked again; one that has no such file is not", async () => {
  const ill = await serve((_, response) =>
    asked < 3 ? response.writeHead(503).end() : response.end(content),
  );
  await fetchIt(ill, [1, 1]);
  expect([asked, kept()]).toEqual([3, [sha256]]);
  server?.close();
  asked = 0;
  const gone = await serve((_, response) => response.writeHead(404).end());
  expect(await failureOf(gone, [1, 1])).toEqual([true, "сервер відповів 404"]);
  expect(asked).toBe(1);
});

test("nothing is asked of a private address, nor where a redirect leads to one", async () => {
  const file = await serve((_, response) =>
    response.writeHead(302, { location: "http://10.0.0.5/stops.csv" }).end(),
  );
  expect(await failureOf(file)).toEqual([true, "не відвідано: 10.0.0.5 — адреса приватної мережі"]);
  expect(await failureOf({ ...file, url: "http://169.254.169.254/latest/" })).toEqual([
    true,
    "не відвідано: 169.254.169.254 — адреса приватної мережі",
  ]);
  expect(kept()).toEqual([]);
});

test("a damaged copy counts as none, and fetching puts a whole one in its place", async () => {
  const file = await serve((_, response) => response.end(content));
  await fetchIt(file);
  const path = join(project, "node_modules/.cache/open-data-portal/files", sha256);
  const damaged = Buffer.from(content);
  damaged[1000] = 0;
  for (const bytes of [damaged, content.subarray(0, 500)]) {
    writeFileSync(path, bytes);
    expect(openFetchedFiles(project).find(file)).toBeUndefined();
  }
  await fetchIt(file);
  expect(openFetchedFiles(project).find(file)).toBeDefined();
});

test("a copy that changes while it is read is not taken for what was judged", async () => {
  const file = await serve((_, response) => response.end(content));
  await fetchIt(file);
  const found = openFetchedFiles(project).find(file);
  const damaged = Buffer.from(content);
  damaged[1000] = 0;
  writeFileSync(join(project, "node_modules/.cache/open-data-portal/files", sha256), damaged);
  expect(() => [...(found?.parts?.() ?? [])]).toThrow("змінився, поки його читали");
});
