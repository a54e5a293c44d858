/** What stands on the picture that a link to a page brings with it. */
export type ShareImage = {
  /** Above the title: whose it is. */
  over: string;
  title: string;
  /** Figures with their words: «1 115», «рядків». */
  facts: { figure: string; words: string }[];
  /** Values of a chart, drawn without words. */
  values: number[];
  kind: "bar" | "line";
};

/** Pixels, as Open Graph readers take them. */
export const shareSize = { width: 1200, height: 630 } as const;
