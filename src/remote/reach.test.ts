import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCkan } from "./ckan/client.ts";
import { openReach, refusalOf } from "./reach.ts";
import { Unreachable } from "./unreachable.ts";

test.each([
  ["ftp://example.org/a", "не адреса вебу"],
  ["file:///etc/passwd", "не адреса вебу"],
  ["https://user:word@example.com/", "ім’я чи пароль"],
  ["http://example.com:22/", "порт 22"],
  ["http://localhost/", "приватної мережі"],
  ["http://printer/", "приватної мережі"],
  ["http://router.lan/", "приватної мережі"],
  ["http://nas.local/", "приватної мережі"],
  ["http://a.home.arpa/", "приватної мережі"],
  ["http://metadata.google.internal/", "приватної мережі"],
  ["http://2130706433/", "127.0.0.1"],
  ["http://0x7f.1/", "127.0.0.1"],
  ["http://0177.0.0.1/", "127.0.0.1"],
  ["http://127.1/", "127.0.0.1"],
  ["http://[::ffff:7f00:1]/", "приватної мережі"],
  ["http://[::1]/", "приватної мережі"],
])("%s is refused before its name is asked", (address, why) => {
  expect(refusalOf(new URL(address))).toContain(why);
});

test.each(["https://data.gov.ua/dataset", "http://example.com.ua:8080/a.csv", "https://дані.укр/"])(
  "%s may be asked for",
  (address) => expect(refusalOf(new URL(address))).toBeUndefined(),
);

describe("on the way", () => {
  let server: Server;
  let address = "";
  const visited: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      visited.push(request.url ?? "");
      const to = new URL(request.url ?? "/", "http://x").searchParams.get("to");
      if (to) response.writeHead(302, { location: to }).end();
      else if (request.url === "/big") {
        response.writeHead(200);
        for (let part = 0; part < 40; part++) response.write("x".repeat(100_000));
        response.end();
      } else if (request.url === "/silent") return;
      else response.writeHead(200, { "content-type": "text/plain" }).end("так");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test("loopback only by an explicit allowance", async () => {
    await expect(openReach()(`${address}/a`)).rejects.toThrow(Unreachable);
    expect(visited).toEqual([]);
    const response = await openReach({ allowLoopback: true })(`${address}/a`);
    expect([response.status, await response.text()]).toEqual([200, "так"]);
  });
  test("a redirect is judged as the first address was", async () => {
    const reach = openReach({ allowLoopback: true });
    for (const to of [
      "http://10.0.0.5/",
      "http://169.254.169.254/latest/",
      "file:///etc/passwd",
      "http://router.lan/",
      "http://[fd00::1]/",
    ])
      await expect(reach(`${address}/go?to=${encodeURIComponent(to)}`)).rejects.toThrow(
        Unreachable,
      );
    const round = await reach(`${address}/go?to=${encodeURIComponent(`${address}/a`)}`);
    expect(await round.text()).toBe("так");
    await expect(reach(`${address}/go?to=/go?to=/go?to=/x`, { redirect: "error" })).rejects.toThrow(
      "веде на іншу",
    );
  });
  test("a circle ends", async () => {
    const loop = createServer((_, response) => response.writeHead(302, { location: "/" }).end());
    await new Promise<void>((done) => loop.listen(0, "127.0.0.1", done));
    const reach = openReach({ allowLoopback: true });
    await expect(
      reach(`http://127.0.0.1:${(loop.address() as AddressInfo).port}/`),
    ).rejects.toThrow("по колу");
    loop.close();
  });
  test("a name that leads into a private network is not visited, nor one that does so sometimes", async () => {
    const resolve = ((_: string, __: object, done: (error: null, found: object[]) => void) =>
      done(null, [
        { address: "93.184.215.14", family: 4 },
        { address: "10.0.0.7", family: 4 },
      ])) as never;
    await expect(openReach({ resolve })("http://evil.example.com/")).rejects.toThrow(
      "evil.example.com веде на адресу приватної мережі (10.0.0.7)",
    );
  });
  test("a key is not carried to another origin, and a number of a site's own is told", async () => {
    const keys: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      keys.push(request.headers.authorization);
      response.writeHead(999).end();
    });
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    const to = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const reach = openReach({ allowLoopback: true });
    const headers = { authorization: "secret" };
    const { status, ok } = await reach(`${address}/go?to=${encodeURIComponent(to)}`, { headers });
    await reach(to, { headers });
    expect([status, ok, keys]).toEqual([999, false, [undefined, "secret"]]);
    other.close();
  });
  test("an answer that is not read to its end ends its connection", async () => {
    let ended = 0;
    const endless = createServer((_, response) => {
      response.on("close", () => ended++);
      const more = () => response.destroyed || setTimeout(more, 5, response.write("x".repeat(99)));
      more();
    });
    await new Promise<void>((done) => endless.listen(0, "127.0.0.1", done));
    const at = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/`;
    const response = await openReach({ allowLoopback: true })(at);
    await response.body?.cancel();
    await expect.poll(() => ended).toBe(1);
    endless.close();
  });
  test("an answer without an end is cut, a silent server is left", async () => {
    const reach = openReach({ allowLoopback: true, most: 1_000_000, patience: 300 });
    await expect(reach(`${address}/big`).then((response) => response.text())).rejects.toThrow(
      "понад 1 МБ",
    );
    await expect(reach(`${address}/silent`)).rejects.toThrow(/timeout/i);
  });
});

test("nothing that runs outside a reader's browser asks the web by another way", () => {
  const source = join(import.meta.dirname, "..");
  const files = [source, join(source, "../scripts")].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(ts|mjs|astro)$/.test(file) && !file.endsWith(".test.ts"))
      .map((file) => join(folder, file)),
  );
  // Pages ask for their own files; fixtures are servers of tests; a bench measures this machine; examples are shown.
  const free =
    /src\/(explore|find\/(street\/)?browser|publish\/(page|grid|reviewer)|test|web\/(components|layouts))\/|inspect\/check\.ts|remote\/reach\.ts|published\/addresses\/examples|scripts\/(bench|start)/;
  const asking = /(^|[^.\w])fetch\(|[=?:] fetch\b(?!\?)|globalThis\.fetch|["']node:https?["']/m;
  const wrong = files.filter((file) => !free.test(file) && asking.test(readFileSync(file, "utf8")));
  expect(wrong.map((file) => relative(source, file))).toEqual([]);
});

test("a portal's address in a private network is refused at once, not asked four times", async () => {
  const ckan = openCkan({ url: "http://10.0.0.5" });
  await expect(ckan.read("package_search")).rejects.toThrow("10.0.0.5 — адреса приватної мережі");
});
