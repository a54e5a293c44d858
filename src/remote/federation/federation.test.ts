import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildCatalogue } from "../../catalogue/build-catalogue.ts";
import { facetNames, facetsOf } from "../../catalogue/facets.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { treeOf } from "../../model/tree.ts";
import { datasetNodes } from "../../published/dcat/dcat-dataset.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal, stopsWith } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { publishedPortal } from "../../test/fixtures/published-portal.ts";
import { answer, siteOf } from "../../test/fixtures/published-site.ts";
import { federate } from "./federate.ts";
import { type Read, readMember } from "./read-member.ts";

type Files = Record<string, string>;
const day = "2026-11-23";

function opened(files: Files) {
  const repository = readRepository(treeOf(files));
  const findings = checkRepository(repository);
  return { repository, findings, catalogue: () => buildCatalogue(repository, findings, day) };
}

/** What the sites of portals answer, by their addresses; `broken` paths answer 500. */
function serve(portals: Record<string, Files>, broken = /^$/): typeof fetch {
  const sites = Object.entries(portals).map(([address, files]) => {
    const { repository, catalogue } = opened(files);
    return { address, site: siteOf(catalogue(), repository) };
  });
  return async (input) => {
    const url = String(input);
    if (broken.test(url)) return new Response("", { status: 500 });
    const home = sites.find(({ address }) => url.startsWith(`${address}/`));
    if (!home) throw new Error("немає з’єднання");
    const content = await answer(home.site, url.slice(home.address.length));
    return content === "" ? new Response("", { status: 404 }) : new Response(String(content));
  };
}

const forest: Files = {
  ...examplePortal,
  "data/portal.yaml": (examplePortal["data/portal.yaml"] ?? "")
    .replaceAll("https://data.example.gov.ua", "https://lis.example.org/data")
    .replace("title: Відкриті дані громади", "title: Дані Лісової громади")
    .replace("UA35040210000014072", "UA53080370000000000"),
  ...stopsWith("UA35040210000014072", "UA53080370000000000"),
};
// It came from elsewhere, with a licence that has no name here.
forest["data/datasets/stops/datapackage.yaml"] = (
  forest["data/datasets/stops/datapackage.yaml"] ?? ""
).replace(
  "licenses: [{ name: CC-BY-4.0 }]",
  "licenses: [{ path: https://example.org/licence, title: Своя }]\nimportedFrom: https://old.example.org/dataset/stops",
);
const city = "https://data.example.gov.ua";
const village = "https://lis.example.org/data";
const portals = [
  { id: "misto", site: city },
  { id: "lis", site: `${village}/` },
];
const oblast: Files = {
  "data/portal.yaml": (examplePortal["data/portal.yaml"] ?? "")
    .replaceAll("data.example.gov.ua", "oblast.example.org")
    .replace("UA35040210000014072", "UA35000000000016081"),
  "data/publishers/council.yaml": examplePortal["data/publishers/council.yaml"] ?? "",
};

/** The catalogue of many after one more reading of its portals. */
async function readAgain(before: Files, ask: typeof fetch, list = portals, today = day) {
  const reads = new Map<string, Read>();
  for (const portal of list)
    reads.set(portal.id, await readMember(portal, { fetch: ask, pauses: [0] }));
  const { files, outcomes } = federate({ portals: list }, reads, opened(before).repository, today);
  const after = { ...before };
  for (const [path, text] of files)
    if (text === undefined) delete after[path];
    else after[path] = text;
  return { after, outcomes, ...opened(after) };
}

const both = { [city]: publishedPortal, [village]: forest };
const stateOf = ({ datasets }: Catalogue) =>
  Object.fromEntries(datasets.map(({ id, passport }) => [id, passport.withdrawn ?? "active"]));

test("two portals become one catalogue: nothing to find, no file, every identity and address as at home", async () => {
  const { after, outcomes, findings, catalogue } = await readAgain(oblast, serve(both));
  expect(outcomes).toEqual([
    { portal: "misto", datasets: 3, gone: [], unread: [] },
    { portal: "lis", datasets: 1, gone: [], unread: [] },
  ]);
  expect(findings).toEqual([]);
  expect(Object.keys(after).filter((path) => /\.(csv|geojson)$/.test(path))).toEqual([]);

  const all = catalogue();
  const homes = [opened(publishedPortal).catalogue(), opened(forest).catalogue()];
  const addressesOf = ({ datasets }: Catalogue) =>
    datasets.map(({ iri, publisher, licence, resources }) => ({
      iri,
      publisher: publisher.iri,
      licence,
      files: resources.map(({ iri: file, url, page, format, bytes, sha256 }) => ({
        file,
        url,
        // Of a file at home, the page is the set's.
        page: url === undefined ? page : undefined,
        format,
        bytes,
        sha256,
      })),
    }));
  const byIri = (a: { iri: string }, b: { iri: string }) => (a.iri < b.iri ? -1 : 1);
  expect(addressesOf(all).sort(byIri)).toEqual(homes.flatMap(addressesOf).sort(byIri));
  expect(all.datasets.map(({ id, aliases, home }) => ({ id, aliases, home }))).toEqual([
    {
      id: "misto-gone",
      aliases: [],
      home: {
        portal: "misto",
        name: { uk: "Відкриті дані громади" },
        page: `${city}/dataset/gone/`,
      },
    },
    {
      id: "misto-trees-2025",
      aliases: ["misto-old-trees"],
      home: {
        portal: "misto",
        name: { uk: "Відкриті дані громади" },
        page: `${city}/dataset/trees-2025/`,
      },
    },
    {
      id: "lis-stops",
      aliases: [],
      home: {
        portal: "lis",
        name: { uk: "Дані Лісової громади" },
        page: `${village}/dataset/stops/`,
      },
    },
    {
      id: "misto-stops",
      aliases: [],
      home: {
        portal: "misto",
        name: { uk: "Відкриті дані громади" },
        page: `${city}/dataset/stops/`,
      },
    },
  ]);
  expect(facetNames(all)[0]).toBe("portal");
  expect(facetsOf(all).portal).toEqual([
    { value: "misto", count: 3 },
    { value: "lis", count: 1 },
  ]);
  const set = all.datasets.find(({ id }) => id === "lis-stops");
  expect(set && datasetNodes(set, all)[0]).toMatchObject({
    "@id": `${village}/dataset/stops`,
    "dcat:landingPage": { "@id": `${village}/dataset/stops/` },
    "dct:publisher": { "@id": `${village}/publisher/council` },
  });
  expect(set?.places.map(({ code }) => code)).toEqual(["UA53080370000000000"]);
});

