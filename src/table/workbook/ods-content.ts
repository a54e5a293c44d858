/** What a spreadsheet does not show of a sheet: all of it, rows by their 1-based numbers, columns from 0. */
export type HiddenInSheet = { sheet: boolean; rows: number[]; columns: number[] };

/** Rows and columns beyond these hold nothing in any spreadsheet. */
const most = { rows: 1_048_576, columns: 16_384 };
/** Hidden rows of one run that are named one by one. */
const longestRun = 10_000;

const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * content.xml of an ODS → what is hidden in each of its sheets, in their order, which the reading library tells of XLSX
 * and XLS only (OpenDocument 1.3 part 3: 19.754 table:visibility, 20.415 table:display); and how many cells hold
 * something, repeated ones counted: a line of XML may stand for more than any memory holds.
 */
export function readOdsContent(xml: string): { hidden: HiddenInSheet[]; filled: number } {
  const hiddenStyles = new Set(
    [
      ...xml.matchAll(
        /<style:style\s([^>]*style:family="table"[^>]*)>\s*<style:table-properties\s([^>]*)>/g,
      ),
    ].flatMap(([, style = "", properties = ""]) =>
      / ?table:display="false"/.test(properties)
        ? [attributeOf(` ${style}`, "style:name") ?? ""]
        : [],
    ),
  );
  const sheets: HiddenInSheet[] = [];
  let filled = 0;
  let rowTimes = 1;
  let row = 0;
  let column = 0;
  for (const [tag] of xml.matchAll(/<table:table(?:-row|-column|-cell)?(?=[\s/>])[^>]*>/g)) {
    const sheet = sheets.at(-1);
    const isHidden = /table:visibility="(?:collapse|filter)"/.test(tag);
    const times = (name: string) => Number(attributeOf(tag, `table:number-${name}-repeated`) ?? 1);
    if (tag.startsWith("<table:table-cell")) {
      if (/\s(?:office|calcext):value-type=/.test(tag)) filled += rowTimes * times("columns");
    } else if (tag.startsWith("<table:table-row")) {
      rowTimes = times("rows");
      const next = Math.min(row + rowTimes, most.rows);
      for (let at = row; isHidden && at < Math.min(next, row + longestRun); at++)
        sheet?.rows.push(at + 1);
      row = next;
    } else if (tag.startsWith("<table:table-column")) {
      const next = Math.min(column + times("columns"), most.columns);
      for (let at = column; isHidden && at < next; at++) sheet?.columns.push(at);
      column = next;
    } else {
      sheets.push({
        sheet: hiddenStyles.has(attributeOf(tag, "table:style-name") ?? ""),
        rows: [],
        columns: [],
      });
      row = 0;
      column = 0;
    }
  }
  return { hidden: sheets, filled };
}
