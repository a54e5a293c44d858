import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCkan } from "./ckan/client.ts";
import { openReach, refusalOf, Unreachable } from "./reach.ts";
import { isSpecial } from "./special-ranges.ts";

const special = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "10.255.255.255",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "127.255.255.254",
  "168.63.129.16",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.170",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.0.1",
  "198.18.0.1",
  "198.19.255.255",
  "198.51.100.7",
  "203.0.113.9",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::7f00:1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:10::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "2002:c0a8:101::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd12:3456:789a::1",
  "fe80::1",
  "fe80::1%eth0",
  "febf::1",
  "fec0::1",
  "ff02::1",
  "::127.0.0.1",
  "not an address",
  "",
];
const open = [
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "168.63.129.15",
  "169.253.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.0.1.1",
  "192.167.255.255",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "193.0.6.139",
  "2001:4860:4860::8888",
  "2606:4700::1111",
  "2a00:1450:4001::200e",
];
test.each(special)("%j is nobody's on the web", (address) => expect(isSpecial(address)).toBe(true));
test.each(open)("%s is somebody's", (address) => expect(isSpecial(address)).toBe(false));

test("thousands of random addresses are judged as Python's ipaddress judges them", ({ skip }) => {
  let seed = 20261127;
  const random = (most: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % most;
  };
  const near = [0, 10, 100, 127, 169, 172, 192, 198, 203, 224, 240];
  const fours = Array.from({ length: 4000 }, (_, index) =>
    [
      index % 2 ? random(256) : near[random(near.length)],
      random(256),
      random(256),
      random(256),
    ].join("."),
  );
  const sixes = Array.from({ length: 4000 }, (_, index) =>
    Array.from({ length: 8 }, (_, part) =>
      (part === 0 && index % 2
        ? ([0, 0x64, 0x100, 0x2001, 0x2002, 0xfc00, 0xfe80, 0xff02][random(8)] ?? 0)
        : random(65536)
      ).toString(16),
    ).join(":"),
  );
  const all = [...fours, ...sixes];
  const script =
    "import ipaddress,sys\nfor line in sys.stdin:\n a=ipaddress.ip_address(line.strip())\n print(int(a.is_global and not a.is_multicast))";
  const { status, stdout } = spawnSync("python3", ["-c", script], {
    input: all.join("\n"),
    encoding: "utf8",
  });
  if (status !== 0) return skip("python3 is not here");
  const judged = stdout.trim().split("\n");
  // Python calls these global; they carry an IPv4 address, or are no one's to give out.
  const isGivenOut = (address: string) => {
    const first = Number.parseInt(address.split(":")[0] ?? "", 16);
    return !address.includes(":") || (first >= 0x2000 && first <= 0x3fff);
  };
  const stricter = (address: string) =>
    !isGivenOut(address) || /^200[12]:|^192\.(88\.99|31\.196|52\.193|175\.48)\./.test(address);
  const differing = all.filter(
    (address, index) =>
      (judged[index] === "1") === isSpecial(address) && !(isSpecial(address) && stricter(address)),
  );
  expect(differing).toEqual([]);
  return undefined;
});

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
    /src\/(explore|find\/browser|test|web\/(components|layouts))\/|remote\/reach\.ts|published\/addresses\/examples|scripts\/(bench|start)/;
  const asking = /(^|[^.\w])fetch\(|[=?:] fetch\b(?!\?)|globalThis\.fetch|["']node:https?["']/m;
  const wrong = files.filter((file) => !free.test(file) && asking.test(readFileSync(file, "utf8")));
  expect(wrong.map((file) => relative(source, file))).toEqual([]);
});
test("a portal's address in a private network is refused at once, not asked four times", async () => {
  const ckan = openCkan({ url: "http://10.0.0.5" });
  await expect(ckan.read("package_search")).rejects.toThrow("10.0.0.5 — адреса приватної мережі");
});
