import { stringify } from "yaml";
import type { Repository } from "../../model/repository.ts";
import type { Federation, MemberDescriptor } from "../../schemas/federation/member.ts";
import type { Member, Read } from "./read-member.ts";

/** What became of a portal of the list. */
export type MemberOutcome =
  | { portal: string; datasets: number; gone: string[]; unread: string[] }
  | { portal: string; problem: string; since: string; datasets: number };

type Before = Pick<Repository, "members" | "datasets">;

/** Files to write, by their path from the portal's root (undefined: to take away), and what became of each portal. */
export type Federated = { files: Map<string, string | undefined>; outcomes: MemberOutcome[] };

/**
 * What portals say of themselves → the files of a catalogue of them all: descriptions only, no copy of a file. A portal
 * that did not answer keeps its last state and is marked; a set that is gone from its portal, or whose portal left the
 * list, is withdrawn with the reason and never vanishes.
 * @param before the catalogue as it is
 * @param today yyyy-mm-dd
 */
export function federate(
  { portals }: Federation,
  reads: ReadonlyMap<string, Read>,
  before: Before,
  today: string,
): Federated {
  const files: Federated["files"] = new Map();
  const outcomes = portals.map(({ id }): MemberOutcome => {
    const read = reads.get(id) ?? { problem: "не прочитано" };
    const last = before.members.find((member) => member.id === id)?.value;
    if ("problem" in read) return keepLast(files, id, read.problem, last, before, today);
    const { portal, publishers, datasets, unread } = read.member;
    files.set(memberFile(id), yamlText(portal));
    for (const [name, card] of publishers)
      files.set(`data/publishers/${name}.yaml`, yamlText(card));
    for (const [name, passport] of datasets) files.set(passportFileOf(name), yamlText(passport));
    for (const set of renamedOf(id, datasets, before)) files.set(set.file, undefined);
    const gone = goneOf(id, read.member, before);
    for (const set of gone)
      files.set(
        set.file,
        withdrawnText(set.value, today, `На порталі «${portal.title}» цього набору більше немає.`),
      );
    return { portal: id, datasets: datasets.size, gone: gone.map((set) => set.id), unread };
  });
  const listed = new Set(portals.map(({ id }) => id));
  for (const { id, value } of before.members.filter((member) => !listed.has(member.id)))
    for (const set of activeOf(id, before))
      files.set(
        set.file,
        withdrawnText(set.value, today, `Портал «${value.title}» більше не входить до каталогу.`),
      );
  return { files, outcomes };
}

const memberFile = (id: string): string => `data/portals/${id}.yaml`;
const passportFileOf = (id: string): string => `data/datasets/${id}/datapackage.yaml`;

const yamlText = (value: object): string =>
  `# Складено командою npm run federate: виправляють на порталі громади.\n${stringify(value, { lineWidth: 112, aliasDuplicateObjects: false })}`;

/** Sets of a portal that are still published here. */
const activeOf = (portal: string, { datasets }: Before): Before["datasets"] =>
  datasets.filter(({ value }) => value.home?.portal === portal && value.status === "active");

/** A portal that did not answer: its sets stay, and since when it is silent is told. */
function keepLast(
  files: Federated["files"],
  id: string,
  problem: string,
  last: MemberDescriptor | undefined,
  before: Before,
  today: string,
): MemberOutcome {
  const since = last?.unreachable?.since ?? today;
  if (last) files.set(memberFile(id), yamlText({ ...last, unreachable: { since, problem } }));
  return { portal: id, problem, since, datasets: activeOf(id, before).length };
}

/** Sets that have another name now: the new one remembers the old. */
function renamedOf(
  portal: string,
  datasets: Member["datasets"],
  { datasets: sets }: Before,
): Before["datasets"] {
  const former = new Set([...datasets.values()].flatMap(({ aliases = [] }) => aliases));
  return sets.filter(
    ({ id, value }) => value.home?.portal === portal && former.has(id) && !datasets.has(id),
  );
}

/** Sets a portal had and has no more, under whatever name; one whose description was not understood is not gone. */
function goneOf(id: string, { datasets, unread }: Member, before: Before): Before["datasets"] {
  const names = new Set([
    ...unread.map((set) => `${id}-${set}`),
    ...[...datasets].flatMap(([name, { aliases = [] }]) => [name, ...aliases]),
  ]);
  return activeOf(id, before).filter((set) => !names.has(set.id));
}

function withdrawnText(
  passport: Before["datasets"][number]["value"],
  today: string,
  reason: string,
): string {
  return yamlText({ ...passport, status: "withdrawn", withdrawn: { date: today, reason } });
}
