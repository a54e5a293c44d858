import type { HeaderRule } from "../../published/hosting/headers/rules.ts";
import { type BuildNote, buildNoteSchema } from "../../schemas/reports/build-note.ts";
import { type CertificateOf, certificateCheck } from "./certificate.ts";
import { type Check, good, guide, lacking } from "./check.ts";
import {
  filesCheck,
  guardCheck,
  keepingCheck,
  openCheck,
  type SeenFile,
  typesCheck,
} from "./headers.ts";
import { isNameless, isUncertified, look, type Seen } from "./look.ts";

export type SiteOptions = {
  ask: typeof fetch;
  /** Where the portal is opened, without a slash at its end. */
  site: string;
  rules: readonly HeaderRule[];
  /** yyyy-mm-dd */
  today: string;
  certificateOf: CertificateOf;
};

/** Files whose types harvesters and people depend on. */
const typedFiles = [
  "/catalog.jsonld",
  "/catalog.ttl",
  "/catalog.rdf",
  "/datasets.csv",
  "/datasets.json",
  "/api/3/action/package_list",
];
const dataFile = "/datasets.csv";

/** Days after which a site that is built each night has missed more than one night. */
const late = 2;
const day = 86_400_000;

function answerCheck(site: string, note: Seen): Check {
  const id = "site";
  const { host, hostname } = new URL(site);
  if (isNameless(note))
    return lacking(
      id,
      "must",
      `Назви ${hostname} немає в DNS: сайту ніхто не відкриє.`,
      `Додайте запис DNS, який веде на хостинг (${guide}); якщо адреса інша, виправте site у data/portal.yaml.`,
    );
  if (isUncertified(note))
    return lacking(
      id,
      "must",
      `Браузери не довіряють сертифікатові ${host}: ${"reason" in note ? note.reason : ""}.`,
      "Замовте сертифікат саме на цю назву: на GitHub Pages — Enforce HTTPS, на своєму сервері — certbot.",
    );
  if ("code" in note)
    return lacking(
      id,
      "must",
      `Сайт ${site} не відповідає: ${note.reason}.`,
      "Перевірте сервер і мережу та запустіть ще раз.",
    );
  if (note.status >= 300 && note.status < 400)
    return lacking(
      id,
      "must",
      `Адреса ${site} веде на іншу (${note.headers.get("location") ?? note.status}), а харвестери uData за переспрямуванням не йдуть.`,
      "Впишіть у site файлу data/portal.yaml ту адресу, на яку вона веде, або приберіть переспрямування.",
    );
  return lacking(
    id,
    "must",
    `За адресою ${site} немає цього порталу: файл build.json — ${note.status === 200 ? "інший" : note.status}.`,
    `Опублікуйте портал (${guide}) або виправте site у data/portal.yaml.`,
  );
}

/** What a built site says of itself; undefined of a file that is none of it. */
function noteIn(seen: Seen): BuildNote | undefined {
  if ("code" in seen || seen.status !== 200) return undefined;
  try {
    return buildNoteSchema.safeParse(JSON.parse(seen.text)).data;
  } catch {
    return undefined;
  }
}

function ageCheck({ date, clean, history }: BuildNote, today: string): Check {
  const id = "build-age";
  if (history === "absent")
    return lacking(
      id,
      "must",
      "Сайт складено без історії git: жодної дати змін на ньому немає.",
      "Складайте його з повного клону: у робочому процесі GitHub крок checkout має fetch-depth: 0.",
    );
  if (clean === false)
    return lacking(
      id,
      "should",
      "Сайт складено зі змін, яких немає в жодному коміті: його ніхто не перевірить.",
      "Збережіть зміни комітом і опублікуйте ще раз.",
    );
  const days = Math.round((Date.parse(today) - Date.parse(date)) / day);
  return days > late
    ? lacking(
        id,
        "should",
        `Сайт складено ${date}, днів тому — ${days}: свіжість наборів на ньому стара.`,
        "Складайте його щоночі: на GitHub — робота publish після nightly (вкладка Actions), на своєму сервері — cron.",
      )
    : good(id, `Сайт складено ${date}.`);
}

