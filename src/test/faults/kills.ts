import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { clearLeftovers } from "../../read/disk/leftovers.ts";
import { differences, snapshot } from "./files.ts";
import { killGroup, startCommand } from "./run.ts";
import type { Place } from "./workplace.ts";

/** A number that looks random and is the same for the same seed (mulberry32), from 0 up to 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Builds to the end, or is killed after so many milliseconds. */
export function buildFor(
  place: Place,
  milliseconds = 300_000,
): Promise<{ code: number | null; stderr: string }> {
  const child = startCommand(place, {});
  const timer = setTimeout(() => killGroup(child.pid), milliseconds);
  let stderr = "";
  child.stdout.resume();
  child.stderr.on("data", (part) => {
    stderr += part;
  });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => {
      clearTimeout(timer);
      done({ code, stderr });
    });
  });
}

/** What builds left that did not end: their folders in the code's and beside the site. */
export const leftoversOf = ({ house, site }: Place): string[] => [
  ...readdirSync(join(house, ".astro")).filter((name) => name.startsWith("build-")),
  ...readdirSync(dirname(site)).filter((name) => /^\..*\.tmp$/.test(name)),
];

/**
 * A build killed at a moment, and what became of the copy. One that was just putting its site in place has all of it
 * ready, and whoever builds next finishes that first: so it is looked at after that.
 */
export async function killAt(place: Place, milliseconds: number): Promise<string[]> {
  const before = [snapshot(place.site), snapshot(place.portal)] as const;
  await buildFor(place, milliseconds);
  clearLeftovers(place.site, place.house);
  return [
    ...differences(before[0], snapshot(place.site)).map((path) => `site/${path}`),
    ...differences(before[1], snapshot(place.portal)).map((path) => `portal/${path}`),
  ];
}
