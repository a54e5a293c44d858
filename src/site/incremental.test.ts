import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildCatalogue } from "../catalogue/build-catalogue.ts";
import { partsOf } from "../catalogue/history/said.ts";
import { hasErrors } from "../model/reports/finding.ts";
import { identityOf, type LastSite, openLastSite } from "../read/disk/last-site.ts";
import { noPacks, openPacks, type Packs } from "../read/disk/packs.ts";
import { putInPlace } from "../read/disk/put-in-place.ts";
import { readHistory } from "../read/git/history.ts";
import { openLastSaid } from "../read/git/last-said.ts";
import { readRepository } from "../read/repository.ts";
import { readTree } from "../read/tree.ts";
import { checkRepository } from "../rules/index.ts";
import { project } from "../test/fixtures/built-site.ts";
import { commit, publishedDay, writePublishedPortal } from "../test/fixtures/published-portal.ts";
import { randomOf } from "../test/fixtures/random.ts";
import { openSite } from "./open-site.ts";
import { compilePages } from "./pages/compile-pages.ts";
import { openPages } from "./pages/render-pages.ts";
import { loadPortal, type Portal } from "./portal.ts";
import { handOver } from "./site.ts";
import { withWeighedCopies, writeFiles } from "./write-files.ts";

const folder = mkdtempSync(join(tmpdir(), "incremental-"));
// In the project, where the program of the pages finds its libraries.
const program = join(project, ".astro", `incremental-${process.pid}`);
afterAll(() => {
  for (const path of [folder, program, `${program}-program`, `${program}-cache`])
    rmSync(path, { recursive: true, force: true });
});
const root = join(folder, "portal");
mkdirSync(root);
writePublishedPortal(root);

/** How many times the site is built, each time after so many edits; more, when somebody asks: EDITS=250. */
const builds = Number(process.env.EDITS ?? 8);
const editsOfEach = 2;
const random = randomOf(20261129);
const pick = <T>(things: readonly T[]): T => things[random(things.length)] as T;
const read = (path: string) => readFileSync(join(root, path), "utf8");
const word = () => `слово${random(1_000_000)}`;

/** What entries show, which is compiled once: edits change what is said of them, and the data. */
const bodies: Record<string, string> = {
  "news/post-0":
    '<Chart dataset="stops" title="Платформи" kind="bar" x="name" y="platforms" />\n\n<Figure dataset="trees-2025" of="rows" label="дерев" />\n',
  "news/post-1": '<DatasetCard id="trees-2025" />\n',
  "news/post-2": "<Quality />\n",
  "dashboards/board":
    '<Chart dataset="stops" title="Рядки" kind="bar" x="id" and="trees-2025:id" names="Зупинки;Дерева" />\n',
};
const writtenEntry = (name: string, set: string): Record<string, string> => ({
  [`content/${name}.mdx`]: `---\ntitle: Запис ${word()}\ndescription: Про що він.\ndate: 2026-05-0${random(9) + 1}\ndatasets: [${set}]\n---\n\n${bodies[name]}`,
});
commit(
  root,
  Object.assign({}, ...Object.keys(bodies).map((name) => writtenEntry(name, "stops"))),
  "Записи",
  "2026-04-07",
);

/** Made of nothing but the code; making them two hundred times would prove nothing. */
const ofCode = new Map<string, readonly { path: string; content: Uint8Array }[]>();
const anew: Packs = {
  ...noPacks,
  async unpack(key, to) {
    const files = ofCode.get(key);
    for (const { path, content } of files ?? []) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), content);
    }
    return files?.map(({ path }) => path);
  },
  pack(key, files) {
    if (/^\/structures\/.*(?<!\.html)$/.test(files[0]?.path ?? "")) ofCode.set(key, files);
    return [];
  },
};

