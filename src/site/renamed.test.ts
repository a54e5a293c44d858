import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedFiles } from "../published/addresses/index.ts";
import { toCkanPackage } from "../published/dataset/ckan.ts";
import { buildCatalogueGraph } from "../published/dcat/dcat.ts";
import { datasetNodes } from "../published/dcat/dcat-dataset.ts";
import { serialisations } from "../published/dcat/rdf.ts";
import { judgeHarvest } from "../published/harvest/judge.ts";
import { readHarvest } from "../published/harvest/read.ts";
import { renderRedirects } from "../published/hosting/redirects.ts";
import { tableFrames } from "../published/pages.ts";
import { parseRdf } from "../read/rdf.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { commit } from "../test/fixtures/published-portal.ts";
import { reviewOf } from "./load-review.ts";
import { openSite } from "./open-site.ts";
import { loadPortal, loadPortalAt } from "./portal.ts";

const root = mkdtempSync(join(tmpdir(), "portal-renamed-"));
afterAll(() => rmSync(root, { recursive: true }));

function opened(today: string) {
  const { catalogue, repository, findings } = loadPortal(root, today);
  if (!catalogue) throw new Error(findings.map(({ message }) => message).join(" "));
  const [set] = catalogue.datasets;
  if (!set) throw new Error("There is no set.");
  return { set, catalogue, files: () => publishedFiles(openSite(root, { catalogue, repository })) };
}

/** Addresses of a set's files, pages and pictures aside, with what they answer. */
async function answers(files: Iterable<{ path: string; render(): unknown }>, id: string) {
  const found = new Map<string, string>();
  for (const { path, render } of files)
    if (new RegExp(`^/dataset/${id}[./]`).test(path) && !/\.(html|png)$/.test(path))
      found.set(path, Buffer.from((await render()) as string | Uint8Array).toString("base64"));
  return found;
}

const rename = (from: string, to: string, names: string, day: string) => {
  renameSync(join(root, `data/datasets/${from}`), join(root, `data/datasets/${to}`));
  const passport = join(root, `data/datasets/${to}/datapackage.yaml`);
  const text = readFileSync(passport, "utf8").replace(/^(aliases|renamedFrom): .*\n/gm, "");
  writeFileSync(passport, `${text}${names}`);
  commit(root, {}, "Перейменовано", day);
};

let before: ReturnType<typeof opened>;
let past: Map<string, string>;
beforeAll(async () => {
  commit(root, examplePortal, "Перший", "2026-01-10");
  commit(
    root,
    { "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,3\n2,Центр,1\n" },
    "Другий",
    "2026-03-05",
  );
  before = opened("2026-03-06");
  past = await answers(before.files(), "stops");
  rename("stops", "bus-stops", "aliases: [stops]\nrenamedFrom: stops\n", "2026-04-01");
  rename("bus-stops", "halts", "aliases: [stops, bus-stops]\nrenamedFrom: stops\n", "2026-05-01");
});

test("a set renamed twice is the same to harvesters: IRIs, identifier, CKAN's id, the day it came out", () => {
  const after = opened("2026-05-02");
  const known = ({ set, catalogue }: typeof before) => ({
    iri: set.iri,
    identifier: set.identifier,
    files: set.resources.map(({ iri }) => iri),
    ckan: toCkanPackage(set, catalogue).id,
    issued: set.issued,
    record: datasetNodes(set, catalogue)[0]?.["@id"],
  });
  expect(after.set.id).toBe("halts");
  expect(known(after)).toEqual(known(before));
  expect(after.set.history.map(({ date }) => date.slice(0, 10))).toEqual([
    "2026-05-01",
    "2026-04-01",
    "2026-03-05",
    "2026-01-10",
  ]);
});

/** Why the gate of publishing would not let pass the portal as it is, after what harvesters read before. */
const gate = async (now: typeof before) => {
  const [was, is] = await Promise.all(
    [before, now].map(async ({ catalogue }) =>
      readHarvest(await parseRdf(serialisations.ttl.render(buildCatalogueGraph(catalogue)))),
    ),
  );
  return judgeHarvest(was?.datasets ?? [], is?.datasets ?? [], [], "catalog.ttl").filter(
    ({ severity }) => severity === "error",
  );
};

test("the gate lets it through, and what it refuses the review refuses in the same words", async () => {
  expect(await gate(opened("2026-05-02"))).toEqual([]);
  const was = loadPortalAt(root, "HEAD~2", "2026-05-02");
  if (!was) throw new Error("There is no such commit.");
  const told = (findings: readonly { message: string; hint: string }[]) =>
    findings.map(({ message, hint }) => [message, hint]);
  const passport = join(root, "data/datasets/halts/datapackage.yaml");
  const text = readFileSync(passport, "utf8");
  writeFileSync(
    passport,
    text.replace(/^renamedFrom: .*\n/m, 'version: "2.0"\nversionNotes: Набір перейменовано.\n'),
  );
  try {
    const { fresh } = reviewOf(was, loadPortal(root, "2026-05-02"), []);
    const refused = told(await gate(opened("2026-05-02")));
    expect(refused).toHaveLength(1);
    expect(told(fresh.filter(({ severity }) => severity === "error"))).toEqual(refused);
  } finally {
    writeFileSync(passport, text);
  }
});

test("every address its files had answers still, of each version the same bytes", async () => {
  const { files } = opened("2026-05-02");
  const now = await answers(files(), "stops");
  expect(past.size).toBeGreaterThan(10);
  expect([...past.keys()].filter((path) => !now.has(path))).toEqual([]);
  const lasting = [...past].filter(([path]) => /\/versions\/|\/stops\.csv$/.test(path));
  expect(lasting).toHaveLength(3);
  for (const [path, content] of lasting) expect([path, now.get(path)]).toEqual([path, content]);
  for (const name of ["bus-stops", "halts"])
    expect((await answers(files(), name)).has(`/dataset/${name}/stops.csv`)).toBe(true);
});

