import { expect, test } from "vitest";
import { parse } from "yaml";
import {
  brokenLinks,
  outsideAddresses,
  reachedLinks,
} from "../../catalogue/measures/quality/links.ts";
import { renderLinks } from "../../published/reports/checks.ts";
import { type LinksCheck, linksSchema } from "../../schemas/reports/checks.ts";
import { catalogueOf, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { checkLinks } from "./links.ts";

/** A web of addresses, each with its answers in turn; the last one stays. */
function webOf(answers: Record<string, (number | Error)[]>) {
  const calls: string[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    calls.push(`${init.method} ${url}`);
    const list = answers[url] ?? [404];
    const answer = (list.length > 1 ? list.shift() : list[0]) ?? 404;
    if (answer instanceof Error) throw answer;
    return new Response(null, { status: answer });
  }) as typeof globalThis.fetch;
  return { fetch, calls };
}
const options = { pause: 1, courtesy: 1 };
const url = "https://example.org/file.csv";
const check = (answers: (number | Error)[], previous?: LinksCheck, today = "2026-11-23") =>
  checkLinks([url], previous, today, { ...options, fetch: webOf({ [url]: answers }).fetch });
const timeout = Object.assign(new Error("slow"), { name: "TimeoutError" });

test.each([
  ["opens", [200], "200", 0],
  ["HEAD is refused, GET is not", [405, 200], "200", 0],
  ["HEAD finds nothing, GET does", [404, 206], "206", 0],
  ["an empty file answers that a part of it cannot be had", [404, 416], "416", 0],
  ["down once, up the next moment", [500, 500, 200], "200", 0],
  ["gone", [404, 404], "404", 1],
  ["no connection twice", [new Error("refused")], "немає з’єднання", 1],
  ["no answer in time", [timeout], "не відповів вчасно", 1],
  ["a site that does not speak to programs", [403, 403], "403", 0],
  ["too many questions", [429, 429], "429", 0],
])("%s", async (_, answers, answer, failures) => {
  expect((await check(answers)).links).toEqual([
    { url, answer, failures, ...(failures > 0 ? { since: "2026-11-23" } : {}) },
  ]);
});

test("three failures on three days break a link; one answer mends it; two checks on one day are one", async () => {
  const days = ["2026-11-23", "2026-11-23", "2026-11-24", "2026-11-25"];
  let last: LinksCheck | undefined;
  const failures: number[] = [];
  for (const day of days) {
    last = await check([404], last, day);
    failures.push(last.links[0]?.failures ?? -1);
  }
  expect(failures).toEqual([1, 1, 2, 3]);
  expect(last?.links[0]?.since).toBe("2026-11-23");
  expect([...brokenLinks({ checks: { links: last as LinksCheck } })]).toEqual([url]);
  expect((await check([403], last, "2026-11-26")).links[0]?.failures).toBe(3);
  expect((await check([200], last, "2026-11-26")).links).toEqual([
    { url, answer: "200", failures: 0 },
  ]);
});

test.each([
  "http://127.0.0.1/admin",
  "http://10.0.0.5/",
  "http://169.254.169.254/latest/meta-data",
  "http://192.168.1.1/",
  "http://172.20.0.1/",
  "http://localhost:8080/",
  "http://printer.local/",
  "http://[::1]/",
])("%s is never visited", async (address) => {
  const { fetch, calls } = webOf({});
  const { links } = await checkLinks([address], undefined, "2026-11-23", { ...options, fetch });
  expect(calls).toEqual([]);
  expect(links[0]?.answer).toBe("адреса приватної мережі");
});

test("one host is never asked two things at once", async () => {
  let now = 0;
  let most = 0;
  const fetch = (async () => {
    now++;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now--;
    return new Response(null, { status: 200 });
  }) as unknown as typeof globalThis.fetch;
  const addresses = Array.from({ length: 10 }, (_, index) => `https://example.org/${index}`);
  await checkLinks(addresses, undefined, "2026-11-23", { ...options, fetch });
  expect(most).toBe(1);
});

test("what was checked is written, read back by its schema, and known to the measures", async () => {
  const written = await checkLinks(
    [url, "https://example.org/b?a=1&b=#x"],
    undefined,
    "2026-11-23",
    {
      ...options,
      fetch: webOf({ [url]: [404] }).fetch,
    },
  );
  const text = renderLinks(written);
  expect(linksSchema.parse(parse(text))).toEqual(written);
  expect(linksSchema.parse(parse(renderLinks({ checked: "2026-11-23", links: [] })))).toEqual({
    checked: "2026-11-23",
    links: [],
  });
  expect(
    reachedLinks({ checks: { links: written } }, [url, "https://never-checked.example.org/"]),
  ).toEqual([1, 1]);
  expect(reachedLinks({ checks: {} }, [url])).toEqual([0, 0]);
});

test("every address outside the portal is visited, each once, and none of its own", () => {
  const files = generatedPortal(2);
  const catalogue = catalogueOf({
    ...files,
    "data/registers/products/map.yaml":
      "title: Мапа\nauthor: Організація\npath: https://map.example.org/\n",
    "data/registers/acts/own.yaml":
      "title: Положення\nkind: regulation\nissuer: Рада\ndate: 2025-02-01\nstatus: in-force\npath: https://data.example.gov.ua/about/\n",
  });
  expect(outsideAddresses(catalogue)).toEqual([
    "https://map.example.org/",
    "https://zakon.rada.gov.ua/laws/show/2939-17",
  ]);
});
