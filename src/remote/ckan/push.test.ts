import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CkanPackage } from "../../published/dataset/ckan.ts";
import { toCkanPackage } from "../../published/dataset/ckan.ts";
import { loadPortal } from "../../site/portal.ts";
import { project } from "../../test/fixtures/built-site.ts";
import {
  type CkanStandIn,
  closedAfterEach,
  type Fault,
} from "../../test/fixtures/ckan-stand-in.ts";
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

test("since a day, only what changed on it or after it is compared; what the portal lacks is made all the same", async () => {
  const portal = await standIn();
  const [first, second, third] = few;
  if (!first || !second || !third) throw new Error("There are three.");
  const at = (pushed: Pushed, metadata_modified: string, title = pushed.ours.title): Pushed => ({
    ...pushed,
    ours: { ...pushed.ours, metadata_modified, title },
  });
  await push(portal, [first, second]);
  const plan = await push(
    portal,
    [
      at(first, "2026-10-04T23:59:59", "Давні"),
      at(second, "2026-10-05T00:00:00", "Свіжі"),
      at(third, "2026-01-01T00:00:00"),
    ],
    { delete: false, since: "2026-10-05" },
  );
  expect(plan).toMatchObject({ done: 2, failed: 0 });
  expect([...portal.packages.values()].map(({ title }) => title).sort()).toEqual(
    [first.ours.title, third.ours.title, "Свіжі"].sort(),
  );
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
