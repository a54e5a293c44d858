import type { ResourceDescriptor } from "../../../schemas/data/dataset.ts";
import { pathProblem } from "./resource-path.ts";

/** What a name ends with, from its last dot on; and what stands before. */
const partsOf = (name: string): [stem: string, ending: string] => {
  const at = name.lastIndexOf(".");
  return at === -1 ? [name, ""] : [name.slice(0, at), name.slice(at)];
};

/**
 * Why a former name of a resource's file cannot be one: the part of a sentence after the colon; undefined where it can.
 * Under it lie the file, its versions and the copies of its table, so none of these may have another's address.
 */
export function formerFileFault(
  resources: readonly ResourceDescriptor[],
  index: number,
  at: number,
): string | undefined {
  const { path, aliases = [] } = resources[index] ?? {};
  const name = aliases[at] ?? "";
  const problem = pathProblem(name);
  if (problem !== undefined || name.includes(":") || name.startsWith("/"))
    return problem ?? "це не назва файлу";
  if (path === undefined || /[:/]/.test(path)) return "файл цього ресурсу лежить не тут";
  const [, ending] = partsOf(path);
  if (partsOf(name)[1] !== ending) return `вона закінчується інакше, ніж «${path}»`;
  const [stem] = partsOf(name);
  const isTaken = resources.some(
    (other, place) =>
      (other.path !== undefined && partsOf(other.path)[0] === stem) ||
      (other.aliases ?? []).some(
        (alias, of) => (place !== index || of < at) && partsOf(alias)[0] === stem,
      ),
  );
  return isTaken ? "її вже має файл цього набору" : undefined;
}
