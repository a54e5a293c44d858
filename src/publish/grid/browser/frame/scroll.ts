/** Pixels: the tallest element that every browser draws. */
const tallest = 8_000_000;

/** Heights of a frame, in pixels. */
export type Heights = { row: number; heads: number };

/** How far a table is scrolled, though it may be taller than a browser draws. */
export type Scroll = {
  /** Height of the element that holds the rows. */
  drawnHeight(): number;
  /** Pixels of the table above what is seen. */
  scrolled(): number;
  /** By how much a row is drawn elsewhere than it stands in the table. */
  shift(): number;
  /** Rows a screen has. */
  page(): number;
  /** Scrolls until a row is seen whole. */
  reveal(row: number): void;
};

export function createScroll(grid: HTMLElement, heights: Heights, count: () => number): Scroll {
  const height = () => count() * heights.row;
  const drawnHeight = () => Math.min(tallest, height());
  const seen = () => grid.clientHeight - heights.heads;
  /** Pixels of the table for a pixel of scrolling: one, but for tables taller than a browser draws. */
  function ratio(): number {
    const room = drawnHeight() - seen();
    return room <= 0 ? 1 : (height() - seen()) / room;
  }
  const scrolled = () => grid.scrollTop * ratio();
  return {
    drawnHeight,
    scrolled,
    shift: () => grid.scrollTop - scrolled(),
    page: () => Math.max(1, Math.floor(seen() / heights.row) - 1),
    reveal(row) {
      const top = row * heights.row;
      if (top < scrolled()) grid.scrollTop = top / ratio();
      else if (top + heights.row > scrolled() + seen())
        grid.scrollTop = (top + heights.row - seen()) / ratio();
    },
  };
}
