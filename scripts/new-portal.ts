import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parse } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import type { Answers, Given } from "../src/found/answers/answers.ts";
import { askAnswers } from "../src/found/answers/ask.ts";
import { questions } from "../src/found/answers/questions.ts";
import { answerFaults, toAnswers } from "../src/found/answers/to-answers.ts";
import type { Ground } from "../src/found/files/data-files.ts";
import { boundsOf, placesOf } from "../src/found/files/places.ts";
import { publisherFiles } from "../src/found/files/publisher-files.ts";
import { readSign, type Sign } from "../src/found/files/sign.ts";
import type { PlanAct } from "../src/found/plan/plan-files.ts";
import { firstPublishers, portalOf } from "../src/found/portal-of.ts";
import { inspectFile } from "../src/inspect/inspection.ts";
import { renderFindingsText } from "../src/published/blocks/findings.ts";
import { renderCodeOwners, renderIssueConfig } from "../src/published/hosting/github-files.ts";
import { isCheckout } from "../src/read/git/git.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { sourceOf } from "../src/table/scan/encoding.ts";
import { importInto } from "./ckan-importing.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";
import { foundingEngine, mandatedTable, sharedFiles } from "./founding-engine.ts";

const text = (value: string, about: string) => ({ type: "string", value, about }) as const;

/** What may be said beside the answers to questions. */
const choices = {
  publishers: text("ФАЙЛ", "список розпорядників, CSV: title, kind, edrpou, email, url"),
  katottg: text("ФАЙЛ", "кодифікатор КАТОТТГ (XLSX, CSV): звідти — населені пункти громади"),
  bounds: text("ФАЙЛ.geojson", "межа громади: за нею відкриваються карти"),
  sign: text("ФАЙЛ.svg", "власний знак замість літер: SVG з обрисів"),
  mandated: {
    type: "boolean",
    about: "додати перелік обов’язкових наборів (постанова № 835) окремим набором",
  },
  plan: { ...text("ВИД", "план дій за зразком; потрібні й чотири наступні"), choices: ["typical"] },
  "plan-number": text("НОМЕР", "номер документа, яким план ухвалено"),
  "plan-date": text("ДЕНЬ", "дата документа, рррр-мм-дд"),
  "plan-years": text("РОКИ", "роки плану, наприклад 2026-2028"),
  ckan: text(
    "АДРЕСА",
    "портал CKAN, з якого переїхати: паспорти, розпорядники, таблиці, колишні адреси",
  ),
  engine: text(
    "ЗВІДКИ",
    "звідки встановлювати рушій: github:власник/назва#v1.0.0, файл .tgz або версія",
  ),
} as const;

const asked = Object.fromEntries(
  questions.map(({ name, asks, value }) => [name, text(value, asks)]),
) as Record<string, ReturnType<typeof text>>;

const isAddress = (said: string): boolean => /^https?:\/\//i.test(said);

/** A CKAN portal to move from: one that is named, or where answers would come from. */
function ckanOf(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  if (!isAddress(said) || !URL.canParse(said))
    throw new WrongCall(
      `Портал CKAN називають адресою: --ckan https://data.example.gov.ua; а не «${said}».`,
    );
  return said;
}

/** A file of answers: keys are names of options; a list is written with commas, as an option is. */
function readGiven(file: string | undefined): Given {
  if (file === undefined) return {};
  const read: unknown = parseYaml(readFileSync(file, "utf8"));
  if (typeof read !== "object" || read === null || Array.isArray(read))
    throw new WrongCall(
      `Файл ${file}: потрібні рядки «ключ: значення», наприклад name: Відкриті дані Полтави.`,
    );
  const known = [...Object.keys(asked), ...Object.keys(choices)];
  const strange = Object.keys(read).filter((key) => !known.includes(key));
  if (strange.length > 0)
    throw new WrongCall(
      `Файл ${file}: невідомі ключі — ${strange.join(", ")}. Є: ${known.join(", ")}.`,
    );
  return Object.fromEntries(
    Object.entries(read).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(",") : String(value ?? ""),
    ]),
  );
}

