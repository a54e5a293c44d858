import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

const official = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

test("nothing, and «abc» of the standard", () => {
  expect(sha256(new Uint8Array())).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  expect(sha256(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("bytes of every length around a block", () => {
  for (let length = 0; length <= 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
    expect(sha256(bytes)).toBe(official(bytes));
  }
});

test("any bytes, a part of a larger buffer too", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(50), (bytes, from) => {
      const part = bytes.subarray(from);
      expect(sha256(part)).toBe(official(part));
    }),
  );
});