type State = { day: string; code: string };
type Change = { name: string; files: Record<string, string>; gone?: string[] };
const replaced = (path: string, from: RegExp, to: string): Record<string, string> => ({
  [path]: read(path).replace(from, to),
});
const passports = () =>
  globSync("data/datasets/*/datapackage.yaml", { cwd: root })
    .sort()
    .filter((path) => !/\/gone\//.test(path));

/** The folder of a set that an edit added, if one has; of one that was renamed an empty folder may be left. */
const added = (): string | undefined =>
  pick(passports().filter((path) => /\/new-\d\//.test(path)))?.replace(/\/[^/]*$/, "");

/** What people, days and engineers do to a portal. */
const changes: ((state: State) => Change)[] = [
  () => ({
    name: "a row is added",
    files: {
      "data/datasets/stops/stops.csv": `${read("data/datasets/stops/stops.csv")}${random(9000) + 10},${word()},1\n`,
    },
  }),
  () => ({
    name: "a cell is changed",
    files: replaced("data/datasets/stops/stops.csv", /^1,[^,]*/m, `1,${word()}`),
  }),
  () => ({
    name: "a title",
    files: replaced(pick(passports()), /^title: .*$/m, `title: Дані ${word()}`),
  }),
  () => ({
    name: "a keyword",
    files: replaced(pick(passports()), /^keywords: .*$/m, `keywords: [${word()}, дерева]`),
  }),
  () => ({
    name: "a publisher's name",
    files: replaced("data/publishers/council.yaml", /^title: .*$/m, `title: Рада ${word()}`),
  }),
  () => ({
    name: "the portal's title",
    files: replaced("data/portal.yaml", /^title: .*$/m, `title: Портал ${word()}`),
  }),
  () => ({
    name: "the portal's address",
    files: replaced(
      "data/portal.yaml",
      /^site: .*$/m,
      `site: https://data${random(9)}.example.gov.ua`,
    ),
  }),
  () => {
    const id = `new-${random(4)}`;
    return {
      name: "a new set, which shares words with others",
      files: {
        [`data/datasets/${id}/datapackage.yaml`]: read("data/datasets/stops/datapackage.yaml")
          .replace(/^title: .*$/m, `title: Новий ${word()}`)
          .replace("path: stops.csv", "path: rows.csv"),
        [`data/datasets/${id}/rows.csv`]: `id,name,platforms\n1,${word()},2\n2,${word()},1\n`,
      },
    };
  },
  () => {
    const set = added();
    if (set === undefined) return { name: "nothing", files: {} };
    const path = `${set}/datapackage.yaml`;
    return {
      name: "a set is withdrawn",
      files: replaced(
        path,
        /^resources:[\s\S]*$/m,
        `resources: []\nstatus: withdrawn\nwithdrawn: { date: 2026-05-0${random(9) + 1}, reason: Більше не ведеться, successor: stops }\n`,
      ),
      gone: [`${set}/rows.csv`],
    };
  },
  () => {
    const from = added()?.split("/").at(-1);
    if (from === undefined) return { name: "nothing", files: {} };
    const to = `renamed-${random(4)}`;
    const path = `data/datasets/${from}/datapackage.yaml`;
    const rows = `data/datasets/${from}/rows.csv`;
    return {
      name: "a set's folder has another name",
      files: {
        [path.replace(from, to)]: read(path).replace(
          /^(frequency: .*)$/m,
          `$1\naliases: [${from}]`,
        ),
        ...(globSync(rows, { cwd: root }).length > 0
          ? { [rows.replace(from, to)]: read(rows) }
          : {}),
      },
      gone: [path, rows],
    };
  },
  () => ({
    name: "a set has another name, and its former one leads to it",
    files: replaced(
      pick(passports()),
      /^frequency: .*$/m,
      `frequency: yearly\naliases: [former-${random(50)}]`,
    ),
  }),
  () => ({
    name: "a series",
    files: replaced("data/series/trees.yaml", /^title: .*$/m, `title: Дерева ${word()}`),
  }),
  () => ({
    name: "news or a dashboard",
    files: writtenEntry(pick(Object.keys(bodies)), pick(["stops", "trees-2025"])),
  }),
  (state) => {
    state.day = `2026-11-${24 + random(6)}`;
    return { name: "another day", files: {} };
  },
  (state) => {
    state.code = word();
    return { name: "another library or rule", files: {} };
  },
  () => ({ name: "nothing", files: {} }),
];

/** Edits in no order, each kind once before any comes again. */
let waiting: (typeof changes)[number][] = [];
function nextChange(state: State): Change {
  if (waiting.length === 0) waiting = [...changes];
  const [make] = waiting.splice(random(waiting.length), 1);
  return make?.(state) ?? { name: "nothing", files: {} };
}

async function made(
  portal: Portal,
  { out, last }: { out: string; last: LastSite },
  packs: Packs,
  state: State,
): Promise<void> {
  const { catalogue, repository } = portal;
  if (!catalogue) throw new Error("The portal has errors.");
  const site = await withWeighedCopies(openSite(root, { catalogue, repository }), {
    packs,
    code: state.code,
  });
  handOver(site);
  // The other pages are rendered each time, whatever happens; of the hundreds of one kind two are enough.
  const pages = (await openPages(await entry, program)).filter(
    ({ key, path }) =>
      key !== undefined &&
      (!/\/(help|structures)\//.test(path) || /\/(table-size|75-register)\//.test(path)),
  );
  const { code } = state;
  await writeFiles({ folder: out, last }, site, Promise.resolve({ pages, code }), { packs, code });
}

const entry = compilePages(program, {
  project,
  root,
  site: "https://data.example.gov.ua",
  packs: noPacks,
}).then((compiled) => compiled.entry);

/** The portal as a process that has just begun reads it. */
function readFresh(state: State): Portal {
  const history = readHistory(root);
  const said = openLastSaid(root, history, partsOf, { kept: (_, make) => make(), code: "" });
  const repository = readRepository(readTree(root), { ...history, said });
  const findings = checkRepository(repository);
  return {
    repository,
    findings,
    catalogue: hasErrors(findings) ? undefined : buildCatalogue(repository, findings, state.day),
  };
}

const filesOf = (out: string): Map<string, Buffer> =>
  new Map(
    globSync("**/*", { cwd: out, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(out.length), readFileSync(path)]),
  );

/** A stranger's hand in a site that was built: one byte of one of its files. */
function damageOne(site: string): void {
  const path = pick([...filesOf(site).keys(), ""]);
  const bytes = path === "" ? undefined : readFileSync(join(site, path));
  if (bytes?.length) writeFileSync(join(site, path), bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1));
}

test(
  "whatever was changed, what is kept and what is made anew are one site, byte for byte",
  async () => {
    const state: State = { day: publishedDay, code: "1" };
    const packs = openPacks(folder, "made");
    const refused: string[] = [];
    let compared = 0;
    let found = 0;
    let stayed = 0;
    const counting: Packs = {
      ...packs,
      async unpack(key, to, last) {
        const kept = await packs.unpack(key, to, last);
        if (kept) found++;
        return kept;
      },
    };
    /** Where each site takes the place of the one before, as in a build. */
    const out = join(folder, "site");
    let unbuilt: string[] = [];
    for (let edit = 0; compared < builds && edit < builds * 4 * editsOfEach; edit++) {
      const { name, files, gone = [] } = nextChange(state);
      for (const path of gone) rmSync(join(root, path), { force: true });
      commit(root, files, name, `2026-06-${String((edit % 28) + 1).padStart(2, "0")}`);
      const fresh = readFresh(state);
      refused.push(
        ...fresh.findings
          .filter(({ severity }) => severity === "error")
          .map(({ rule }) => `${name}: ${rule}`),
      );
      if (!fresh.catalogue) {
        // A change that the judge refuses is taken back.
        execFileSync("git", ["-C", root, "reset", "-q", "--hard", "HEAD~1"]);
        continue;
      }
      unbuilt.push(name);
      // A site of which nothing has changed is built as well.
      if (name !== "nothing" && unbuilt.length < editsOfEach) continue;
      compared++;
      const after = `build ${compared}: ${unbuilt.join(", ")}`;
      unbuilt = [];
      if (process.env.EDITS) console.info(after);
      const [changed, whole] = [join(folder, "changed"), join(folder, "whole")];
      damageOne(out);
      const over = identityOf(out);
      const last = openLastSite(folder, out, true);
      const none = openLastSite(folder, join(folder, "nowhere"), false);
      await made(loadPortal(root, state.day), { out: changed, last }, counting, state);
      await made(fresh, { out: whole, last: none }, anew, state);
      stayed += last.staying.size;
      putInPlace(changed, out, { staying: last.staying, over });
      const [one, other] = [filesOf(out), filesOf(whole)];
      expect([...one.keys()], after).toEqual([...other.keys()]);
      const differing = [...one].filter(
        ([path, bytes]) => !bytes.equals(other.get(path) ?? Buffer.alloc(0)),
      );
      expect(
        differing.map(([path]) => path),
        after,
      ).toEqual([]);
      rmSync(whole, { recursive: true });
      last.remember();
    }
    if (process.env.EDITS)
      console.info(
        compared,
        found,
        stayed,
        Object.entries(Object.groupBy(refused, (one) => one)).map(
          ([one, all]) => `${one} ${all?.length}`,
        ),
      );
    // Had nothing been found, nothing would have been proved.
    expect(found).toBeGreaterThan(builds * 3);
    expect(stayed).toBeGreaterThan(builds * 3);
  },
  Math.max(300_000, builds * 20_000),
);