/** Only where nothing is: what people have is never overwritten. */
function checkEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new WrongCall(
      `Тека ${folder} не порожня, і в ній нічого не змінено: назвіть нову теку або звільніть цю.`,
    );
}

async function answersOf(given: Given, isAsked: boolean): Promise<Given | undefined> {
  if (!isAsked) {
    const faults = answerFaults(given);
    for (const { sentence } of faults) process.stderr.write(`${sentence}\n`);
    return faults.length > 0 ? undefined : given;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // What was said in the call is judged first: nobody answers ten questions to hear that the first was wrong.
    const wrong = new Set(
      answerFaults(given).flatMap(({ question, sentence }) => {
        if (given[question.name] === undefined) return [];
        process.stderr.write(`${sentence}\n`);
        return [question.name];
      }),
    );
    const right = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
    return await askAnswers(right, {
      ask: (question) => lines.question(question),
      tell: (sentence) => process.stderr.write(`${sentence}\n`),
    });
  } finally {
    lines.close();
  }
}

function planOf(given: Given): PlanAct | undefined {
  if (given.plan === undefined) return undefined;
  const { "plan-number": number, "plan-date": date, "plan-years": years = "" } = given;
  const [, first, last] = /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(years) ?? [];
  if (!number || !date || !/^\d{4}-\d\d-\d\d$/.test(date) || first === undefined)
    throw new WrongCall(
      "План на порталі — лише ухвалений: додайте --plan-number, --plan-date рррр-мм-дд і --plan-years 2026-2028. Без документа портал живе й без плану.",
    );
  return { number, date, years: [Number(first), Number(last)] };
}

function signOf(file: string | undefined): Sign | undefined {
  if (file === undefined) return undefined;
  const read = readSign(readFileSync(file, "utf8"));
  if ("fault" in read) throw new WrongCall(`Знак ${file}. ${read.fault}`);
  return read.sign;
}

function publishersOf(file: string | undefined, answers: Answers): Record<string, string> {
  if (file === undefined) return {};
  const known = firstPublishers(answers);
  const rows: string[][] = parse(readFileSync(file, "utf8"), {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const { files, faults } = publisherFiles(rows, { known, parent: known[0] ?? "" });
  if (faults.length > 0) throw new WrongCall(faults.join(" "));
  return files;
}

/** Settlements of the hromada out of a codifier, and the bounds of its boundary. */
async function groundOf({ katottg, bounds }: Given, { code }: Answers): Promise<Ground> {
  const places = katottg === undefined ? [] : placesOf(await rowsOf(katottg), code);
  if ("fault" in places) throw new WrongCall(`${katottg}. ${places.fault}`);
  const bbox = bounds === undefined ? undefined : boundsOf(readFileSync(bounds, "utf8"));
  if (bbox && "fault" in bbox) throw new WrongCall(`${bounds}. ${bbox.fault}`);
  return { places, bbox };
}

/** Rows of a table in whatever kind of file, read as any table is. */
async function rowsOf(file: string): Promise<string[][]> {
  const { clean, findings } = await inspectFile(file, sourceOf(readFileSync(file)));
  if (!clean)
    throw new WrongCall(`${file}: таблиці не прочитано. ${findings[0]?.message ?? ""}`.trim());
  let cleaned = "";
  await clean((part) => {
    cleaned += part;
  });
  return parse(cleaned, { bom: true, relax_column_count: true });
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content, { flag: "wx" });
  }
}

/** A history of the portal's own, one commit long; false where the folder lies in somebody's repository, or git does not work. */
function beginHistory(root: string, { name, mailbox }: Answers): boolean {
  const git = (...args: string[]) => spawnSync("git", ["-C", root, ...args]).status === 0;
  if (isCheckout(dirname(root))) return false;
  if (!git("init", "-q", "-b", "main") || !git("add", "-A")) return false;
  const known = git("config", "user.email")
    ? []
    : ["-c", `user.name=${name}`, "-c", `user.email=${mailbox}`];
  return git(...known, "commit", "-q", "-m", "Засновано портал");
}