test("read again with nothing changed, not a byte is written anew", async () => {
  const { after } = await readAgain(oblast, serve(both));
  expect((await readAgain(after, serve(both))).after).toEqual(after);
});

test("a portal that does not answer keeps its sets, is marked from that day on, and unmarked when it is back", async () => {
  const { after } = await readAgain(oblast, serve(both));
  const first = await readAgain(after, serve({ [city]: publishedPortal }));
  expect(first.outcomes[1]).toEqual({
    portal: "lis",
    problem: "немає з’єднання",
    since: day,
    datasets: 1,
  });
  const later = await readAgain(
    first.after,
    serve({ [city]: publishedPortal }),
    portals,
    "2026-11-30",
  );
  expect(later.outcomes[1]).toMatchObject({ since: day });
  expect(later.findings).toEqual([]);
  expect(later.catalogue().datasets.find(({ id }) => id === "lis-stops")?.home).toMatchObject({
    unreachable: day,
  });
  const { "data/portals/lis.yaml": card, ...others } = later.after;
  const { "data/portals/lis.yaml": was, ...same } = after;
  expect(others).toEqual(same);
  expect(parse(card ?? "")).toEqual({
    ...parse(was ?? ""),
    unreachable: { since: day, problem: "немає з’єднання" },
  });
  expect((await readAgain(later.after, serve(both))).after).toEqual(after);
});

test("half a portal is no portal: one description that does not come leaves all as it was", async () => {
  const { after } = await readAgain(oblast, serve(both));
  const { outcomes, catalogue } = await readAgain(
    after,
    serve(both, /trees-2025\/datapackage\.json$/),
  );
  expect(outcomes[0]).toMatchObject({
    problem: `${city}/dataset/trees-2025/datapackage.json: сервер відповів 500`,
    datasets: 2,
  });
  expect(stateOf(catalogue())).toMatchObject({ "misto-trees-2025": "active" });
});

test("what is gone at home is withdrawn here with the reason; what is renamed is found under both names", async () => {
  const { after } = await readAgain(oblast, serve(both));
  const renamed: Files = {
    ...Object.fromEntries(
      Object.entries(forest).map(([path, text]) => [path.replace("/stops/", "/spots/"), text]),
    ),
  };
  renamed["data/datasets/spots/datapackage.yaml"] += "aliases: [stops]\n";
  const without = Object.fromEntries(
    Object.entries(publishedPortal).filter(([path]) => !/trees/.test(path)),
  );
  const {
    outcomes,
    findings,
    catalogue,
    after: files,
  } = await readAgain(after, serve({ [city]: without, [village]: renamed }));
  expect(outcomes).toEqual([
    { portal: "misto", datasets: 2, gone: ["misto-trees-2025"], unread: [] },
    { portal: "lis", datasets: 1, gone: [], unread: [] },
  ]);
  expect(findings).toEqual([]);
  expect(stateOf(catalogue())).toEqual({
    "lis-spots": "active",
    "misto-gone": { date: "2026-02-01", reason: "Перелік веде область", successor: "misto-stops" },
    "misto-stops": "active",
    "misto-trees-2025": {
      date: day,
      reason: "На порталі «Відкриті дані громади» цього набору більше немає.",
    },
  });
  expect(files["data/datasets/lis-stops/datapackage.yaml"]).toBeUndefined();
});

test("a portal taken off the list takes its sets out of the catalogue, and says why", async () => {
  const { after } = await readAgain(oblast, serve(both));
  const [first] = portals;
  const { findings, catalogue } = await readAgain(after, serve(both), first ? [first] : []);
  expect(findings).toEqual([]);
  expect(stateOf(catalogue())["lis-stops"]).toEqual({
    date: day,
    reason: "Портал «Дані Лісової громади» більше не входить до каталогу.",
  });
});

test("words of another engine's version that this one refuses are left out, the rest is read", async () => {
  const served = serve(both);
  const ask: typeof fetch = async (input) => {
    const response = await served(input);
    if (!String(input).endsWith(`${village}/dataset/stops/datapackage.json`)) return response;
    const said = (await response.json()) as Record<string, unknown>;
    return Response.json({ ...said, frequency: { every: "day" }, mood: "new", title: "Зупинки" });
  };
  const { findings, catalogue } = await readAgain(oblast, ask);
  expect(findings).toEqual([]);
  const set = catalogue().datasets.find(({ id }) => id === "lis-stops");
  expect(set?.title.uk).toBe("Зупинки");
  expect(set?.passport.frequency).toBeUndefined();
});

test("a site that is no portal of this kind is told so", async () => {
  const ask: typeof fetch = async () => Response.json({ success: true });
  expect(await readMember({ id: "x", site: city }, { fetch: ask, pauses: [] })).toEqual({
    problem: "на порталі працює інший або старіший рушій",
  });
});
