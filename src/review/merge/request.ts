import type { Line } from "../../model/blocks.ts";

/** What a forge tells of a request, as far as it decides whether the request may be merged without a person. */
export type AskedMerge = {
  /** Is its branch in the portal's own repository, and not in a copy? */
  own: boolean;
  /** Does the forge count its author among those who belong to the repository? */
  member: boolean;
  author: string;
  draft: boolean;
  /** Would it be merged into the branch the portal is published from? */
  toMain: boolean;
  branch: string;
  /** Who of the reviewers asks for changes. */
  objecting: readonly string[];
  /** Paths it changes, former ones of renamed files too; absent where the forge did not tell all. */
  paths: readonly string[] | undefined;
};

const folder = /^data\/datasets\/([^/]+)\//;

/** The set a request is about, where the portal lets its clean updates be merged: the first that any of its files belongs to. */
export const setToMerge = (
  paths: readonly string[],
  allowed: readonly string[],
): string | undefined =>
  paths
    .map((path) => folder.exec(path)?.[1])
    .find((id): id is string => id !== undefined && allowed.includes(id));

/** A table of the set, lying in its folder itself. */
const isTableOf = (id: string, path: string): boolean =>
  path.startsWith(`data/datasets/${id}/`) &&
  /^[^/]+\.csv$/.test(path.split("/").slice(3).join("/"));

/** Is a branch named as `npm run publish-dataset` names those of a set's updates, whatever the day? */
const isOfUpdate = (branch: string, id: string): boolean =>
  branch.startsWith(`dataset-update-${id}-`) &&
  /^\d{4}-\d\d-\d\d(-\d+)?$/.test(branch.slice(`dataset-update-${id}-`.length));

/** Why a person must look at a request, whatever its tables hold; nothing where they alone decide. */
export function requestFaults(
  { own, member, author, draft, toMain, branch, objecting, paths }: AskedMerge,
  id: string,
): Line[] {
  const others = (paths ?? []).filter((path) => !isTableOf(id, path));
  const faults: [isSo: boolean, line: Line][] = [
    [!own, ["Запит надіслано з копії порталу: без людини приймають лише гілки самого порталу."]],
    [!member, ["Автор запиту, ", { code: author }, ", не належить до тих, хто веде портал."]],
    [draft, ["Запит — чернетка."]],
    [!toMain, ["Запит — не до тієї гілки, з якої публікують портал."]],
    [
      !isOfUpdate(branch, id),
      [
        "Гілка ",
        { code: branch },
        " названа не так, як у вивантаження за розкладом: ",
        { code: `dataset-update-${id}-рррр-мм-дд` },
        ".",
      ],
    ],
    [objecting.length > 0, ["Просить змін: ", { code: objecting.join(", ") }, "."]],
    [paths === undefined, ["GitHub не перелічив усіх змінених файлів."]],
    [
      others.length > 0,
      ["Змінено не лише таблиці набору: ", { code: others.slice(0, 5).join(", ") }, "."],
    ],
  ];
  return faults.flatMap(([isSo, line]) => (isSo ? [line] : []));
}