await command(
  {
    about:
      "Засновує портал іншої громади: питає, як його звати, і пише теку з його файлами й історією.",
    positionals: "ТЕКА",
    options: {
      ...asked,
      ...choices,
      ...loopbackOption,
      from: text(
        "ФАЙЛ.yaml",
        "відповіді з файлу: ключі — назви цих параметрів; адреса https://… — те саме, що --ckan",
      ),
      yes: { type: "boolean", about: "не питати: чого не сказано, того взяти звичне" },
    },
    environment: { PORTAL_DATE: "день, яким датовано першу новину" },
    code1: "заснований портал має помилки, або портал CKAN не прочитано до кінця",
  },
  async ({ values, positionals: [folder = ""] }) => {
    const root = resolve(folder);
    checkEmpty(root);
    const { from, yes, mandated: isMandated, "allow-loopback": allowLoopback, ...said } = values;
    const isMove = from !== undefined && isAddress(from);
    const stated = Object.fromEntries(
      Object.entries(said as Given).filter(([, value]) => value !== undefined),
    );
    const given: Given = isMove ? { ckan: from, ...stated } : { ...readGiven(from), ...stated };
    const ckan = ckanOf(given.ckan);
    const isAsked = !yes && process.stdin.isTTY === true;
    const whole = await answersOf(given, isAsked);
    if (whole === undefined) {
      process.exitCode = 2;
      return;
    }
    const answers = toAnswers(whole);
    const day = portalDate({ PORTAL_DATE: process.env.PORTAL_DATE });
    const plan = planOf(given);
    const { engine, workflows } = foundingEngine(given.engine, root);
    write(
      root,
      portalOf({
        answers,
        day,
        engine,
        workflows,
        sign: signOf(given.sign),
        ground: await groundOf(given, answers),
        plan,
        mandated:
          plan !== undefined || isMandated || given.mandated === "true"
            ? mandatedTable()
            : undefined,
        publishers: publishersOf(given.publishers, answers),
        shared: sharedFiles(),
      }),
    );
    const isMoved =
      ckan === undefined ||
      (await importInto(root, { url: ckan, day, files: true, allowLoopback }));
    const { catalogue, findings } = loadPortal(root, day);
    if (!catalogue) {
      process.stderr.write(
        `${renderFindingsText(findings, (rule) => `${answers.site}/help/${rule}/`)}\nПортал записано в ${root}, але в ньому є помилки: виправте їх, як сказано вище.\n`,
      );
      process.exitCode = 1;
      return;
    }
    write(root, {
      ".github/CODEOWNERS": renderCodeOwners(catalogue),
      ".github/ISSUE_TEMPLATE/config.yml": renderIssueConfig(catalogue),
    });
    const hasHistory = beginHistory(root, answers);
    process.stdout.write(
      [
        `Портал «${answers.name}» записано в ${root}.`,
        hasHistory
          ? "Історію почато: один коміт у гілці main."
          : "Історії не почато: тека лежить в іншому репозиторії, або git не працює. Збережіть її комітом самі: без історії портал не знає дат.",
        workflows === undefined
          ? `Рушій встановлюватиметься так: ${engine.spec}. На GitHub цього не зробити, тож робочих процесів не записано: коли рушій матиме репозиторій, повторіть у новій теці з --engine github:власник/назва#версія і перенесіть сюди звідти .github і package.json.`
          : `Рушій: ${engine.spec}; робочі процеси GitHub викликають його ж.`,
        ...(isMoved
          ? []
          : [
              `Перенесено не все. Продовжте в теці порталу: npm run import-ckan -- --url ${ckan} --out . — і збережіть комітом.`,
            ]),
        `Далі: cd ${relative(process.cwd(), root) || "."} && npm start`,
        "Тоді опублікуйте (README, «Опублікувати вперше») і запустіть npm run doctor: він скаже, чого порталу ще бракує.",
        "",
      ].join("\n"),
    );
    if (!isMoved) process.exitCode = 1;
  },
);
