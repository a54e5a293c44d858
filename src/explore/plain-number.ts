/** Digits that a double keeps whatever the number (IEEE 754); Excel shows no more of any. */
const mostDigits = 15;

/**
 * Can a cell be kept as a number without a loss? Not what begins with a needless zero, or is more exact than a number is:
 * such a cell stays text. Of more than 15 digits those decimals can that a program writes of a number itself
 * (0.30000000000000004); whole numbers so long are codes as a rule, and Excel would show their last digits as noughts.
 */
export const isPlainNumber = (cell: string): boolean =>
  // Most numbers are short and have no exponent: a table's copies ask of millions.
  (cell.length <= mostDigits && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell)) || isPlainAtLength(cell);

function isPlainAtLength(cell: string): boolean {
  if (!/^[+-]?(0|[1-9]\d*)?(\.\d+)?([eE][+-]?\d+)?$/.test(cell) || !/\d/.test(cell)) return false;
  const value = Number(cell);
  if (!Number.isFinite(value)) return false;
  return (
    cell.replace(/[eE].*|\D/g, "").replace(/^0+/, "").length <= mostDigits ||
    (String(value) === cell && !Number.isInteger(value))
  );
}

/** Can a column be kept as numbers: each of its cells, those without a value aside? One that cannot makes it text, whole. */
export const arePlainNumbers = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === "" || isPlainNumber(cell));
