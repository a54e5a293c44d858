import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CkanPackage } from "../../published/dataset/ckan.ts";
import { toCkanPackage } from "../../published/dataset/ckan.ts";
import { renderStamps, restamp } from "../../published/harvest/stamps.ts";
import { noPacks } from "../../read/disk/packs.ts";
import { stampsSchema } from "../../schemas/reports/stamps.ts";
import { openSite } from "../../site/open-site.ts";
import { loadPortal } from "../../site/portal.ts";
import { withWeighedCopies } from "../../site/write-files.ts";
import { project } from "../../test/fixtures/built-site.ts";
import {
  type CkanStandIn,
  closedAfterEach,
  type Fault,
} from "../../test/fixtures/ckan-stand-in.ts";
import {
  clearHistories,
  openHistory,
  passport,
  portal as portalFile,
} from "../../test/fixtures/portal-history.ts";
import { openReach } from "../reach.ts";
import { CkanError, openCkan, searchPackages } from "./client.ts";
import { carryOut } from "./push/carry-out.ts";
import { type Pushed, planPush } from "./push.ts";

const { catalogue } = loadPortal(project, "2026-11-23");
if (!catalogue) throw new Error("The portal has errors.");
const ours: Pushed[] = catalogue.datasets.map((dataset) => ({
  ours: toCkanPackage(dataset, catalogue),
  withdrawn: false,
  formerIds: [dataset.identifier, ...dataset.aliases],
}));
const few = ours.filter(({ ours: { name } }) =>
  ["krmr-streets", "krmr-schools", "krmr-katottg"].includes(name),
);

/** A folder's portal of a day, without a mistake. */
function loaded(root: string, day: string) {
  const { catalogue: read, repository } = loadPortal(root, day);
  if (!read) throw new Error("The portal has errors.");
  return { catalogue: read, repository };
}

const standIn = closedAfterEach();

const clientOf = ({ address }: CkanStandIn, key = "secret") =>
  openCkan({
    fetch: openReach({ allowLoopback: true }),
    url: address,
    key,
    patience: 150,
    pauses: [1, 1, 1],
  });

/** One run of the command, as the script does it: what was planned, what came of it. */
async function push(
  portal: CkanStandIn,
  pushed: readonly Pushed[] = few,
  options: Parameters<typeof planPush>[2] = { delete: false },
  key?: string,
) {
  const client = clientOf(portal, key);
  const remote = await searchPackages(client, {
    fq: "organization:council",
    include_private: "true",
  });
  const { steps, foreign } = planPush(pushed, remote, options);
  const told: string[] = [];
  const result = await carryOut(steps, client, "council", ({ step, problem }) => {
    told.push(`${step.name}${problem ? `: ${problem}` : ""}`);
  });
  const actions = Object.fromEntries(
    steps.map(({ name, action, fields }) => [name, [action, ...fields]]),
  );
  return { actions, foreign, told, ...result };
}

const change = (name: string, changes: Partial<CkanPackage>): Pushed[] =>
  few.map((one) => (one.ours.name === name ? { ...one, ours: { ...one.ours, ...changes } } : one));
const fieldOf = (list: unknown, field: string): unknown[] =>
  Array.isArray(list) ? list.map((one) => one[field]) : [];
const writes = ({ calls }: CkanStandIn) =>
  calls.filter(({ action }) => !/search|show/.test(action)).map(({ action }) => action);

test("every dataset of this portal is accepted by CKAN's validators, and the second run does nothing", async () => {
  const portal = await standIn();
  const first = await push(portal, ours);
  expect(first).toMatchObject({ done: ours.length, failed: 0, stopped: undefined });
  expect(portal.packages.size).toBe(ours.length);
  portal.calls.length = 0;
  const second = await push(portal, ours);
  expect(new Set(Object.values(second.actions).map(([action]) => action))).toEqual(
    new Set(["keep"]),
  );
  expect(writes(portal)).toEqual([]);
});

