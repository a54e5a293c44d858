const cellText = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A record as RFC 4180 writes it, with a comma and a line feed. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellText).join(",")}\n`;
