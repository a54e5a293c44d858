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