test("what the portal keeps is what we said: title, notes, tags, extras, files with sizes and checksums", async () => {
  const portal = await standIn();
  await push(portal);
  const theirs = [...portal.packages.values()].find(({ name }) => name === "krmr-streets");
  const mine = few.find(({ ours: { name } }) => name === "krmr-streets")?.ours;
  expect(theirs).toMatchObject({
    title: mine?.title,
    notes: mine?.notes,
    license_id: "cc-by",
    owner_org: "council",
    extras: mine?.extras,
    resources: [
      {
        id: mine?.resources[0]?.id,
        url: "https://data.kr-rada.gov.ua/dataset/streets/streets.csv",
        format: "CSV",
        mimetype: "text/csv",
        size: mine?.resources[0]?.size,
        hash: mine?.resources[0]?.hash,
      },
      { format: "XLSX", url: "https://data.kr-rada.gov.ua/dataset/streets/streets.xlsx" },
      { format: "JSON", url: "https://data.kr-rada.gov.ua/dataset/streets/streets.json" },
      { format: "PARQUET", url: "https://data.kr-rada.gov.ua/dataset/streets/streets.parquet" },
    ],
  });
  expect(fieldOf(theirs?.tags, "name")).toEqual(mine?.tags.map(({ name }) => name));
});

test("a change is sent alone; what others wrote on the portal stays", async () => {
  const portal = await standIn();
  await push(portal);
  const id = [...portal.packages.values()].find(({ name }) => name === "krmr-streets")?.id ?? "";
  const known = portal.packages.get(id);
  if (!known) throw new Error("not there");
  portal.packages.set(id, {
    ...known,
    groups: [{ name: "transport" }],
    extras: [...(known.extras as object[]), { key: "moderator", value: "checked" }],
    resources: [
      ...(known.resources as object[]),
      {
        id: "22222222-0000-4000-8000-000000000000",
        name: "Паспорт",
        url: "https://data.gov.ua/passport.json",
        format: "JSON",
      },
    ],
  });
  portal.calls.length = 0;
  const { actions } = await push(portal, change("krmr-streets", { title: "Вулиці міста" }));
  expect(actions).toMatchObject({ "krmr-streets": ["update", "title"], "krmr-schools": ["keep"] });
  expect(writes(portal)).toEqual(["package_update"]);
  const now = portal.packages.get(id);
  expect(now?.title).toBe("Вулиці міста");
  expect(now?.groups).toEqual([{ name: "transport" }]);
  expect(now?.extras).toContainEqual({ key: "moderator", value: "checked" });
  expect(fieldOf(now?.resources, "name")).toEqual([
    "Вулиці",
    "Вулиці: копія у форматі XLSX",
    "Вулиці: копія у форматі JSON",
    "Вулиці: копія у форматі Parquet",
    "Паспорт",
  ]);
  expect(now?.license_id).toBe("cc-by");
});

test("a file keeps its record when its content changes, and loses it when we no longer have it", async () => {
  const portal = await standIn();
  await push(portal);
  const [file] = few.find(({ ours: { name } }) => name === "krmr-streets")?.ours.resources ?? [];
  if (!file) throw new Error("no file");
  const newer = await push(
    portal,
    change("krmr-streets", { resources: [{ ...file, hash: "00", size: 5 }] }),
  );
  expect(newer.actions["krmr-streets"]).toEqual(["update", "resources"]);
  const resources = () =>
    [...portal.packages.values()].find(({ name }) => name === "krmr-streets")?.resources as {
      id: string;
      hash: string;
    }[];
  expect(resources().map(({ id, hash }) => [id, hash])).toEqual([[file.id, "00"]]);
  await push(portal, change("krmr-streets", { resources: [] }));
  expect(resources()).toEqual([]);
});

