import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Fault } from "../src/model/reports/fault.ts";
import {
  isAncestor,
  placeInCheckout,
  publishedBranch,
  resolveCommit,
} from "../src/read/git/git.ts";
import { openReach } from "../src/remote/reach.ts";
import { Unreachable } from "../src/remote/unreachable.ts";
import { compareSites, parseBuildNote } from "../src/site/verify.ts";
import { command, loopbackOption } from "./command.ts";
import { door } from "./door.ts";

/**
 * What builds a commit, as Node is given it: its own code, where that lies in it; else the installed engine, if the commit
 * asks for the same. Undefined where it asks for another.
 */
function builderOf(clone: string, project: string): string[] | undefined {
  const own = join(clone, "scripts/build.ts");
  if (existsSync(own)) {
    symlinkSync(join(project, "node_modules"), join(clone, "node_modules"));
    // A link is no folder: .gitignore does not know it.
    appendFileSync(join(clone, ".git/info/exclude"), "node_modules\n");
    return [own];
  }
  const asked = (folder: string): unknown => {
    const file = join(folder, "package.json");
    return existsSync(file)
      ? JSON.parse(readFileSync(file, "utf8")).dependencies?.["open-data-portal"]
      : undefined;
  };
  return asked(clone) === asked(project) ? [door, "build"] : undefined;
}

const otherEngine = (commit: string) =>
  `Коміт ${commit.slice(0, 10)} зібрано рушієм іншої версії, ніж встановлена: перейдіть на нього (git checkout), виконайте npm install і повторіть.`;

await command(
  {
    about: "Збирає той самий коміт за той самий день і порівнює з сайтом кожен файл.",
    positionals: "АДРЕСА_АБО_ТЕКА",
    options: {
      branch: {
        type: "string",
        value: "ГІЛКА",
        about: "гілка, з якої публікують (якщо не вказано — основна гілка на сервері або main)",
      },
      root: { type: "string", value: "ТЕКА", default: ".", about: "репозиторій порталу" },
      ...loopbackOption,
    },
    code1: "сайт інший, ніж його коміт",
  },
  async ({ values, positionals }) => {
    const project = resolve(values.root);
    const work = mkdtempSync(join(tmpdir(), "verify-"));
    const stop: (message: string) => never = (message) => {
      rmSync(work, { recursive: true, force: true });
      throw new Fault(message);
    };
    const run = (command: string, args: string[], cwd: string, env = {}) =>
      spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, ...env } });

    const [site] = positionals;
    const ask = openReach({ allowLoopback: values["allow-loopback"] });
    const address = String(site).replace(/\/$/, "");
    const isWeb = /^https?:/.test(address);

    /** A file of the judged site, from the web or from its folder. */
    async function read(path: string): Promise<Uint8Array | undefined> {
      if (!isWeb) {
        const file = join(resolve(address), path);
        return existsSync(file) ? readFileSync(file) : undefined;
      }
      const response = await ask(
        `${address}/${encodeURI(path.replace(/(^|\/)index\.html$/, "$1"))}`,
      );
      return response.ok || path === "404.html"
        ? new Uint8Array(await response.arrayBuffer())
        : undefined;
    }

    const note = await read("build.json").catch((error) => {
      if (error instanceof Unreachable) stop(`Адресу ${address} ${error.message}.`);
      return undefined;
    });
    if (!note)
      stop(`За адресою ${address} немає build.json: це не сайт цього порталу або він старий.`);
    const { commit, date, clean } =
      parseBuildNote(note) ?? stop(`Файл build.json на ${address} не такий, як пише цей портал.`);
    if (commit === undefined || clean === false)
      stop("Сайт зібрано зі змін, яких немає в жодному коміті: порівнювати ні з чим.");
    if (resolveCommit(project, commit) === undefined)
      stop(`У цьому репозиторії немає коміту ${commit}. Оновіть його: git fetch`);
    // The code of the commit is run here: only code that was merged, whatever else lies in the repository.
    const branch = publishedBranch(project, values.branch);
    if (branch === undefined) stop(`Немає гілки ${values.branch}: вкажіть ту, з якої публікують.`);
    if (!isAncestor(project, commit, branch))
      stop(
        `Коміт ${commit.slice(0, 10)} не входить до гілки, з якої публікують, тож його код тут не запускають. Якщо гілка інша, вкажіть її: --branch НАЗВА.`,
      );

    process.stderr.write(`Збираю коміт ${commit.slice(0, 10)} за ${date}…\n`);
    // The portal may be a folder of a larger repository.
    const { top, prefix } = placeInCheckout(project);
    run("git", ["clone", "-q", "--no-checkout", top, join(work, "clone")], work);
    run("git", ["checkout", "-q", commit], join(work, "clone"));
    const clone = join(work, "clone", prefix);
    const out = join(work, "site");
    const builder = builderOf(clone, project) ?? stop(otherEngine(commit));
    const build = run(process.execPath, [...builder, "--out", out], clone, {
      PORTAL_DATE: date,
    });
    if (build.status !== 0) stop(`Коміт не збирається:\n${build.stderr}`);

    const built = new Map(
      readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const file = join(entry.parentPath, entry.name);
          return [file.slice(out.length + 1), () => readFileSync(file)] as const;
        }),
    );
    const { equal, different, missing } = await compareSites(built, read);
    rmSync(work, { recursive: true, force: true });
    const shown = (files: string[]) =>
      files
        .slice(0, 20)
        .map((file) => `  /${file}\n`)
        .join("") + (files.length > 20 ? `  …і ще ${files.length - 20}\n` : "");
    const compared = equal + different.length + missing.length;
    process.stdout.write(`Збігається файлів: ${equal} з ${compared}.\n`);
    if (different.length > 0) process.stdout.write(`Інший вміст:\n${shown(different)}`);
    if (missing.length > 0) process.stdout.write(`Немає на сайті:\n${shown(missing)}`);
    if (different.length + missing.length === 0)
      process.stdout.write(`Сайт дорівнює коміту ${commit}.\n`);
    else process.exitCode = 1;
  },
);
