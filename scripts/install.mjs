// Runs on any Node that knows modules: installs the packages where they are missing, half there or of another lock file.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, "node_modules");
const stamp = join(packages, ".installed-from");

/** The first Node on which npm can fetch the one that everything else runs on (engines of package.json). */
const oldestNode = 20;

/** What npm says → the sentence a clerk can do something about. */
const reasons = [
  [/ENOSPC/, "На диску немає місця: звільніть його (потрібно до 1 ГБ) і повторіть команду."],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i,
    "Не вдалося дістатися до сховища пакетів npm: перевірте доступ до інтернету (і проксі установи) й повторіть команду.",
  ],
  [
    /EACCES|EPERM|EROFS/,
    "Немає дозволу писати в теку проєкту: перевірте, чия вона, і повторіть команду.",
  ],
  [
    /E401|E403/,
    "Сховище пакетів npm не пускає: перевірте налаштування npm (файл .npmrc) і повторіть команду.",
  ],
  [
    /EINTEGRITY/,
    "Пакет прийшов не такий, яким його записано в package-lock.json: повторіть команду, а якщо повториться — скажіть розробникам.",
  ],
  [
    /package-lock/,
    "package.json і package-lock.json не узгоджені: візьміть обидва файли з головної гілки.",
  ],
];

/** @param {string} sentence */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Whoever founds a portal needs none of what tests need: a quarter of the packages is enough. */
const isOfEngineOnly = process.argv.includes("--omit=dev");

/** Is each package of the lock file that is asked for there? Optional ones are of other systems. */
function isWhole(lock) {
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { optional, link, dev, devOptional }]) =>
      path === "" ||
      optional ||
      link ||
      (isOfEngineOnly && (dev || devOptional)) ||
      existsSync(join(root, path, "package.json")),
  );
}

if (Number(process.versions.node.split(".")[0]) < oldestNode)
  stop(
    `Node.js ${process.versions.node} застарий: потрібен ${oldestNode} або новіший. Встановіть його з nodejs.org і повторіть команду.`,
  );
const lock = readFileSync(join(root, "package-lock.json"), "utf8");
const print = createHash("sha256").update(lock).digest("hex");
const printOfEngine = `${print} omit=dev`;
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
const isEnough = installed === print || (isOfEngineOnly && installed === printOfEngine);
if (!isEnough || !isWhole(lock)) {
  process.stderr.write("Встановлюю бібліотеки (перший раз — до кількох хвилин)…\n");
  const windows = process.platform === "win32";
  const { status, error, stderr } = spawnSync(
    windows ? "npm.cmd" : "npm",
    [
      "ci",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      ...(isOfEngineOnly ? ["--omit=dev"] : []),
    ],
    { cwd: root, stdio: ["ignore", 2, "pipe"], encoding: "utf8", shell: windows },
  );
  if (error) stop("Не знайдено npm: він приходить разом із Node.js (nodejs.org).");
  if (status !== 0) {
    const known = reasons.find(([said]) => said.test(stderr))?.[1];
    if (known === undefined) process.stderr.write(stderr.replace(/^npm error\s+at .*\n/gm, ""));
    stop(known ?? "Не вдалося встановити бібліотеки: що саме завадило, сказано вище.");
  }
  writeFileSync(stamp, isOfEngineOnly ? printOfEngine : print);
}
