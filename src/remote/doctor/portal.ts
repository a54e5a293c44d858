import type { History } from "../../model/repository.ts";
import type { PortalDescriptor } from "../../schemas/data/portal.ts";
import { repositoryOf } from "../github/client.ts";
import { type Check, good, lacking } from "./check.ts";

/** What a portal's folder tells without the network. */
export type PortalFacts = {
  portal: PortalDescriptor;
  history: History["state"];
  /** Is .github/CODEOWNERS as `github-files` would write it? Undefined where the portal has errors. */
  ownersFresh: boolean | undefined;
};

function historyCheck(state: History["state"]): Check {
  const id = "git-history";
  if (state === "complete")
    return good(id, "Історія git повна: портал знає, коли змінено кожен набір.");
  return state === "shallow"
    ? lacking(
        id,
        "must",
        "Історія git неповна: дати змін були б неправильні.",
        "Виконайте git fetch --unshallow; у робочому процесі GitHub крок checkout має fetch-depth: 0.",
      )
    : lacking(
        id,
        "must",
        "Історії git немає: портал не знає жодної дати змін.",
        "Зробіть теку репозиторієм: git init, git add -A, git commit; або клонуйте портал цілком.",
      );
}

function repositoryCheck(repository: string | undefined): Check {
  const id = "repository";
  if (repositoryOf(repository) !== undefined)
    return good(id, `Репозиторій названо: ${repository}.`);
  return repository === undefined
    ? lacking(
        id,
        "should",
        "Репозиторію не названо: сторінки не пропонують надіслати зміну чи звернення через GitHub.",
        "Впишіть адресу репозиторію в repository файлу data/portal.yaml.",
      )
    : lacking(
        id,
        "should",
        `Репозиторій ${repository} — не на GitHub: надсилати зміни зі сторінки /publish/ портал уміє лише туди.`,
        "Якщо репозиторій є й на GitHub, впишіть ту адресу в repository файлу data/portal.yaml.",
      );
}

const maintainersCheck = ({ maintainers }: PortalDescriptor): Check =>
  maintainers.length > 0
    ? good("maintainers", `За код і перевірки відповідають: ${maintainers.join(", ")}.`)
    : lacking(
        "maintainers",
        "should",
        "За код і перевірки ніхто не відповідає.",
        'Впишіть у data/portal.yaml, наприклад, maintainers: ["@рада/портал"] і виконайте npm run github-files.',
      );

function ownersCheck(fresh: boolean | undefined): Check {
  const id = "code-owners";
  if (fresh === true) return good(id, "CODEOWNERS відповідає даним порталу.");
  return fresh === undefined
    ? lacking(
        id,
        "must",
        "У даних порталу є помилки: його не зібрати.",
        "Виконайте npm run validate і виправте, що названо.",
      )
    : lacking(
        id,
        "should",
        "CODEOWNERS немає або він застарів: зміни просять схвалити не тих людей.",
        "Виконайте npm run github-files і збережіть файли комітом.",
      );
}

/** What the folder of a portal lacks to be published and kept. */
export const portalChecks = ({ portal, history, ownersFresh }: PortalFacts): Check[] => [
  historyCheck(history),
  repositoryCheck(portal.repository),
  maintainersCheck(portal),
  ownersCheck(ownersFresh),
];
