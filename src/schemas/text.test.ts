import { expect, test } from "vitest";
import { isWebAddress } from "./text.ts";

test.each([
  "https://example.org",
  "http://data.example.org:8080/a/b?c=d#e",
  "https://рада.укр/розклад",
  "https://example.org/@a/b%20c",
])("%s is an address", (address) => {
  expect(isWebAddress(address)).toBe(true);
  // A browser goes to the host that the address shows.
  expect(new URL(address).hostname).toBe(new URL(`https://${address.split("/")[2]}`).hostname);
});

test.each([
  ["a backslash, which a browser takes for a slash", "https://evil.org\\.example.org/"],
  ["a backslash in the path", "https://example.org/a\\b"],
  ["a user's name", "https://example.org@evil.org/"],
  ["a tab, which a browser drops", "https://exa\tmple.org/"],
  ["a line end", "https://example.org/\na"],
  ["an invisible sign in the host", "https://exam\u00adple.org/"],
  ["a sign that turns the text", "https://example.org/\u202egro.live"],
  ["no scheme", "//example.org/"],
  ["one slash", "https:/example.org/"],
  ["a full-width slash", "https://evil.org\uff0f.example.org/"],
  ["a scheme that runs", "javascript://example.org/%0aalert(1)"],
  ["no dot in the host", "http://localhost/"],
])("%s is none", (_, address) => {
  expect(isWebAddress(address)).toBe(false);
});