test("a record made by hand years ago is taken over by the id the passport remembers", async () => {
  const portal = await standIn({
    packages: [
      {
        id: "57b45ef8-4c08-4801-937e-4236fb4f3d3f",
        name: "systema-obliku",
        title: "Старий запис",
        owner_org: "council",
        tags: [],
        extras: [],
        resources: [],
      },
      {
        id: "33333333-0000-4000-8000-000000000000",
        name: "inshyi-nabir",
        title: "Чужий",
        owner_org: "council",
        tags: [],
        extras: [],
        resources: [],
      },
    ],
  });
  const set = ours.filter(({ formerIds }) =>
    formerIds.includes("57b45ef8-4c08-4801-937e-4236fb4f3d3f"),
  );
  const { actions, foreign } = await push(portal, set);
  expect(Object.keys(actions)).toEqual(["systema-obliku"]);
  expect(actions["systema-obliku"]?.[0]).toBe("update");
  expect(portal.packages.size).toBe(2);
  expect(foreign).toEqual(["inshyi-nabir"]);
  expect(portal.packages.get("33333333-0000-4000-8000-000000000000")?.title).toBe("Чужий");
});

test("a file the portal knows by its address alone keeps the portal's id for it", async () => {
  const portal = await standIn();
  await push(portal);
  const known = [...portal.packages.values()].find(({ name }) => name === "krmr-streets");
  if (!known) throw new Error("not there");
  const id = "55555555-0000-4000-8000-000000000000";
  const [file] = known.resources as object[];
  portal.packages.set(known.id, { ...known, resources: [{ ...file, id, name: "Стара назва" }] });
  await push(portal);
  const now = portal.packages.get(known.id);
  const [first, ...copies] = (now?.resources ?? []) as object[];
  expect(first).toMatchObject({ id, name: "Вулиці" });
  expect(fieldOf(copies, "format")).toEqual(["XLSX", "JSON", "PARQUET"]);
});

test("fields the national portal has beside its extras are written where it has them", async () => {
  const portal = await standIn();
  await push(portal);
  const [one] = [...portal.packages.values()].filter(({ name }) => name === "krmr-schools");
  if (!one) throw new Error("not there");
  portal.packages.set(one.id, {
    ...one,
    purpose_of_collecting_information: "стара мета",
    extras: (one.extras as { key: string }[]).filter(
      ({ key }) => key !== "purpose_of_collecting_information",
    ),
  });
  await push(portal);
  const now = portal.packages.get(one.id);
  expect(now?.purpose_of_collecting_information).toContain("№ 835");
  expect(fieldOf(now?.extras, "key")).not.toContain("purpose_of_collecting_information");
});

describe("withdrawn datasets", () => {
  const withdrawn = (name: string): Pushed[] =>
    few.map((one) =>
      one.ours.name === name
        ? {
            ...one,
            withdrawn: true,
            ours: {
              ...one.ours,
              notes: `Набір вилучено 2026-01-01. Помилка\n\n${one.ours.notes}`,
              extras: [...one.ours.extras, { key: "withdrawn", value: "2026-01-01: Помилка" }],
            },
          }
        : one,
    );

  test("are marked, once, and never deleted unless told", async () => {
    const portal = await standIn();
    await push(portal);
    const marked = await push(portal, withdrawn("krmr-streets"));
    expect(marked.actions["krmr-streets"]).toEqual(["withdraw", "notes", "withdrawn"]);
    expect((await push(portal, withdrawn("krmr-streets"))).actions["krmr-streets"]).toEqual([
      "keep",
    ]);
    expect([...portal.packages.values()].every(({ state }) => state === "active")).toBe(true);
    const back = await push(portal);
    expect(back.actions["krmr-streets"]).toEqual(["update", "notes", "withdrawn"]);
    await push(portal, withdrawn("krmr-streets"), { delete: true });
    const states = [...portal.packages.values()].map(({ name, state }) => [name, state]);
    expect(states).toContainEqual(["krmr-streets", "deleted"]);
  });

  test("are not created only to be marked", async () => {
    const portal = await standIn();
    const { actions } = await push(portal, withdrawn("krmr-streets"));
    expect(Object.keys(actions).sort()).toEqual(["krmr-katottg", "krmr-schools"]);
  });
});

