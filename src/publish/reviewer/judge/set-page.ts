import type { Key, Language } from "../../../i18n/speech.ts";
import type { DatasetChange, RowChange } from "../../../model/reports/review.ts";
import type { DatasetSource, Repository } from "../../../model/repository.ts";
import { labelledFields } from "../../../schemas/data/dataset.ts";
import { frequencies, isFrequency } from "../../../vocabularies/dcat/frequencies.ts";

/** A part of a set's passport: what it is called, by a key of the dictionary or in both languages, and what it says. */
export type PassportPart = { label: Key | Record<Language, string>; text: string };
/** A cell of a table. */
type Cell = { column: string; text: string };

/** A set's page, as far as people read it: in words, in the order of the page. */
export type SetPage = {
  title: string;
  publisher: string;
  description: string;
  files: string[];
  passport: PassportPart[];
};

/** A row of a table: what it is called, and its cells. */
export type NamedRow = { key: string; cells: Cell[] };
/** A row on both pages: one that changed, with the cells that differ; or, whole, one that went and one that came. */
export type RowPair = { whole: boolean; before?: NamedRow; after?: NamedRow };
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
    {
      label: "field.licence",
      text: joined(value.licenses.flatMap(({ name, title, path }) => name ?? title ?? path ?? [])),
    },
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

/** Titles of a table's columns by their names, as a set's passport gives them. */
function titlesIn(repository: Repository, id: string, resource: string): Map<string, string> {
  const source = repository.datasets.find((one) => one.id === id);
  const fields = source?.tables.find(
    ({ resource: at }) => source.value.resources[at]?.name === resource,
  )?.schema?.fields;
  return new Map((fields ?? []).map(({ name, title }) => [name, title ?? name]));
}

/** Rows that went beside rows that came: one stands for another, or at least saves its place. */
function wholeRows(removed: readonly NamedRow[], added: readonly NamedRow[]): RowPair[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at) => {
    const [before, after] = [removed[at], added[at]];
    return { whole: true, ...(before ? { before } : {}), ...(after ? { after } : {}) };
  });
}

function tablePairs(before: Repository, after: Repository, change: DatasetChange): TablePair[] {
  return change.tables.map((table) => {
    const { resource, removed, changed, added } = table;
    const sides = {
      before: titlesIn(before, change.from ?? change.id, resource),
      after: titlesIn(after, change.id, resource),
    };
    const rowOn =
      (side: "before" | "after") =>
      ({ key, cells }: RowChange): NamedRow => ({
        key,
        cells: cells.map((cell) => ({
          column: sides[side].get(cell.column) ?? cell.column,
          text: cell[side],
        })),
      });
    const rows: RowPair[] = [
      ...changed.shown.map((row) => ({
        whole: false,
        before: rowOn("before")(row),
        after: rowOn("after")(row),
      })),
      ...wholeRows(removed.shown.map(rowOn("before")), added.shown.map(rowOn("after"))),
    ];
    const shown = rows.slice(0, mostPairs);
    const told = shown.reduce(
      (sum, { whole, before, after }) => sum + (whole ? Number(!!before) + Number(!!after) : 1),
      0,
    );
    return {
      name: resource,
      before: table.before,
      after: table.after,
      rows: shown,
      more: removed.count + changed.count + added.count - told,
    };
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
  tables: tablePairs(before, after, change),
});
