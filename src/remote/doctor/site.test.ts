import { expect, test } from "vitest";
import { recipeOf } from "../../published/addresses/index.ts";
import { headersOf } from "../../published/hosting/headers/rules.ts";
import { siteChecks } from "./site.ts";

const site = "https://data.example.gov.ua";
const { rules } = recipeOf({ portal: { site }, datasets: [] });
const today = "2026-11-23";
const note = { date: "2026-11-22", commit: "a".repeat(40), clean: true };

type Answer = { status?: number; headers?: Record<string, string>; body?: string };
type Site = Record<string, Answer | Error>;

const home = '<link rel="stylesheet" href="/_astro/Head.CkqD8EbR.css">';
const files = [
  "/",
  "/build.json",
  "/_astro/Head.CkqD8EbR.css",
  "/catalog.jsonld",
  "/catalog.ttl",
  "/catalog.rdf",
  "/datasets.csv",
  "/datasets.json",
  "/api/3/action/package_list",
  "/.well-known/security.txt",
];
/** A host that follows the rules to the letter. */
const whole: Site = Object.fromEntries(
  files.map((path): [string, Answer] => [
    path,
    {
      headers: Object.fromEntries(headersOf(rules, path === "/" ? "/index.html" : path)),
      body: path === "/build.json" ? JSON.stringify(note) : path === "/" ? home : "id\n1\n",
    },
  ]),
);
const withHeaders = (of: Site, change: (headers: Record<string, string>, path: string) => void) =>
  Object.fromEntries(
    Object.entries(of).map(([path, answer]) => {
      if (answer instanceof Error) return [path, answer];
      const headers = { ...answer.headers };
      change(headers, path);
      return [path, { ...answer, headers }];
    }),
  );

const failing = (code: string): Error => Object.assign(new Error(code.toLowerCase()), { code });

/** A site as `fetch` sees it; http leads to https. */
const fetchOf =
  (of: Site): typeof fetch =>
  async (input, init = {}) => {
    const { protocol, pathname } = new URL(String(input));
    const answer = of[pathname] ?? of["*"] ?? { status: 404 };
    if (answer instanceof Error) throw answer;
    if (protocol === "http:")
      return new Response(null, { status: 301, headers: { location: `${site}${pathname}` } });
    const range = new Headers(init.headers).get("range") !== null && answer.status === undefined;
    const { status = range ? 206 : 200, headers = {}, body = "" } = answer;
    return new Response(init.method === "HEAD" ? null : body, { status, headers });
  };

const found = async (of: Site, ends: number | undefined = Date.parse("2027-02-01")) =>
  (
    await siteChecks({
      ask: fetchOf(of),
      site,
      rules,
      today,
      certificateOf: () => Promise.resolve(ends),
    })
  ).filter(({ result }) => result !== "good");
const told = async (of: Site, ends?: number) =>
  (await found(of, ends)).map(({ id, result, says }) => `${result} ${id}: ${says}`);

test("a host that follows the rules lacks nothing", async () => {
  expect(await told(whole)).toEqual([]);
});

test.each<[string, Site, string]>([
  [
    "a name nobody knows",
    { "*": failing("ENOTFOUND"), "/build.json": failing("ENOTFOUND") },
    "must site: Назви data.example.gov.ua немає в DNS: сайту ніхто не відкриє.",
  ],
  [
    "a certificate of another name",
    { "*": failing("ERR_TLS_CERT_ALTNAME_INVALID") },
    "must site: Браузери не довіряють сертифікатові data.example.gov.ua: err_tls_cert_altname_invalid.",
  ],
  [
    "a server that is down",
    { "*": failing("ECONNREFUSED") },
    "must site: Сайт https://data.example.gov.ua не відповідає: econnrefused.",
  ],
  [
    "an address that leads to another",
    { "*": { status: 301, headers: { location: "https://www.example.gov.ua/" } } },
    "must site: Адреса https://data.example.gov.ua веде на іншу (https://www.example.gov.ua/), а харвестери uData за переспрямуванням не йдуть.",
  ],
  [
    "another site",
    { "*": { body: "<html>" } },
    "must site: За адресою https://data.example.gov.ua немає цього порталу: файл build.json — інший.",
  ],
  [
    "nothing there",
    {},
    "must site: За адресою https://data.example.gov.ua немає цього порталу: файл build.json — 404.",
  ],
])("%s: only that is told, with what to do", async (_, of, sentence) => {
  const checks = await found(of);
  expect(checks.map(({ id, result, says }) => `${result} ${id}: ${says}`)).toEqual([sentence]);
  expect(checks[0]?.todo).toMatch(/^[А-ЯІЇЄҐ].+\.$/);
});

