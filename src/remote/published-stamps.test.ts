import { expect, test } from "vitest";
import { readPublishedStamps } from "./published-stamps.ts";

const site = "https://data.example.gov.ua";
const stamps = {
  sets: { "https://a.ua/x": { packaged: { key: "a".repeat(64), moment: "2026-10-01T00:00:00Z" } } },
};

test.each<[string, Record<string, Response | Error>, unknown, RegExp | undefined]>([
  ["a site with stamps", { "/stamps.json": Response.json(stamps) }, stamps, undefined],
  [
    "a site of an engine without them",
    { "/stamps.json": new Response("", { status: 404 }), "/build.json": Response.json({}) },
    "unstamped",
    undefined,
  ],
  ["no site", {}, undefined, /відповідь 404\)/],
  [
    "a broken host",
    { "/stamps.json": new Response("", { status: 500 }) },
    undefined,
    /відповідь 500\)/,
  ],
  ["no answer", { "/stamps.json": new TypeError("socket hang up") }, undefined, /stamps\.json: /],
  [
    "something else at the address",
    { "/stamps.json": Response.json({ sets: { a: { packaged: { key: "?" } } } }) },
    undefined,
    /stamps\.json: /,
  ],
])("%s", async (_, answers, found, says) => {
  const ask = async (address: unknown) => {
    const answer = answers[String(address).slice(site.length)];
    if (answer instanceof Error) throw answer;
    return answer ?? new Response("", { status: 404 });
  };
  const read = await readPublishedStamps(ask as typeof fetch, site);
  expect(read.stamps).toEqual(found);
  if (says) expect(read.says).toMatch(says);
  else expect(read.says).toBeUndefined();
});
