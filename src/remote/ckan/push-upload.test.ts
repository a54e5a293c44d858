import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type DatasetSite, datasetSiteOf } from "../../published/addresses/address.ts";
import { toCkanPackage } from "../../published/dataset/ckan.ts";
import { noPacks } from "../../read/disk/packs.ts";
import { openSite } from "../../site/open-site.ts";
import { loadPortal } from "../../site/portal.ts";
import { withWeighedCopies } from "../../site/write-files.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { type CkanStandIn, closedAfterEach } from "../../test/fixtures/ckan-stand-in.ts";
import { openReach } from "../reach.ts";
import { openCkan, searchPackages } from "./client.ts";
import { carryOut } from "./push/carry-out.ts";
import { ownFiles } from "./push/own-files.ts";
import { type Pushed, planPush } from "./push.ts";

const { catalogue, repository } = loadPortal(project, "2026-11-23");
if (!catalogue) throw new Error("The portal has errors.");
const ids = ["streets", "katottg"];
const site = await withWeighedCopies(
  openSite(project, {
    catalogue: { ...catalogue, datasets: catalogue.datasets.filter(({ id }) => ids.includes(id)) },
    repository,
  }),
  { packs: noPacks, code: "" },
);
const pushedOf = (of: DatasetSite, changes: object = {}): Pushed => {
  const ours = { ...toCkanPackage(of.dataset, of.shared), ...changes };
  return { ours, withdrawn: false, formerIds: [], files: ownFiles(ours, of) };
};
const sets = site.catalogue.datasets.map((dataset) => datasetSiteOf(site, dataset));
const [places, streets] = ["katottg", "streets"].map((id) => {
  const set = sets.find(({ dataset }) => dataset.id === id);
  if (!set) throw new Error(`There is no ${id}.`);
  return set;
}) as [DatasetSite, DatasetSite];

const standIn = closedAfterEach();

async function push(portal: CkanStandIn, pushed: readonly Pushed[]) {
  const client = openCkan({
    fetch: openReach({ allowLoopback: true }),
    url: portal.address,
    key: "secret",
    patience: 150,
    pauses: [1, 1, 1],
  });
  portal.calls.length = 0;
  const { steps } = planPush(pushed, await searchPackages(client), { delete: false });
  const told: string[] = [];
  const result = await carryOut(steps, client, "council", ({ problem = "" }) => told.push(problem));
  const writes = portal.calls.map(({ action }) => action).filter((one) => !/search/.test(one));
  return { ...result, told: told.filter(Boolean), writes };
}

const foreign = "22222222-0000-4000-8000-000000000000";
type Held = { id: string; name: string; url: string; hash: string; size: number };
const heldBy = (portal: CkanStandIn, name = "krmr-streets"): Held[] =>
  ([...portal.packages.values()].find((one) => one.name === name)?.resources ?? []) as Held[];

test("a portal that refuses links is sent the files themselves, byte for byte, under their Latin names", async () => {
  const portal = await standIn({ refusesLinks: true });
  expect(await push(portal, [{ ...pushedOf(streets), files: new Map() }])).toMatchObject({
    done: 0,
    failed: 1,
  });
  const { done, failed, writes } = await push(portal, [pushedOf(streets)]);
  expect([done, failed]).toEqual([1, 0]);
  expect(writes).toEqual(["package_create", ...Array(4).fill("resource_create")]);
  const held = heldBy(portal);
  expect(held).toMatchObject(
    toCkanPackage(streets.dataset, streets.shared).resources.map(
      ({ id, name, description, format, mimetype, size, hash, url }) => ({
        ...{ id, name, description, format, mimetype, size, hash },
        url_type: "upload",
        source_url: url,
      }),
    ),
  );
  const sent = held.map(({ id }) => portal.uploads.get(id));
  expect(sent.map((one) => one?.name)).toEqual([
    "streets.csv",
    "streets.xlsx",
    "streets.json",
    "streets.parquet",
  ]);
  const written = readFileSync(join(project, "data/datasets/streets/streets.csv"));
  expect(written.equals(sent[0]?.bytes ?? new Uint8Array())).toBe(true);
  expect(
    sent.map((one) =>
      createHash("sha256")
        .update(one?.bytes ?? "")
        .digest("hex"),
    ),
  ).toEqual(held.map(({ hash }) => hash));
});

