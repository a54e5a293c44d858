/** A line of small text in a narrow frame: pixels of its height, letters it holds. */
const line = { high: 27, letters: 36 };

/** What a chart's frame has beside its words and drawing: margins, buttons, folded numbers, whose it is. Pixels. */
const around = 300;

/**
 * How high a frame on another site must be for a chart, pixels: its drawing and its words at a phone's width, where both
 * are the highest, so that nothing is cut at any width.
 * @param drawing the SVG at a phone's width; its height is read from its viewBox
 */
export function frameHeight(drawing: string, words: readonly string[]): number {
  const drawn = Number(/viewBox="\S+ \S+ \S+ ([\d.]+)"/.exec(drawing)?.[1] ?? 300);
  const lines = words.reduce((sum, text) => sum + Math.ceil(text.length / line.letters), 0);
  const spaces = words.length * 14;
  return Math.ceil((drawn + lines * line.high + spaces + around) / 20) * 20;
}
