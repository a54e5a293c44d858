import type { Key, Language } from "../../../i18n/speech.ts";
import type { DatasetChange, RowChange } from "../../../model/reports/review.ts";
import type { DatasetSource, Repository } from "../../../model/repository.ts";
import { labelledFields } from "../../../schemas/data/dataset.ts";
import { frequencies, isFrequency } from "../../../vocabularies/dcat/frequencies.ts";

/** A part of a set's passport: what it is called, by a key of the dictionary or in both languages, and what it says. */
export type PassportPart = { label: Key | Record<Language, string>; text: string };
/** A cell of a table. */
export type Cell = { column: string; text: string };

/** A set's page, as far as people read it: in words, in the order of the page. */
export type SetPage = {
  title: string;
  publisher: string;
  description: string;
  files: string[];
  passport: PassportPart[];
};

/** A row of a table on both pages; a side without it has none. */
export type RowPair = { key: string; before?: Cell[]; after?: Cell[] };
/** Rows of a table that differ, the first of each kind, and how many stand on either page. */
export type TablePair = {
  name: string;
  before: number;
  after: number;
  rows: RowPair[];
  more: number;
};

/** A set's page before and after, part by part. */
export type PagePair = {
  id: string;
  title: string;
  before: SetPage | undefined;
  after: SetPage | undefined;
  tables: TablePair[];
};

const joined = (list: readonly (string | undefined)[]): string =>
  list.filter((text) => text !== undefined && text !== "").join(", ");

/** What the passport of a page says, under the keys of its words. */
function passportOf({ value }: DatasetSource): PassportPart[] {
  const { temporal, frequency, withdrawn, restriction } = value;
  const own = labelledFields.map(({ field, label }) => ({
    label,
    text: value[field] ?? "",
  }));
  return [
    {
      label: "field.contact",
      text: joined([value.contact?.name, value.contact?.unit]),
    },
    { label: "field.email", text: value.contact?.email ?? "" },
    {
      label: "field.temporal",
      text: temporal ? joined([temporal.start, temporal.end]).replace(", ", " — ") : "",
    },
    {
      label: "field.frequency",
      text:
        frequency === undefined
          ? ""
          : isFrequency(frequency)
            ? frequencies[frequency].uk
            : frequency,
    },
    ...own,
    { label: "field.place", text: joined(value.spatial) },
    { label: "field.legalBasis", text: joined(value.legalBasis.map(({ title }) => title)) },
    { label: "field.sources", text: joined(value.sources.map(({ title }) => title)) },
    { label: "field.keywords", text: joined(value.keywords) },
    { label: "review.themes", text: joined(value.themes) },
    { label: "field.licence", text: joined(value.licenses.map(({ name }) => name)) },
    {
      label: "field.restriction",
      text: restriction ? `${restriction.kind}: ${restriction.ground}` : "",
    },
    { label: "field.mandated", text: joined(value.mandated) },
    { label: "field.planTasks", text: joined(value.planTasks) },
    { label: "review.note", text: value.note ?? "" },
    {
      label: "review.withdrawn",
      text: withdrawn ? `${withdrawn.date}: ${withdrawn.reason}` : "",
    },
  ];
}

/** A set's page in a state of the portal; undefined where the set is not in it. */
function pageIn(repository: Repository, id: string): SetPage | undefined {
  const source = repository.datasets.find((one) => one.id === id);
  if (!source) return undefined;
  const { value } = source;
  const publisher = repository.publishers.find((one) => one.id === value.publisher);
  return {
    title: value.title,
    publisher: publisher?.value.title ?? value.publisher,
    description: value.description ?? "",
    files: value.resources.map(({ title, path, page, name }) =>
      joined([title ?? name, path ?? page]),
    ),
    passport: passportOf(source),
  };
}

/** Rows of a table that stand side by side. */
const mostPairs = 12;

const cellsOf = ({ cells }: RowChange, side: "before" | "after"): Cell[] =>
  cells.map((cell) => ({ column: cell.column, text: cell[side] }));

function tablePairs({ tables }: DatasetChange): TablePair[] {
  return tables.map(({ resource, before, after, removed, changed, added }) => {
    const rows: RowPair[] = [
      ...changed.shown.map((row) => ({
        key: row.key,
        before: cellsOf(row, "before"),
        after: cellsOf(row, "after"),
      })),
      ...removed.shown.map((row) => ({ key: row.key, before: cellsOf(row, "before") })),
      ...added.shown.map((row) => ({ key: row.key, after: cellsOf(row, "after") })),
    ];
    const shown = rows.slice(0, mostPairs);
    const more = removed.count + changed.count + added.count - shown.length;
    return { name: resource, before, after, rows: shown, more };
  });
}

/** The page of a set that changed, as it is and as it would be. */
export const pagePair = (
  before: Repository,
  after: Repository,
  change: DatasetChange,
): PagePair => ({
  id: change.id,
  title: change.title,
  before: pageIn(before, change.from ?? change.id),
  after: pageIn(after, change.id),
  tables: tablePairs(change),
});