test("what the portal holds is not sent again; a changed file goes alone, with its new sum", async () => {
  const portal = await standIn();
  await push(portal, [pushedOf(streets), pushedOf(places)]);
  expect(await push(portal, [pushedOf(streets), pushedOf(places)])).toMatchObject({
    done: 0,
    writes: [],
  });
  const { id } = heldBy(portal)[1] ?? {};
  for (const [key, one] of portal.packages)
    if (one.name === "krmr-streets")
      portal.packages.set(key, {
        ...one,
        resources: heldBy(portal).map((held) => (held.id === id ? { ...held, hash: "00" } : held)),
      });
  const again = await push(portal, [pushedOf(streets), pushedOf(places)]);
  expect(again.writes).toEqual(["package_update", "resource_update"]);
  expect([...portal.uploads].filter(([, { times }]) => times > 1).map(([key]) => key)).toEqual([
    id,
  ]);
  expect(heldBy(portal)[1]?.hash).toBe(pushedOf(streets).ours.resources[1]?.hash);
});

test("new words about a set or a file move no file", async () => {
  const portal = await standIn();
  await push(portal, [pushedOf(streets)]);
  const { resources } = pushedOf(streets).ours;
  const renamed = resources.map((one) => ({ ...one, description: `${one.description} Нове.` }));
  const { writes } = await push(portal, [pushedOf(streets, { title: "Нова", resources: renamed })]);
  expect(writes).toEqual(["package_update"]);
  expect(heldBy(portal)).toMatchObject(
    renamed.map(({ description }) => ({ description, url_type: "upload" })),
  );
  expect(
    (await push(portal, [pushedOf(streets, { title: "Нова", resources: renamed })])).done,
  ).toBe(0);
});

test("files we no longer have leave the portal; those others sent to it stay", async () => {
  const portal = await standIn();
  await push(portal, [pushedOf(streets)]);
  for (const [key, one] of portal.packages)
    portal.packages.set(key, {
      ...one,
      resources: [...heldBy(portal), { id: foreign, name: "Чужий", url: "https://ckan.example/x" }],
    });
  await push(portal, [pushedOf(streets, { resources: [] })]);
  expect(heldBy(portal).map(({ name }) => name)).toEqual(["Чужий"]);
});

test("links become files, and files links again, each under its id", async () => {
  const portal = await standIn();
  const links = [{ ...pushedOf(streets), files: new Map() }];
  await push(portal, links);
  const before = heldBy(portal).map(({ id }) => id);
  expect((await push(portal, [pushedOf(streets)])).writes).toEqual([
    "package_update",
    ...Array(4).fill("resource_update"),
  ]);
  expect(heldBy(portal).map(({ id }) => id)).toEqual(before);
  await push(portal, links);
  expect(heldBy(portal)).toMatchObject(
    pushedOf(streets).ours.resources.map(({ id, url }) => ({ id, url, url_type: null })),
  );
  expect((await push(portal, links)).done).toBe(0);
});

test("a file larger than the portal takes is told by name and size; the others are sent, and the next run asks again", async () => {
  const portal = await standIn({ largest: 29_000 });
  const { told, failed } = await push(portal, [pushedOf(streets)]);
  expect(failed).toBe(1);
  expect(told[0]).toMatch(/^портал не приймає такого великого файлу \(streets\.csv, 0,03 МБ\)/);
  const sent = heldBy(portal).map(({ url }) => url.split("/").at(-1));
  expect(sent).toContain("streets.xlsx");
  expect(sent).not.toContain("streets.csv");
});

test.each(["slow", "half", 500, "lost"] as const)(
  "%s, once, in the middle of files: each is there once, and the next run does nothing",
  async (kind) => {
    const portal = await standIn();
    portal.faults.push({ action: "resource_create", kind });
    expect(await push(portal, [pushedOf(streets)])).toMatchObject({ done: 1, failed: 0 });
    expect(heldBy(portal).length).toBe(4);
    expect((await push(portal, [pushedOf(streets)])).done).toBe(0);
  },
);

test("a portal's server that stops a large body itself (413) is told of as CKAN is", async () => {
  const portal = await standIn();
  portal.faults.push({ action: "resource_create", kind: 413 });
  const { told } = await push(portal, [pushedOf(streets)]);
  expect(told).toEqual(["портал не приймає такого великого файлу (streets.csv, 0,03 МБ)"]);
  expect((await push(portal, [pushedOf(streets)])).failed).toBe(0);
  expect(heldBy(portal).length).toBe(4);
});
