/** Digits a number holds for certain (IEEE 754). */
const mostDigits = 15;

/**
 * Can a cell be kept as a number without a loss? Not what begins with a needless zero, has more digits than a number
 * holds or none at all: such a cell stays text.
 */
export const isPlainNumber = (cell: string): boolean =>
  // Most numbers are short and have no exponent: a table's copies ask of millions.
  (cell.length <= mostDigits && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell)) || isPlainAtLength(cell);

const isPlainAtLength = (cell: string): boolean =>
  /^[+-]?(0|[1-9]\d*)?(\.\d+)?([eE][+-]?\d+)?$/.test(cell) &&
  /\d/.test(cell) &&
  cell.replace(/[eE].*|\D/g, "").replace(/^0+/, "").length <= mostDigits &&
  Number.isFinite(Number(cell));
