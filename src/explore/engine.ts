import type { StreetColumns } from "../find/street/row-address.ts";
import { chartOf } from "./chart.ts";
import type { ChartData } from "./chart-data.ts";
import { shownColumns } from "./columns/order.ts";
import { placeOf } from "./columns/place.ts";
import { type ExportFormat, exportRows } from "./export.ts";
import { costOf, findRows } from "./find.ts";
import type { TableSource } from "./source/source.ts";
import { type ChartRequest, type ExploreColumn, pageRows, type View } from "./view.ts";

export type Page = {
  /** Rows the view keeps, of the table's own number. */
  found: number;
  total: number;
  /** Number in the file, from 1, and the cells of the columns that are shown. */
  rows: { number: number; cells: string[] }[];
};

/** What decides which rows a view keeps and in which order. */
const keyOf = ({ q, street, sort, filters }: View): string =>
  JSON.stringify([q.trim(), street, sort, filters]);

/**
 * A table that answers questions; rows found for a view are kept until another view is asked.
 * @param order names of columns as a view shows them; without it, as the file has them
 * @param streets columns that say addresses; without them rows of a street are not told from others
 */
export function createEngine(
  source: TableSource,
  columns: readonly ExploreColumn[],
  order?: readonly string[],
  streets?: StreetColumns,
) {
  let known: { key: string; rows: Promise<Uint32Array> } | undefined;
  const find = (view: View): Promise<Uint32Array> => {
    const key = keyOf(view);
    if (known?.key !== key) known = { key, rows: findRows(source, view, columns, streets) };
    return known.rows;
  };
  return {
    /** Bytes a view still has to fetch, and with them those of columns a chart asks. */
    cost: (view: View, more: readonly string[] = []): number =>
      costOf(source, view, columns, { more, streets }),

    async page(view: View): Promise<Page> {
      const rows = await find(view);
      const last = Math.max(1, Math.ceil(rows.length / pageRows));
      const from = (Math.min(view.page, last) - 1) * pageRows;
      const wanted = rows.subarray(from, from + pageRows);
      const names = shownColumns(columns, order, view).map(({ name }) => name);
      const cells = await source.cells(wanted, names);
      return {
        found: rows.length,
        total: source.rows,
        rows: cells.map((row, at) => ({ number: (wanted[at] ?? 0) + 1, cells: row })),
      };
    },

    /** One row whole, hidden columns too; undefined where there is no such row. */
    async row(number: number): Promise<string[] | undefined> {
      if (number < 1 || number > source.rows) return undefined;
      const [cells] = await source.cells(
        [number - 1],
        columns.map(({ name }) => name),
      );
      return cells;
    },

    /** Values of a column and how often each is met in the whole table, the most frequent first. */
    async values(name: string): Promise<{ value: string; count: number }[]> {
      const counts = new Map<string, number>();
      for (let group = 0; group < source.groups.length; group++) {
        const cells = await source.column(name, group);
        const written = source.written(name);
        for (let row = 0; row < cells.length; row++) {
          const value = written(cells[row] ?? "");
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      return [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    },

    async chart(view: View, request: ChartRequest, restName: string): Promise<ChartData> {
      const column = columns.find(({ name }) => name === request.x);
      if (!column) throw new Error(`No column "${request.x}".`);
      const { sort: _, ...unsorted } = view;
      const rows = await find(unsorted);
      return chartOf(
        request,
        {
          x: await source.pick(rows, request.x),
          ...(request.y === undefined ? {} : { y: await source.pick(rows, request.y) }),
          ...(request.y2 === undefined ? {} : { y2: await source.pick(rows, request.y2) }),
          ...(request.by === undefined ? {} : { by: await source.pick(rows, request.by) }),
        },
        column,
        restName,
      );
    },

    /**
     * Places of a view's rows on the map: number of the row, latitude, longitude and the cell of the column rows are
     * `called` by; rows without a place are counted.
     */
    async places(
      view: View,
      lat: string,
      lon: string,
      called?: string,
    ): Promise<{ places: [number, number, number, string][]; without: number }> {
      const rows = await find(view);
      const north = await source.pick(rows, lat);
      const east = await source.pick(rows, lon);
      const names = called === undefined ? [] : await source.pick(rows, called);
      const places = Array.from(rows).flatMap((row, at): [number, number, number, string][] => {
        const place = placeOf(north[at], east[at]);
        return place ? [[row + 1, place.lat, place.lon, String(names[at] ?? "")]] : [];
      });
      return { places, without: rows.length - places.length };
    },

    async export(view: View, format: ExportFormat): Promise<BlobPart> {
      const wanted = shownColumns(columns, order, view);
      const rows = await find(view);
      const cells = await source.cells(
        rows,
        wanted.map(({ name }) => name),
      );
      return exportRows(format, wanted, cells);
    },
  };
}

export type Engine = ReturnType<typeof createEngine>;
