import type { WrittenPassport } from "../../../schemas/data/dataset.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import { passportValues } from "../../passport/passport-text.ts";
import type { Insert } from "../../story/inserts/insert-tag.ts";
import type { Submission } from "../../submission.ts";
import type { Files } from "../../tree-of-submission.ts";
import { type PublishedDataset, publishedPassport } from "../change-dataset.ts";
import { bytesOf } from "../new-dataset.ts";
import {
  changedColumns,
  newerTableDescribed,
  type ReadTable,
  type TableResource,
  tablesOf,
} from "../newer-table.ts";
import { type Fates, movedBy } from "./fates.ts";
import {
  type ColumnUse,
  mendCharts,
  mendText,
  type UsedTable,
  usesInCharts,
  usesInText,
} from "./mend-uses.ts";

/** Something that names a column: a chart of the set's page, or a chart or a number of news and dashboards. */
export type ColumnPlace = Omit<ColumnUse, "columns"> & {
  /** The text it stands in; absent of a chart of the set's own page. */
  text?: { file: string; title: string };
};

/** A column a newer table has not, and what names it. */
export type GoneColumn = { name: string; title: string; places: ColumnPlace[] };

/** What is asked of a table whose columns are others: which went and which came; what the request mends with it. */
export type AskedColumns = {
  gone: GoneColumn[];
  came: { name: string; title: string }[];
  /** May a column be called otherwise from now on? One of an official structure may not. */
  isRenamable: boolean;
  /** Texts that go with the table, as they are after it. */
  texts: { file: string; title: string; text: string }[];
  /** Charts of the set's page that can no longer be drawn, by their titles. */
  goneCharts: string[];
};

/** What an update is made with beside its table. */
export type UpdateWith = {
  values?: Partial<WrittenPassport>;
  facts: Pick<PortalFacts, "uses">;
  /** Texts of news and dashboards that ask the set, by their files. */
  sources?: Files;
  /** Texts as a person has corrected them, by their files. */
  corrected?: Readonly<Record<string, string>>;
  /** A number of a text as it is on the portal now, in words. */
  frozen(figure: Insert): string | undefined;
};

/** Fates of columns that did go, by columns that did come: what was said of another file holds no more. */
function holding(fates: Fates, { gone, came }: ReturnType<typeof changedColumns>): Fates {
  return new Map(
    [...fates].filter(
      ([name, fate]) =>
        gone.some((field) => field.name === name) &&
        (fate === "gone" || came.some((field) => field.name === fate.column)),
    ),
  );
}

const titled = ({ name, title = name }: { name: string; title?: string | undefined }) => ({
  name,
  title,
});

type Charts = NonNullable<WrittenPassport["charts"]>;

const titleIn = ({ facts }: UpdateWith, file: string): string =>
  facts.uses.find((use) => use.file === file)?.title ?? file;

/** Columns that went, each with what names it. */
function goneWith(
  gone: ReturnType<typeof changedColumns>["gone"],
  charts: Charts,
  table: UsedTable,
  made: UpdateWith,
): GoneColumn[] {
  const inTexts = [...(made.sources ?? [])].flatMap(([file, bytes]) => {
    const text = { file, title: titleIn(made, file) };
    return usesInText(new TextDecoder().decode(bytes), table, charts).map((use) => ({
      ...use,
      text,
    }));
  });
  const places: (ColumnUse & Pick<ColumnPlace, "text">)[] = [
    ...usesInCharts(charts, table),
    ...inTexts,
  ];
  return gone.map((field) => ({
    ...titled(field),
    places: places
      .filter(({ columns }) => columns.includes(field.name))
      .map(({ columns: _, ...place }) => place),
  }));
}

/** Texts that name what moved, mended; as a person has corrected them, where one did. */
function mendedTexts(
  mending: Omit<Parameters<typeof mendText>[1], "frozen">,
  made: UpdateWith,
): AskedColumns["texts"] {
  return [...(made.sources ?? [])].flatMap(([file, bytes]) => {
    const before = new TextDecoder().decode(bytes);
    const after = mendText(before, { ...mending, frozen: made.frozen });
    if (after === before) return [];
    return [{ file, title: titleIn(made, file), text: made.corrected?.[file] ?? after }];
  });
}

/**
 * A newer table, and with it whatever on the portal names a column it has not, as a person said what became of that: charts
 * of the passport, news and dashboards are mended in the same request.
 */
export function updateWithColumns(
  dataset: PublishedDataset,
  resource: TableResource,
  read: ReadTable,
  made: UpdateWith,
): { submission: Submission; columns: AskedColumns } {
  const { gone, came } = changedColumns(read, resource);
  const fates = holding(read.fates ?? new Map(), { gone, came });
  const moved = movedBy(fates);
  const { charts = [] } = passportValues(publishedPassport(dataset));
  const isFirst = tablesOf(dataset)[0]?.name === resource.name;
  const table: UsedTable = { dataset: dataset.id, resource: resource.name, isFirst };
  const mended = mendCharts(charts, table, moved);
  const lost = charts.filter(({ name }) => mended.every((one) => one.name !== name));
  const isSame = mended.length === charts.length && mended.every((one, at) => one === charts[at]);
  const submission = newerTableDescribed(
    dataset,
    resource,
    { ...read, fates },
    {
      ...(isSame ? {} : { charts: mended.length > 0 ? mended : undefined }),
      ...made.values,
    },
  );
  const goneCharts = new Set(lost.map(({ name }) => name));
  const texts = mendedTexts({ table, moved, goneCharts }, made);
  const sent = texts.map(({ file, text }) => [file, bytesOf(text)] as const);
  return {
    submission: { ...submission, files: new Map([...submission.files, ...sent]) },
    columns: {
      gone: goneWith(gone, charts, table, made),
      came: came.map(titled),
      isRenamable: resource.schema !== undefined,
      texts,
      goneCharts: lost.map(({ title }) => title),
    },
  };
}