function transferCheck(head: Seen, part: Seen): Check {
  const id = "transfer";
  if ("code" in head || "code" in part)
    return lacking(id, "unseen", "Файлу даних не прочитано.", "Запустіть ще раз.");
  const lacks = [
    ...(head.status === 200 ? [] : [`на HEAD відповідає ${head.status}`]),
    ...(part.status === 206 ? [] : [`на прохання про частину файлу (Range) — ${part.status}`]),
  ];
  return lacks.length === 0
    ? good(id, "Файли можна питати заголовком (HEAD) і брати частинами (Range).")
    : lacking(
        id,
        "should",
        `Сервер ${lacks.join(", ")}: харвестер не перевірить посилань, а переглядач великих таблиць завантажуватиме їх цілком.`,
        `Увімкніть це на сервері (${guide}).`,
      );
}

const absentCheck = (seen: Seen): Check =>
  "status" in seen && seen.status === 404
    ? good("not-found", "На адресу, якої немає, сайт відповідає 404.")
    : lacking(
        "not-found",
        "should",
        `На адресу, якої немає, сайт відповідає не 404, а ${"status" in seen ? seen.status : seen.reason}: зламаних посилань не помітить ніхто.`,
        `Поставте сторінкою помилки 404.html (${guide}).`,
      );

const securityCheck = (seen: Seen): Check =>
  "status" in seen && seen.status === 200
    ? good("security-txt", "Відомо, кому писати про слабке місце: /.well-known/security.txt.")
    : lacking(
        "security-txt",
        "should",
        "Файлу /.well-known/security.txt на сайті немає.",
        "Теки з крапкою на початку назви не завантажено: надсилайте dist цілком (у робочому процесі GitHub — include-hidden-files: true).",
      );

/** From http the reader must come to https by itself. */
async function secureCheck({ ask, site }: SiteOptions): Promise<Check[]> {
  if (!site.startsWith("https:")) return [];
  const seen = await look(ask, site.replace(/^https:/, "http:"));
  const place = "headers" in seen ? (seen.headers.get("location") ?? "") : "";
  return [
    place.startsWith("https:")
      ? good("https", "З http:// сайт веде на https://.")
      : lacking(
          "https",
          "should",
          "З http:// сайт не веде на https://.",
          "GitHub Pages: Settings → Pages → Enforce HTTPS; на своєму сервері переспрямування робить certbot.",
        ),
  ];
}

/** What a site that answers does as it should, and what it does not; where it does not answer, only that. */
export async function siteChecks(options: SiteOptions): Promise<Check[]> {
  const { ask, site, rules, today, certificateOf } = options;
  const at = (path: string, init: RequestInit & { most?: number } = {}) =>
    look(ask, `${site}${path}`, init);
  const seenNote = await at("/build.json");
  const note = noteIn(seenNote);
  const certificate = await certificateCheck(new URL(site), today, certificateOf);
  if (!note) return [answerCheck(site, seenNote), ...(isNameless(seenNote) ? [] : [certificate])];
  const home = await at("/");
  const [, asset] =
    ("text" in home ? /["'](?:[^"']*)(\/_astro\/[^"']+\.css)["']/.exec(home.text) : null) ?? [];
  const files: SeenFile[] = [];
  for (const path of typedFiles) files.push({ path, seen: await at(path, { most: 0 }) });
  const data = files.find(({ path }) => path === dataFile) ?? { path: dataFile, seen: home };
  const part = { headers: { range: "bytes=0-9", "accept-encoding": "identity" } };
  return [
    good("site", `Сайт ${site} відповідає.`),
    certificate,
    ...(await secureCheck(options)),
    ageCheck(note, today),
    filesCheck(files),
    typesCheck(rules, files),
    openCheck(rules, data),
    transferCheck(await at(dataFile, { method: "HEAD" }), await at(dataFile, part)),
    guardCheck(rules, home),
    keepingCheck(home, asset === undefined ? undefined : await at(asset, { method: "HEAD" })),
    absentCheck(await at("/doctor-looks-for-what-is-not-here/")),
    securityCheck(await at("/.well-known/security.txt")),
  ];
}
