import type { DatasetUse, PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { datasetFiles, passportFile } from "../../vocabularies/portal-files.ts";
import { folderOf, passportOf } from "../judge/known-portal.ts";
import { filesNamedIn } from "../judge/published-folder.ts";
import { passportText, passportValues } from "../passport/passport-text.ts";
import type { Submission } from "../submission.ts";
import type { Files } from "../tree-of-submission.ts";
import { nextVersion, type PublishedDataset, publishedPassport } from "./change-dataset.ts";
import { type Bytes, bytesOf } from "./new-dataset.ts";

/** What a new name costs others. */
export type RenamingCost = {
  /** Addresses on the site, from its root; `leads`: who opens the former one is led to the new one; else both answer. */
  addresses: { from: string; to: string; leads: boolean }[];
  /** What on the portal names the set, and whether the submission puts it right. */
  references: { file: string; title: string; kind: string; mended: boolean }[];
};

/** Every place of the portal that names a set; other sets that name it as their successor too. */
export function referencesTo(
  id: string,
  { uses, datasets }: PortalFacts,
): Omit<RenamingCost["references"][number], "mended">[] {
  return [
    ...uses.filter((use) => names(use, id)).map(({ file, title, kind }) => ({ file, title, kind })),
    ...datasets
      .filter(({ successor }) => successor === id)
      .map((known) => ({ file: passportOf(known.id), title: known.title, kind: "successor" })),
  ];
}

const names = ({ datasets, inserts }: DatasetUse, id: string): boolean =>
  datasets.some((named) => named.id === id) ||
  inserts.some(({ attributes }) => attributes.dataset === id || attributes.id === id);

/** Where a line of a text begins. */
const offsetOf = (text: string, line: number): number =>
  line <= 1
    ? 0
    : text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + 1;

/** A text that names a set, with its new name where it names it; undefined where it does not stand where it was. */
function withNewName(text: string, use: DatasetUse, from: string, to: string): string | undefined {
  const places = [
    ...use.datasets
      .filter(({ id }) => id === from)
      .map(({ line, column }) => offsetOf(text, line) + column - 1),
    ...use.inserts
      .filter(({ attributes }) => attributes.dataset === from || attributes.id === from)
      .map(({ line }) => offsetOf(text, line)),
  ].sort((a, b) => b - a);
  let renamed = text;
  for (const place of places) {
    const at = renamed.indexOf(from, place);
    if (at === -1) return undefined;
    renamed = renamed.slice(0, at) + to + renamed.slice(at + from.length);
  }
  return renamed;
}

/**
 * A set under another id: its folder moves, the former id stays as an alias, a newer version says so. What names the set
 * is put right where its text is given; the rest is told, because the portal refuses a name that leads nowhere.
 * @param sources texts of the files of `referencesTo`, by their paths, as they are in the repository now
 */
export function renameDataset(
  dataset: PublishedDataset,
  to: string,
  {
    facts,
    sources = new Map(),
    versionNotes,
  }: { facts: PortalFacts; sources?: Files; versionNotes?: string },
): { submission: Submission; cost: RenamingCost } {
  const { id: from, files } = dataset;
  const existing = publishedPassport(dataset);
  const values = passportValues(existing);
  const passport = passportText(
    {
      ...values,
      aliases: [...(values.aliases ?? []).filter((alias) => alias !== to), from],
      renamedFrom: values.renamedFrom ?? from,
      version: nextVersion(values.version, true),
      versionNotes: versionNotes ?? `Набір перейменовано: раніше він звався ${from}.`,
    },
    existing,
  );
  const moved = [...files].flatMap(([path, bytes]) => [
    [path, undefined] as const,
    [path.replace(`${folderOf(from)}/`, `${folderOf(to)}/`), new Uint8Array(bytes)] as const,
  ]);
  const mended = mendedUses(from, to, facts, sources);
  return {
    submission: {
      kind: "renaming",
      id: to,
      title: values.title,
      files: new Map<string, Bytes | undefined>([
        ...moved,
        [passportOf(to), bytesOf(passport)],
        ...mended,
      ]),
    },
    cost: {
      addresses: addressesOf(from, to, filesNamedIn(existing)),
      references: referencesTo(from, facts).map((one) => ({
        ...one,
        mended: mended.has(one.file),
      })),
    },
  };
}

function mendedUses(
  from: string,
  to: string,
  facts: PortalFacts,
  sources: Files,
): Map<string, Bytes> {
  const textOf = (path: string) => {
    const bytes = sources.get(path);
    return bytes && new TextDecoder().decode(bytes);
  };
  const ofUses = facts.uses
    .filter((use) => names(use, from))
    .flatMap((use) => {
      const text = textOf(use.file);
      const renamed = text === undefined ? undefined : withNewName(text, use, from, to);
      return renamed === undefined ? [] : [[use.file, bytesOf(renamed)] as const];
    });
  const ofSets = facts.datasets
    .filter(({ successor }) => successor === from)
    .flatMap(({ id }) => {
      const text = textOf(passportOf(id));
      if (text === undefined) return [];
      const values = passportValues(text);
      const withdrawn = values.withdrawn && { ...values.withdrawn, successor: to };
      return [[passportOf(id), bytesOf(passportText({ ...values, withdrawn }, text))] as const];
    });
  return new Map([...ofUses, ...ofSets]);
}

const addressesOf = (
  from: string,
  to: string,
  files: readonly string[],
): RenamingCost["addresses"] => [
  ...["", "/en"].map((language) => ({
    from: `${language}/dataset/${from}/`,
    to: `${language}/dataset/${to}/`,
    leads: true,
  })),
  ...[...files, ...datasetFiles, passportFile].map((name) => ({
    from: `/dataset/${from}/${name}`,
    to: `/dataset/${to}/${name}`,
    leads: false,
  })),
];
