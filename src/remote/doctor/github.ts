import { z } from "zod";
import { type GitHubClient, GitHubError } from "../github/client.ts";
import { branchCheck, readBranch } from "./branch.ts";
import { type Check, good, guide, lacking } from "./check.ts";
import { scheduleChecks } from "./schedule.ts";

const repositorySchema = z.object({
  default_branch: z.string(),
  private: z.boolean().default(false),
  archived: z.boolean().default(false),
  pushed_at: z.string().nullish(),
});
const pagesSchema = z.object({
  build_type: z.string().nullish(),
  cname: z.string().nullish(),
  html_url: z.string().nullish(),
  https_enforced: z.boolean().nullish(),
});
const environmentSchema = z.object({
  deployment_branch_policy: z.unknown().optional(),
});

/** What GitHub answered, or that it did not show it: `absent` where it has nothing of the kind. */
type Shown<T> = { shown: T } | { hidden: string; absent: boolean };

/** An answer of GitHub's by its schema; what it does not give is no failure of the whole. */
async function shown<S extends z.ZodType>(
  schema: S,
  asking: Promise<unknown>,
): Promise<Shown<z.infer<S>>> {
  try {
    const read = schema.safeParse(await asking);
    return read.success
      ? { shown: read.data }
      : { hidden: "GitHub відповів не так, як очікує портал", absent: false };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { hidden: error.message, absent: error.fault === "missing" };
  }
}

const keyTodo =
  "Створіть ключ, що читає налаштування (fine-grained token: Administration, Pages, Environments, Actions — Read-only), і повторіть: GITHUB_TOKEN=… npm run doctor.";

/** A site, whether it stands on GitHub Pages, and whether GitHub was asked with a key. */
type Asked = { site: string; onPages: "yes" | "no" | "unknown"; hasKey: boolean };

/** How the repository publishes: its Pages, where the site is theirs. */
function pagesCheck(
  read: Shown<z.infer<typeof pagesSchema>>,
  { site, onPages, hasKey }: Asked,
): Check {
  const id = "pages";
  // Without a key GitHub says of any Pages that there are none.
  if ("hidden" in read && read.absent && hasKey)
    return lacking(
      id,
      onPages === "yes" ? "must" : "unseen",
      onPages === "yes"
        ? "GitHub Pages не ввімкнено."
        : "Сайт не відповідає, а GitHub Pages не ввімкнено: де портал має стояти, звідси не видно.",
      "Якщо на GitHub Pages: Settings → Pages → Build and deployment → Source: GitHub Actions.",
    );
  if ("hidden" in read)
    return lacking(id, "unseen", `Налаштувань Pages не видно: ${read.hidden}.`, keyTodo);
  const { build_type, cname, html_url, https_enforced } = read.shown;
  const { hostname } = new URL(site);
  if (build_type !== "workflow")
    return lacking(
      id,
      "must",
      "GitHub Pages складає сайт із гілки, а не з робочого процесу.",
      "Settings → Pages → Build and deployment → Source: GitHub Actions.",
    );
  const own = cname ?? new URL(html_url ?? site).hostname;
  if (own !== hostname)
    return lacking(
      id,
      "must",
      `GitHub Pages віддає сайт за адресою ${own}, а в data/portal.yaml стоїть ${hostname}.`,
      `Впишіть ${hostname} у Settings → Pages → Custom domain або виправте site у data/portal.yaml.`,
    );
  return https_enforced === true
    ? good(id, "GitHub Pages налаштовано: робочий процес, адреса, HTTPS.")
    : lacking(
        id,
        "should",
        "GitHub Pages віддає сайт і без шифрування.",
        "Settings → Pages → Enforce HTTPS.",
      );
}

function environmentCheck(read: Shown<z.infer<typeof environmentSchema>>): Check {
  const id = "environment";
  if ("hidden" in read)
    return read.absent
      ? lacking(
          id,
          "unseen",
          "Середовища github-pages ще немає: воно з’являється з першою публікацією.",
          "Опублікуйте портал і повторіть.",
        )
      : lacking(id, "unseen", `Середовища github-pages не видно: ${read.hidden}.`, keyTodo);
  return read.shown.deployment_branch_policy
    ? good(id, "Публікувати можна лише з дозволених гілок.")
    : lacking(
        id,
        "should",
        "Публікувати сайт може робочий процес із будь-якої гілки.",
        "Settings → Environments → github-pages → Deployment branches and tags: лише головна гілка.",
      );
}

const openCheck = (isPrivate: boolean): Check =>
  isPrivate
    ? lacking(
        "open-repository",
        "should",
        "Репозиторій закритий: підпису сайту немає, хвилини GitHub Actions обмежено тарифом, надіслати зміну можуть лише запрошені.",
        "Якщо в історії немає нічого, чого не можна показати, відкрийте його: Settings → General → Danger Zone.",
      )
    : good("open-repository", "Репозиторій відкритий: робочі процеси GitHub у ньому безкоштовні.");

/**
 * What GitHub says of the repository a portal is kept in: is the check required, does the schedule run, does Pages publish
 * the right address. What the key does not show is told as unseen.
 */
export async function gitHubChecks(
  client: GitHubClient,
  { now, ...asked }: Asked & { now: number },
): Promise<Check[]> {
  const read = await shown(repositorySchema, client.get(""));
  if ("hidden" in read)
    return [
      read.absent
        ? lacking(
            "github",
            asked.hasKey ? "must" : "unseen",
            "Репозиторію, названого в data/portal.yaml, на GitHub немає, або ключ його не показує.",
            "Перевірте repository; для закритого репозиторію потрібен ключ: GITHUB_TOKEN=… npm run doctor.",
          )
        : lacking(
            "github",
            "unseen",
            `Репозиторію не видно: ${read.hidden}.`,
            "Запустіть пізніше.",
          ),
    ];
  const { default_branch: branch, private: isPrivate, archived, pushed_at } = read.shown;
  if (archived)
    return [
      lacking(
        "github",
        "must",
        "Репозиторій передано в архів: змін він не приймає, робочі процеси не запускаються.",
        "Settings → General → Unarchive, або назвіть у data/portal.yaml інший репозиторій.",
      ),
    ];
  return [
    openCheck(isPrivate),
    ...branchCheck(await readBranch(client, branch), branch),
    ...(await scheduleChecks(client, { now, branch, pushed: pushed_at ?? undefined })),
    ...(asked.onPages === "no"
      ? []
      : [
          pagesCheck(await shown(pagesSchema, client.get("pages")), asked),
          environmentCheck(await shown(environmentSchema, client.get("environments/github-pages"))),
        ]),
  ];
}

/** Told where there is no repository on GitHub to ask. */
export const noGitHub = (): Check =>
  lacking(
    "github",
    "unseen",
    "Налаштувань GitHub не перевірено: репозиторію не названо.",
    `Впишіть repository у data/portal.yaml; що ввімкнути, крок за кроком — ${guide}.`,
  );
