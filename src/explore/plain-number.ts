/**
 * Can a cell be kept as a number without a loss? Not what begins with a needless zero, has more digits than a number
 * holds or none at all: such a cell stays text.
 */
export const isPlainNumber = (cell: string): boolean =>
  /^[+-]?(0|[1-9]\d*)?(\.\d+)?([eE][+-]?\d+)?$/.test(cell) &&
  /\d/.test(cell) &&
  cell.replace(/[eE].*|\D/g, "").replace(/^0+/, "").length <= 15 &&
  Number.isFinite(Number(cell));
