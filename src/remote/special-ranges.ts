import { BlockList, isIP } from "node:net";

/**
 * Addresses that are nobody's on the web: IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, as of
 * November 2026: all blocks that are not globally reachable), multicast, and what clouds answer on for their own.
 */
const four = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // Azure's own services answer here in every virtual network.
  "168.63.129.16/32",
];
/** Of IPv6 only 2000::/3 is given out; of it these are special. */
const six = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

const listOf = (blocks: readonly string[], family: "ipv4" | "ipv6"): BlockList => {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = "", bits = ""] = block.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
};
const specialFour = listOf(four, "ipv4");
const specialSix = listOf(six, "ipv6");
const given = listOf(["2000::/3"], "ipv6");

/**
 * Is an address, as resolved, one that a program sent out by strangers' words must not visit? IPv6 forms that carry an
 * IPv4 address (mapped, NAT64, 6to4, Teredo) are never given out as such, so they are special too.
 */
export function isSpecial(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  const family = isIP(plain);
  if (family === 4) return specialFour.check(plain, "ipv4");
  if (family === 6) return !given.check(plain, "ipv6") || specialSix.check(plain, "ipv6");
  return true;
}

/** Names that never leave a network (RFC 6761, 6762, 8375, 9476 and habit): one label, or an ending nobody sells. */
const localName =
  /^[^.]*\.?$|(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|example|invalid|onion|alt)\.?$/i;

/** Is a host's name one of a private network's? Numbers are judged as addresses. */
export const isLocalName = (host: string): boolean =>
  isIP(host.replace(/^\[|\]$/g, "")) === 0 && localName.test(host);

export const isLoopback = (address: string): boolean =>
  /^127\./.test(address) || address === "::1" || /^::ffff:127\./i.test(address);