describe("when the portal fails", () => {
  test.each<Fault["kind"]>(["slow", "half", 500, 503, "lost"])(
    "%s, once: the run ends as if nothing had been, without a second record",
    async (kind) => {
      const portal = await standIn();
      portal.faults.push({ action: "package_search", kind }, { action: "package_create", kind });
      const result = await push(portal);
      expect(result).toMatchObject({ done: 3, failed: 0 });
      expect(portal.packages.size).toBe(3);
      expect((await push(portal)).done).toBe(0);
    },
  );

  test("one dataset is refused: the others go on, the reason is told, the next run does the rest", async () => {
    const portal = await standIn();
    portal.faults.push({ action: "package_create", kind: 409 });
    const result = await push(portal);
    expect(result).toMatchObject({ done: 2, failed: 1, stopped: undefined });
    expect(result.told[0]).toMatch(/: портал не прийняв: title — \["Missing value"\]$/);
    expect(await push(portal)).toMatchObject({ done: 1, failed: 0 });
  });

  test("access is forbidden: it stops at once, and nothing else is tried", async () => {
    const portal = await standIn();
    portal.faults.push({ action: "package_create", kind: 403 });
    const result = await push(portal);
    expect(result).toMatchObject({ done: 0, failed: 1 });
    expect(result.stopped).toContain("перевірте ключ");
    expect(writes(portal)).toEqual(["package_create"]);
  });

  test("it stays away: four tries, then it stops, and the next run goes on from there", async () => {
    const portal = await standIn();
    portal.faults.push(
      ...Array.from({ length: 4 }, (): Fault => ({ action: "package_create", kind: 500 })),
    );
    const result = await push(portal);
    expect(result).toMatchObject({ done: 0, failed: 1 });
    expect(result.stopped).toBe("портал недоступний після 4 спроб (портал відповів 500)");
    expect(await push(portal)).toMatchObject({ done: 3, failed: 0 });
  });

  test("a name that is someone else's is a refusal, not an update of theirs", async () => {
    const portal = await standIn({
      packages: [
        {
          id: "44444444-0000-4000-8000-000000000000",
          name: "krmr-streets",
          title: "Чужі вулиці",
          owner_org: "other",
          tags: [],
          extras: [],
          resources: [],
        },
      ],
    });
    const result = await push(portal);
    expect(result).toMatchObject({ done: 2, failed: 1 });
    expect(portal.packages.get("44444444-0000-4000-8000-000000000000")?.title).toBe("Чужі вулиці");
  });
});

test.each<[situation: string, stamp: string, written: string, action: string]>([
  ["published before, written later", "2026-10-04T20:59:59", "2026-10-04T21:00:00", "keep"],
  ["published on the day", "2026-10-05T00:00:00", "2026-10-06T00:00:00", "update"],
  [
    "published when it was that day in Kyiv",
    "2026-10-04T21:30:00",
    "2026-10-06T00:00:00",
    "update",
  ],
  [
    "published before, and never sent since",
    "2026-10-03T00:00:00",
    "2026-10-02T00:00:00",
    "update",
  ],
  ["nobody knows when it was published", "", "2026-10-06T00:00:00", "update"],
  ["the portal does not say when it was written", "2026-10-03T00:00:00", "", "update"],
])("since a day: %s", (_, stamp, written, action) => {
  const [one] = few;
  if (!one) throw new Error("There are three.");
  const { ours: set } = one;
  const theirs = { ...set, title: "Інакше", metadata_modified: written };
  const mine = { ...one, ours: { ...set, metadata_modified: stamp } };
  const options = { delete: false, since: "2026-10-05" };
  const planned = (remote: typeof theirs) =>
    planPush([mine], [remote], options).steps.map((step) => step.action);
  expect(planned(theirs)).toEqual([action]);
  // Files that are not ours are nobody's wish; what the portal lacks is made.
  const [file, ...others] = set.resources;
  const resources = [{ ...file, hash: "0" } as (typeof set.resources)[number], ...others];
  expect(planned({ ...theirs, resources })).toEqual(["update"]);
  expect(planPush([mine], [], options).steps.map((step) => step.action)).toEqual(["create"]);
});

