const cellText = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A record as RFC 4180 writes it, with a comma and a line feed. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellText).join(",")}\n`;

/** A number, or a phone's: what a spreadsheet may take for a formula without harm. */
const figure = /^[+-]?[\d\s().,-]*\d[\d\s().,-]*$/;

/**
 * A record of a list the portal makes itself (titles, names, notes that people wrote): a cell that a spreadsheet would run
 * as a formula gets an apostrophe before it (OWASP, CSV Injection). Tables of the sets are never changed so.
 */
export const listLine = (cells: readonly string[]): string =>
  csvLine(
    cells.map((text) => (/^[=+\-@\t\r]/.test(text) && !figure.test(text) ? `'${text}` : text)),
  );
