import { type HeaderRule, headersOf } from "../../published/hosting/headers/rules.ts";
import { type Check, good, guide, lacking } from "./check.ts";
import { look, type Seen } from "./look.ts";

/** What was seen of a file, and the path of it from the site's root. */
export type SeenFile = { path: string; seen: Seen };

/** GitHub Pages says its name, and takes no headers from anybody. */
const isGitHubPages = (headers: Headers): boolean => headers.get("server") === "GitHub.com";

/** Does a site stand on GitHub Pages, as its name or what answers there tells? Of one that does not answer nobody knows. */
export async function standsOnPages(
  ask: typeof fetch,
  site: string,
): Promise<"yes" | "no" | "unknown"> {
  if (new URL(site).hostname.endsWith(".github.io")) return "yes";
  const seen = await look(ask, `${site}/`, { method: "HEAD" });
  if ("code" in seen) return "unknown";
  return isGitHubPages(seen.headers) ? "yes" : "no";
}

const bare = (type: string | null | undefined): string =>
  (type ?? "").replace(/;.*$/, "").trim().toLowerCase();
const inUtf8 = (type: string | null): boolean => /;\s*charset="?utf-8"?/i.test(type ?? "");

const recipeTodo = `Поставте заголовки з рецепта для свого сервера: npm run doctor -- --recipe nginx (apache, headers, storage), пояснення — ${guide}.`;

/** Types a harvester chooses its reader by: another one stops it (ckanext-dcat, uData). */
const chosenByType = /^\/catalog(-ckan)?\.(jsonld|ttl|rdf)$/;

/** Are the files there at all? Some hosts lose those without an ending. */
export function filesCheck(files: readonly SeenFile[]): Check {
  const absent = files.flatMap(({ path, seen }) =>
    "status" in seen && seen.status === 200
      ? []
      : [`${path} (${"status" in seen ? seen.status : seen.reason})`],
  );
  return absent.length === 0
    ? good("files", "Файли каталогу на місці.")
    : lacking(
        "files",
        "must",
        `На сайті немає файлів каталогу: ${absent.join(", ")}.`,
        `Надішліть на хостинг dist цілком, і файли без розширення теж (${guide}).`,
      );
}

/** Each of the files: what it is said to be against what it is. */
export function typesCheck(rules: readonly HeaderRule[], files: readonly SeenFile[]): Check {
  const id = "content-types";
  const wrong = files.flatMap(({ path, seen }) => {
    if ("code" in seen || seen.status !== 200) return [];
    const said = seen.headers.get("content-type");
    const meant = headersOf(rules, path).get("Content-Type") ?? "";
    // GitHub Pages knows no type of a file without an ending; harvesters of CKAN read JSON there all the same.
    if (!/\.\w+$/.test(path) && isGitHubPages(seen.headers)) return [];
    const isOther = bare(said) !== bare(meant);
    if (!isOther && (!inUtf8(meant) || inUtf8(said))) return [];
    return [
      {
        path,
        stops: isOther && chosenByType.test(path),
        words: `${path} — ${said ?? "без типу"}, а має бути ${meant}`,
      },
    ];
  });
  if (wrong.length === 0) return good(id, "Типи файлів такі, як їх чекають харвестери.");
  return lacking(
    id,
    wrong.some(({ stops }) => stops) ? "must" : "should",
    `Не ті типи файлів: ${wrong.map(({ words }) => words).join("; ")}.`,
    recipeTodo,
  );
}

/** May scripts of other sites read the data, and parts of it? */
export function openCheck(rules: readonly HeaderRule[], { seen }: SeenFile): Check {
  const id = "cors";
  if ("code" in seen)
    return lacking(id, "unseen", "Файлу даних не прочитано.", "Запустіть ще раз.");
  if (seen.headers.get("access-control-allow-origin") !== "*")
    return lacking(
      id,
      "should",
      "Програми інших сайтів не прочитають даних: сервер цього не дозволяє (Access-Control-Allow-Origin).",
      recipeTodo,
    );
  const meant = headersOf(rules, "/").get("Access-Control-Expose-Headers")?.split(", ") ?? [];
  const exposed = (seen.headers.get("access-control-expose-headers") ?? "")
    .toLowerCase()
    .split(/\s*,\s*/);
  const hidden = exposed.includes("*")
    ? []
    : meant.filter((name) => !exposed.includes(name.toLowerCase()));
  if (hidden.length === 0)
    return good(id, "Програми інших сайтів можуть читати дані, цілком і частинами.");
  return isGitHubPages(seen.headers)
    ? good(
        id,
        "Програми інших сайтів можуть читати дані. Скільки їх прийшло, GitHub Pages не відкриває (Access-Control-Expose-Headers), і змінити цього не можна: великі таблиці, які читають частинами, краще тримати в сховищі.",
      )
    : lacking(
        id,
        "should",
        `Програми інших сайтів прочитають дані, але не дізнаються, яка їх частина прийшла: не відкрито ${hidden.join(", ")}.`,
        recipeTodo,
      );
}

/** Headers that guard a page. */
export function guardCheck(rules: readonly HeaderRule[], home: Seen): Check {
  const id = "security-headers";
  if ("code" in home) return lacking(id, "unseen", "Сторінки не прочитано.", "Запустіть ще раз.");
  const meant = headersOf(rules, "/");
  const names = ["X-Content-Type-Options", "Referrer-Policy", "Content-Security-Policy"];
  const absent = names.filter((name) => {
    const said = home.headers.get(name);
    // The policy in force may be of another engine's version: that there is a strict one is enough.
    return name === "Content-Security-Policy"
      ? !said?.includes("default-src 'none'")
      : said?.toLowerCase() !== meant.get(name);
  });
  if (absent.length === 0) return good(id, "Заголовки захисту на місці.");
  return isGitHubPages(home.headers)
    ? good(
        id,
        "GitHub Pages не приймає власних заголовків захисту; політика вмісту стоїть у самих сторінках.",
      )
    : lacking(id, "should", `Немає заголовків захисту: ${absent.join(", ")}.`, recipeTodo);
}

/** How long browsers keep a page and a file with a hash in its name. */
export function keepingCheck(home: Seen, hashed: Seen | undefined): Check {
  const id = "caching";
  if ("code" in home || hashed === undefined || "code" in hashed)
    return lacking(id, "unseen", "Строку зберігання копій не прочитано.", "Запустіть ще раз.");
  if (isGitHubPages(home.headers))
    return good(id, "GitHub Pages зберігає копії десять хвилин: оновлений сайт видно не відразу.");
  const page = /max-age=(\d+)/.exec(home.headers.get("cache-control") ?? "")?.[1];
  if (page !== undefined && Number(page) > 3600)
    return lacking(
      id,
      "should",
      `Браузер не питатиме нової сторінки ${page} секунд: виправлене й вилучене показуватиметься далі.`,
      recipeTodo,
    );
  return hashed.headers.get("cache-control")?.includes("immutable")
    ? good(id, "Сторінки перепитують щоразу, файли з гешем у назві зберігають рік.")
    : lacking(
        id,
        "should",
        "Файли з гешем у назві (/_astro/) браузер перепитує без потреби: на телефоні сторінки відкриваються довше.",
        recipeTodo,
      );
}