test("the key is not sent over an open connection", () => {
  expect(() => openCkan({ url: "http://data.example.gov.ua", key: "secret" })).toThrow(CkanError);
});

/** The command itself, beside the portal that lives in this process. */
const command = (args: string[], environment: Record<string, string>) =>
  new Promise<{ status: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [join(project, "scripts/push-ckan.ts"), ...args], {
      cwd: project,
      env: { ...process.env, PORTAL_DATE: "2026-11-23", ...environment },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part) => {
        output += part;
      });
    child.on("close", (status) => resolve({ status, output }));
  });

test("npm run push-ckan prints the plan first, writes nothing in a dry run, never prints the key", async () => {
  const portal = await standIn();
  const args = ["--allow-loopback", "--url", portal.address, "--organization", "council"];
  const dry = await command([...args, "--dry-run"], {});
  expect(dry.status).toBe(0);
  expect(dry.output).toContain(`План: змін — ${ours.length}, без змін — 0.`);
  expect(writes(portal)).toEqual([]);
  expect((await command(args, {})).status).toBe(2);
  const real = await command(args, { CKAN_API_KEY: "secret" });
  expect(real.status).toBe(0);
  expect(real.output.indexOf("План:")).toBeLessThan(real.output.indexOf("✓"));
  expect(real.output).toContain(`Зроблено — ${ours.length}, не вдалося — 0.`);
  expect(real.output).not.toContain("secret");
  const wrong = await command(args, { CKAN_API_KEY: "wrong-key" });
  expect(wrong.output).toContain("План: усе вже так, як треба");
});

test("a title committed on the 25th and published on the 28th is pushed since the 27th, whatever git says", async () => {
  const portal = await standIn();
  let stamps: string | undefined;
  const server = createServer((_, response) => {
    response.writeHead(stamps === undefined ? 500 : 200).end(stamps);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    const history = openHistory(loadPortal);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    history.change(portalFile, /^site: .*$/m, `site: ${address}`);
    history.commit("2026-11-20T10:00:00Z");
    const args = ["--root", history.root, "--allow-loopback", "--url", portal.address];
    const run = async (day: string, ...more: string[]) =>
      (await command([...args, ...more], { CKAN_API_KEY: "secret", PORTAL_DATE: day })).output;
    expect(await run("2026-11-26")).toContain("Зроблено — 1");
    // Somebody corrects the title there on the 27th; the file stays as it was sent.
    const retitle = (written: string) => {
      for (const [id, one] of portal.packages)
        portal.packages.set(id, { ...one, title: "Інакше", metadata_modified: written });
    };
    retitle("2026-11-27T09:00:00.000000");
    const since = ["--since", "2026-11-27"];
    const published = async (day: string) => {
      const site = openSite(history.root, loaded(history.root, day));
      const { catalogue: weighed } = await withWeighedCopies(site, { packs: noPacks, code: "" });
      const moment = `${day}T00:00:00Z`;
      const previous = stamps === undefined ? { sets: {} } : stampsSchema.parse(JSON.parse(stamps));
      return renderStamps(restamp(weighed, previous, moment));
    };
    stamps = await published("2026-11-26");
    expect(await run("2026-11-27", ...since)).toContain("усе вже так, як треба");
    history.change(passport, "title: З", "title: Усі з");
    history.commit("2026-11-25T10:00:00Z");
    stamps = await published("2026-11-28");
    retitle("2026-11-28T09:00:00.000000");
    expect(await run("2026-11-29", ...since)).toContain("Зроблено — 1");
    // Where the site cannot be asked, the day is not gone by, and that is said.
    stamps = undefined;
    retitle("2026-11-30T09:00:00.000000");
    const blind = await run("2026-11-30", ...since);
    expect(blind).toContain("--since не діє: порівнюю всі набори");
    expect(blind).toContain("Зроблено — 1");
  } finally {
    server.close();
    clearHistories();
  }
});
