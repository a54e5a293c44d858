import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
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
