import type { Catalogue, Change, Dataset } from "../../model/catalogue.ts";

/** What happened to a dataset: it came, its files changed, only what is said of it changed, it was withdrawn. */
export type ChangeKind = "created" | "data" | "passport" | "withdrawn";

export type DatasetChange = {
  kind: ChangeKind;
  /** ISO date-time at which it came onto the portal. */
  date: string;
  /** Of a withdrawal, the day the passport names, which may be an earlier one. */
  withdrawn?: string;
  dataset: string;
  iri: string;
  title: string;
  /** Names of the files in the dataset's folder that changed. */
  files: string[];
  /** What the publisher wrote of the change; else what happened, in a word. */
  note: string;
  commit?: string;
};

/** Changes a list holds: enough for a reader who comes once a month, small enough for a phone. */
const listed = 1000;
const passportFile = "datapackage.yaml";

const kindOf = ({ files }: Change, first: boolean): ChangeKind =>
  first ? "created" : files.some((file) => file !== passportFile) ? "data" : "passport";

/** What happened, in words. */
export const kindWords: Record<ChangeKind, string> = {
  created: "Набір оприлюднено",
  data: "Змінено дані",
  passport: "Змінено паспорт",
  withdrawn: "Набір вилучено",
};

/** The kind of a change and a sentence on it. */
function toldOf(change: Change, first: boolean): { kind: ChangeKind; note: string } {
  const kind = kindOf(change, first);
  const files = change.files.filter((file) => file !== passportFile);
  const own = kind === "data" ? `${kindWords.data}: ${files.join(", ")}` : kindWords[kind];
  return { kind, note: change.note?.uk ?? own };
}

/** What happened to one dataset, the latest first. */
export function changesOf(dataset: Dataset): DatasetChange[] {
  const { id, iri, title, history, passport, withdrawnAt } = dataset;
  const base = { dataset: id, iri, title: title.uk };
  const { withdrawn } = passport;
  return [
    ...(withdrawn
      ? [
          {
            ...base,
            kind: "withdrawn" as const,
            date: withdrawnAt ?? withdrawn.date,
            withdrawn: withdrawn.date,
            files: [],
            note: withdrawn.reason,
          },
        ]
      : []),
    ...history.map((change, index) => ({
      ...base,
      ...toldOf(change, index === history.length - 1),
      date: change.date,
      files: change.files,
      commit: change.hash,
    })),
  ].sort((a, b) => Date.parse(b.date) - Date.parse(a.date));
}

/** /changes.json: the latest changes of all datasets by when they came out, and every dataset that was withdrawn. */
export function renderChanges({ portal, datasets, tombstones }: Catalogue): string {
  const changes = datasets
    .flatMap(changesOf)
    .sort(
      (a, b) =>
        Date.parse(b.date) - Date.parse(a.date) ||
        (a.dataset < b.dataset ? -1 : a.dataset > b.dataset ? 1 : 0),
    );
  return `${JSON.stringify(
    {
      title: portal.title,
      catalog: `${portal.iriBase}/catalog`,
      tombstones,
      changes: changes.slice(0, listed),
    },
    null,
    1,
  )}\n`;
}