test("so do its feed, its picture and its frames in other sites; a set never renamed has no file more", async () => {
  const now = opened("2026-05-02");
  const told = async ({ files }: typeof now) => {
    const texts = new Map<string, string>();
    for (const { path, render } of files())
      if (path.startsWith("/feeds/dataset/")) texts.set(path, String(await render()));
    return texts;
  };
  const [was, is] = [await told(before), await told(now)];
  const names = ["halts", "stops", "bus-stops"];
  expect([...was.keys()]).toEqual(["/feeds/dataset/stops.atom"]);
  expect([...is.keys()]).toEqual(names.map((name) => `/feeds/dataset/${name}.atom`));
  // Whoever follows it under an old name reads the same feed, of the same id, with all that came since.
  expect(new Set(is.values()).size).toBe(1);
  const idOf = (feed = "") => /<id>(.*?)<\/id>/.exec(feed)?.[1];
  expect(idOf(is.get("/feeds/dataset/stops.atom"))).toBe(
    idOf(was.get("/feeds/dataset/stops.atom")),
  );
  expect(is.get("/feeds/dataset/stops.atom")).toContain("2026-05-01T");
  const pictures = Array.from(now.files(), ({ path }) => path).filter((path) =>
    /^\/dataset\/[^/]+\/share\.png$/.test(path),
  );
  expect(pictures).toEqual(names.map((name) => `/dataset/${name}/share.png`));
  const framed = ({ catalogue }: typeof now) =>
    tableFrames(catalogue).map(({ name, shown }) => `${name}/${shown.name}`);
  expect([framed(before), framed(now)]).toEqual([
    ["stops/stops"],
    names.map((name) => `${name}/stops`),
  ]);
  const rules = renderRedirects(now.catalogue).split("\n");
  for (const name of names) expect(rules).toContain(`/dataset/${name}.nt /dataset/${name}.ttl 301`);
});

test("frames of a withdrawn set stay where they were, to say so", () => {
  const set = { ...opened("2026-05-02").set };
  const withdrawn = { date: "2026-05-02", reason: "Дані застаріли" };
  const passport = { ...set.passport, status: "withdrawn" as const, withdrawn };
  expect(tableFrames({ datasets: [{ ...set, passport }] })).toHaveLength(3);
});

test("a file renamed within its set answers under its former name: it, its copies, its versions and its CSVW", async () => {
  const passport = "data/datasets/halts/datapackage.yaml";
  const text = readFileSync(join(root, passport), "utf8");
  const was = opened("2026-05-02");
  const known = await answers(was.files(), "halts");
  const old = loadPortalAt(root, "HEAD", "2026-05-02");
  if (!old) throw new Error("There is such a commit.");
  renameSync(
    join(root, "data/datasets/halts/stops.csv"),
    join(root, "data/datasets/halts/points.csv"),
  );
  const renamed = text.replace("path: stops.csv", "path: points.csv");

  /** What the review and the gate say of the file, the gate as if the new site had what it makes. */
  const told = async () => {
    const now = opened("2026-06-02");
    const paths = new Set(Array.from(now.files(), ({ path }) => path));
    const [before, after] = await Promise.all(
      [was, now].map(async ({ catalogue }) =>
        readHarvest(await parseRdf(serialisations.ttl.render(buildCatalogueGraph(catalogue)))),
      ),
    );
    const { site } = now.catalogue.portal;
    const judged = judgeHarvest(
      before?.datasets ?? [],
      after?.datasets ?? [],
      [],
      "catalog.ttl",
      0,
      (address) => paths.has(address.slice(site.length)),
    );
    const { fresh } = reviewOf(old, loadPortal(root, "2026-06-02"), []);
    return {
      gate: judged.map(({ severity, hint }) => `${severity}: ${hint}`),
      review: fresh.map(({ rule, severity, hint }) =>
        rule === "identity-kept" ? `${severity}: ${hint}` : `${severity} ${rule}`,
      ),
    };
  };
  commit(root, { [passport]: renamed }, "Мовчки", "2026-06-01");
  const silent = await told();
  expect(silent.gate).toHaveLength(1);
  expect(silent.review.sort()).toEqual(["error breaking-told", ...silent.gate]);

  const named = renamed.replace("path: points.csv", "path: points.csv\n    aliases: [stops.csv]");
  commit(root, { [passport]: named }, "Зі старою назвою", "2026-06-02");
  expect(await told()).toEqual({ gate: [], review: [] });
  const now = await answers(opened("2026-06-03").files(), "halts");
  expect(known.size).toBeGreaterThan(10);
  expect([...known.keys()].filter((path) => !now.has(path))).toEqual([]);
  const lasting = [...known].filter(([path]) =>
    /\/versions\/|\/stops\.(csv|xlsx|json)$/.test(path),
  );
  expect(lasting.map(([path]) => path.split("/").at(-1))).toEqual(
    expect.arrayContaining(["stops.csv", "stops.xlsx", "stops.json"]),
  );
  for (const [path, content] of lasting) expect([path, now.get(path)]).toEqual([path, content]);
  const described = Buffer.from(now.get("/dataset/halts/stops.csv-metadata.json") ?? "", "base64");
  expect(JSON.parse(described.toString()).url).toBe("stops.csv");
  expect(opened("2026-06-03").set.resources[0]?.iri).toBe(was.set.resources[0]?.iri);
});
