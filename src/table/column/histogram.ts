import type { ColumnProfile } from "../../model/table.ts";

type Histogram = NonNullable<ColumnProfile["histogram"]>;

const bins = 64;

/** A histogram of a stream whose range nobody knows beforehand: when a number falls outside, the steps double. */
export function createHistogram(): { add(value: number): void; result(): Histogram | undefined } {
  let counts = new Float64Array(bins);
  let from = 0;
  let width = 0;
  let started = false;
  return {
    add(value) {
      if (!Number.isFinite(value)) return;
      if (!started) {
        // A power of two far below the value keeps every later doubling exact.
        width = 2 ** Math.floor(Math.log2(Math.max(Math.abs(value), 1e-6) / 65536));
        from = Math.floor(value / width) * width;
        started = true;
      }
      while (value < from || value >= from + width * bins) {
        const merged = new Float64Array(bins);
        // The new steps start on a multiple of the doubled width, below where the old ones did if need be.
        const wide = width * 2;
        const target =
          value < from
            ? Math.ceil((from - width * bins) / wide) * wide
            : Math.floor(from / wide) * wide;
        for (let bin = 0; bin < bins; bin++) {
          const to = Math.floor((from + bin * width - target) / wide);
          merged[to] = (merged[to] ?? 0) + (counts[bin] ?? 0);
        }
        counts = merged;
        from = target;
        width = wide;
      }
      const bin = Math.min(bins - 1, Math.floor((value - from) / width));
      counts[bin] = (counts[bin] ?? 0) + 1;
    },
    result() {
      if (!started) return undefined;
      const first = counts.findIndex((count) => count > 0);
      let last = bins - 1;
      while (counts[last] === 0) last--;
      // About twenty steps are enough to see the form.
      const group = 2 ** Math.max(0, Math.ceil(Math.log2((last - first + 1) / 20)));
      const grouped: number[] = [];
      for (let bin = first; bin <= last; bin++) {
        const to = Math.floor((bin - first) / group);
        grouped[to] = (grouped[to] ?? 0) + (counts[bin] ?? 0);
      }
      return { from: from + first * width, width: width * group, counts: grouped };
    },
  };
}
