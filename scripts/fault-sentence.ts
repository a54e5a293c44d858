import { tmpdir } from "node:os";
import { getSystemErrorName } from "node:util";
import { Fault } from "../src/model/reports/fault.ts";

type Errno = Error & { code?: string; path?: string; dest?: string; syscall?: string };

/** What the system's refusals mean, by their names in errno(3). */
const meanings: Record<string, (path: string) => string> = {
  ENOSPC: (path) =>
    `На диску немає місця${path}: звільніть його й повторіть. Тимчасова тека — ${tmpdir()}.`,
  EDQUOT: (path) => `Вичерпано дозволене місце на диску${path}: звільніть його й повторіть.`,
  EROFS: (path) => `Диск доступний лише для читання${path}: виберіть інше місце.`,
  EACCES: (path) => `Немає дозволу${path}: перевірте права на файл або теку.`,
  EPERM: (path) => `Немає дозволу${path}: перевірте права на файл або теку.`,
  ENOENT: (path) =>
    `Немає файлу чи теки${path}. Якщо їх вилучили під час роботи команди, запустіть її ще раз.`,
  ENOTDIR: (path) => `На місці теки стоїть файл${path}: перевірте шлях.`,
  EISDIR: (path) => `На місці файлу стоїть тека${path}: перевірте шлях.`,
  ENOTEMPTY: (path) => `Тека не порожня${path}: хтось змінив її під час роботи. Повторіть.`,
  EEXIST: (path) => `Там уже щось є${path}, і його не змінено: вкажіть іншу назву.`,
  EBUSY: (path) =>
    `Теку зайнято${path}: це окремий диск або її тримає інша програма. Вкажіть іншу.`,
  EMFILE: () =>
    "Система не дає відкрити більше файлів: закрийте зайві програми або підніміть межу (ulimit -n 4096).",
  ENFILE: () => "Система не дає відкрити більше файлів: закрийте зайві програми й повторіть.",
  ENOMEM: () => "Забракло пам’яті: закрийте зайві програми й повторіть.",
  EADDRINUSE: () => "Порт уже зайнятий: виберіть інший, наприклад PORT=4322.",
  EXDEV: (path) => `Теки лежать на різних дисках${path}: виберіть місце на тому самому диску.`,
  ELOOP: (path) => `Посилання ведуть по колу${path}: вилучіть їх.`,
  ENAMETOOLONG: (path) => `Назва файлу задовга${path}: скоротіть її.`,
  EIO: (path) => `Диск не прочитав або не записав даних${path}: перевірте його.`,
};

const isOfTarget = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/** Packages that are not there, or only in part. */
const halfInstalled =
  /Cannot find (?:package|module) '?(?![./])([^'\s]+)|ERR_MODULE_NOT_FOUND|Failed to resolve import/;

/**
 * Whatever was thrown → one Ukrainian sentence of what happened and what to do. What nobody foresaw says that it is the
 * portal's own fault, and how to see more.
 */
export function faultSentence(thrown: unknown): string {
  if (isFault(thrown)) return oneLine(thrown.message);
  const chain: Errno[] = [];
  for (let error = thrown; error instanceof Error && chain.length < 10; error = error.cause)
    chain.push(error as Errno);
  const fault = chain.find(isFault);
  if (fault) return oneLine(fault.message);
  for (const error of chain) {
    const code = codeOf(error);
    // Of two paths the one that is written to is the one that lacks room.
    const named = isOfTarget.has(code) ? (error.dest ?? error.path) : (error.path ?? error.dest);
    const path = named ?? /'([^']+)'/.exec(error.message)?.[1];
    const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
    if (meaning) return meaning(path === undefined ? "" : ` (${path})`);
    if (/heap out of memory|Array buffer allocation failed/.test(error.message))
      return "Забракло пам’яті: закрийте зайві програми або виконайте команду з NODE_OPTIONS=--max-old-space-size=8192.";
    if (error.code === "ERR_MODULE_NOT_FOUND" || halfInstalled.test(error.message))
      return "Бібліотеки встановлено не повністю: вилучіть теку node_modules і повторіть команду.";
  }
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return `Несподівана помилка, і це вада порталу, а не ваша: ${oneLine(said).slice(0, 300)} Подробиці для розробників: додайте PORTAL_DEBUG=1.`;
}

/** The system's name of a refusal: Node's, or the number that a program in Rust, as Astro's bundler is, gives instead. */
function codeOf({ code, message }: Errno): string {
  const number = /\(os error (\d{1,3})\)/.exec(message)?.[1];
  if (code !== undefined && Object.hasOwn(meanings, code)) return code;
  if (number !== undefined && Number(number) > 0) return getSystemErrorName(-Number(number));
  return /\b(E[A-Z]{3,12}): /.exec(message)?.[1] ?? "";
}

/** By its name too: a page's code is bundled, and its Fault is a class of its own. */
const isFault = (thrown: unknown): thrown is Error =>
  thrown instanceof Fault || (thrown instanceof Error && thrown.name === "Fault");

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, " ");