test("GitHub Pages is not blamed for headers nobody can give it", async () => {
  const pages = withHeaders(whole, (headers, path) => {
    const type = headers["Content-Type"];
    for (const name of Object.keys(headers)) delete headers[name];
    headers.server = "GitHub.com";
    headers["access-control-allow-origin"] = "*";
    headers["cache-control"] = "max-age=600";
    headers["content-type"] = path.startsWith("/api/") ? "application/octet-stream" : (type ?? "");
  });
  expect(await told(pages)).toEqual([]);
});

test("another host without the recipe hears what each missing header costs", async () => {
  const plain = withHeaders(whole, (headers, path) => {
    const type = headers["Content-Type"]?.replace(/;.*$/, "") ?? "";
    for (const name of Object.keys(headers)) delete headers[name];
    headers["content-type"] = path.endsWith(".jsonld") ? "application/json" : type;
    headers["cache-control"] = "max-age=86400";
  });
  const said = await told(plain);
  expect(said.map((line) => line.split(":")[0])).toEqual([
    "must content-types",
    "should cors",
    "should security-headers",
    "should caching",
  ]);
  expect(said[0]).toContain(
    "/catalog.jsonld — application/json, а має бути application/ld+json; charset=utf-8",
  );
  expect(said[3]).toContain("не питатиме нової сторінки 86400 секунд");
});

test("types that only lack their charset stop nobody", async () => {
  const bare = withHeaders(whole, (headers) => {
    headers["Content-Type"] = headers["Content-Type"]?.replace(/;.*$/, "") ?? "";
  });
  expect((await told(bare)).map((line) => line.split(":")[0])).toEqual(["should content-types"]);
});

test("what is read in parts from other sites needs its headers opened", async () => {
  const closed = withHeaders(whole, (headers) => {
    headers["Access-Control-Expose-Headers"] = "ETag, Content-Length";
  });
  expect(await told(closed)).toEqual([
    "should cors: Програми інших сайтів прочитають дані, але не дізнаються, яка їх частина прийшла: не відкрито Accept-Ranges, Content-Encoding, Content-Range.",
  ]);
});

test("a host that answers everything, knows no parts and lost folders with a dot", async () => {
  const { "/.well-known/security.txt": _, ...rest } = whole;
  const soft: Site = {
    ...rest,
    "/datasets.csv": { ...(whole["/datasets.csv"] as Answer), status: 200 },
    "/doctor-looks-for-what-is-not-here/": { body: "home" },
  };
  expect((await told(soft)).map((line) => line.split(":")[0])).toEqual([
    "should transfer",
    "should not-found",
    "should security-txt",
  ]);
});

test.each<[string, object, string]>([
  ["of three days ago", { ...note, date: "2026-11-20" }, "should build-age"],
  ["of two days ago", { ...note, date: "2026-11-21" }, ""],
  ["without history", { date: today, history: "absent" }, "must build-age"],
  ["of changes in no commit", { ...note, clean: false }, "should build-age"],
])("a site built %s", async (_, body, sentence) => {
  const of = { ...whole, "/build.json": { body: JSON.stringify(body) } };
  expect((await told(of)).map((line) => line.split(":")[0])).toEqual(
    sentence === "" ? [] : [sentence],
  );
});

test.each<[string, string, string]>([
  ["that has ended", "2026-11-01", "must certificate"],
  ["that ends in a week", "2026-11-30", "should certificate"],
  ["that ends in a month", "2026-12-23", ""],
])("a certificate %s", async (_, ends, sentence) => {
  expect((await told(whole, Date.parse(ends))).map((line) => line.split(":")[0])).toEqual(
    sentence === "" ? [] : [sentence],
  );
});
