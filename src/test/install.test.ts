import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

/** A project that needs one package, and how its installation ends. */
function project() {
  const folder = mkdtempSync(join(tmpdir(), "install-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const wants = { name: "portal", version: "1.0.0", dependencies: { one: "1.0.0" } };
  write("package.json", JSON.stringify(wants));
  const lock = (resolved: string) =>
    write(
      "package-lock.json",
      JSON.stringify({
        ...wants,
        lockfileVersion: 3,
        packages: {
          "": wants,
          "node_modules/one": { version: "1.0.0", resolved },
          "node_modules/other-system": { version: "1.0.0", resolved, optional: true },
        },
      }),
    );
  lock("http://127.0.0.1:9/one-1.0.0.tgz");
  mkdirSync(join(folder, "scripts"));
  copyFileSync("scripts/install.mjs", join(folder, "scripts/install.mjs"));
  /** Stands for npm: says and does this. */
  const npm = (script: string) => {
    write("bin/npm", `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "bin/npm"), 0o755);
  };
  const withNpm = [join(folder, "bin"), process.env.PATH].join(delimiter);
  const run = (path: string, args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: path, HOME: folder, npm_config_fetch_retries: "0" },
    });
    return { status, last: stderr.trim().split("\n").at(-1) };
  };
  const install = (path = withNpm, ...options: string[]) =>
    run(path, [...options, "scripts/install.mjs"]);
  const installEngineOnly = () => run(withNpm, ["scripts/install.mjs", "--omit=dev"]);
  return { folder, write, lock, npm, install, installEngineOnly };
}

const began = "Встановлюю бібліотеки (перший раз — до кількох хвилин)…";
const brings = "mkdir -p node_modules/one && echo '{}' >node_modules/one/package.json";

test("a registry that nothing answers at, asked by npm itself, is named", () => {
  expect(project().install()).toEqual({
    status: 1,
    last: "Не вдалося дістатися до сховища пакетів npm: перевірте доступ до інтернету (і проксі установи) й повторіть команду.",
  });
});

test.each([
  ["npm error code ENOSPC", /^На диску немає місця/],
  ["npm error code EACCES", /^Немає дозволу писати/],
  ["npm error code E403", /^Сховище пакетів npm не пускає/],
  ["npm error code EINTEGRITY", /^Пакет прийшов не такий/],
  ["npm error something else", /^Не вдалося встановити бібліотеки: що саме завадило, сказано вище/],
])("npm that says «%s» ends in a sentence", (said, sentence) => {
  const { npm, install } = project();
  npm(`echo '${said}' >&2; exit 1`);
  const { status, last } = install();
  expect(status).toBe(1);
  expect(last).toMatch(sentence);
});

test("without npm it is said where npm comes from", () => {
  const { install } = project();
  expect(install("/nowhere").last).toBe(
    "Не знайдено npm: він приходить разом із Node.js (nodejs.org).",
  );
});

test("a Node too old to go on with is named, and the one that is needed", () => {
  const old = `Object.defineProperty(process, "versions", { value: { node: "18.20.4" } })`;
  const { status, last } = project().install("", "--import", `data:text/javascript,${old}`);
  expect(status).toBe(1);
  expect(last).toBe(
    "Node.js 18.20.4 застарий: потрібен 20 або новіший. Встановіть його з nodejs.org і повторіть команду.",
  );
});

test("packages are installed once; anew where one is gone, or the lock file is another", () => {
  const { folder, lock, npm, install } = project();
  npm(brings);
  const runs = [install()];
  runs.push(install());
  rmSync(join(folder, "node_modules/one"), { recursive: true });
  runs.push(install(), install());
  lock("http://127.0.0.1:9/another.tgz");
  runs.push(install(), install());
  expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(runs.map(({ last }) => last)).toEqual([began, "", began, "", began, ""]);
});

test("an installation cut midway is not taken for a whole one", () => {
  const { npm, install } = project();
  npm("mkdir -p node_modules/one; kill -9 $$");
  expect(install().status).toBe(1);
  npm(brings);
  expect(install()).toEqual({ status: 0, last: began });
});

test("to found a portal, what tests need is not installed; whoever tests gets it afterwards", () => {
  const { folder, write, npm, install, installEngineOnly } = project();
  write(
    "package-lock.json",
    JSON.stringify({
      lockfileVersion: 3,
      packages: { "node_modules/one": {}, "node_modules/for-tests": { dev: true } },
    }),
  );
  npm(`echo "$@" >>asked; ${brings}; case "$*" in *omit=dev*) ;; *)
mkdir -p node_modules/for-tests; echo '{}' >node_modules/for-tests/package.json;; esac`);
  const asked = () => readFileSync(join(folder, "asked"), "utf8").trim().split("\n");
  for (const step of [installEngineOnly, installEngineOnly, install, install, installEngineOnly])
    expect(step().status).toBe(0);
  expect(asked().map((args) => args.includes("--omit=dev"))).toEqual([true, false]);
});
