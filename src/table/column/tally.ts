import type { RecordView } from "../scan/records.ts";

/** Different values kept at most, shared among the columns of a table. */
const entriesPerTable = 1 << 18;
const most = 1 << 14;

type Tally = {
  /** Counts the value of a cell; true where it is one of those counted before. */
  add(record: RecordView, index: number): boolean;
  /** How many different values, exact or estimated (standard error 1.6 %, 1.04/√4096); the most frequent repeated ones. */
  result(): { distinct: number; exact: boolean; top: { value: string; count: number }[] };
};

/** A number of 32 bits whose bits all depend on all bits of the given one (murmur3's finaliser). */
const mix = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** How many different values a stream has, from their hashes in four kilobytes (HyperLogLog, Flajolet and others, 2007). */
function createEstimate() {
  const registers = new Uint8Array(4096);
  return {
    add(hash: number, more: number) {
      const mixed = mix(hash ^ Math.imul(more, 0x9e3779b1));
      const register = mixed & 4095;
      const rank = Math.clz32((mixed >>> 12) << 12 || 1) + 1;
      if ((registers[register] ?? 0) < rank) registers[register] = Math.min(rank, 21);
    },
    result(): number {
      let sum = 0;
      let zeros = 0;
      for (const rank of registers) {
        sum += 2 ** -rank;
        if (rank === 0) zeros++;
      }
      const raw = (0.7213 / (1 + 1.079 / 4096)) * 4096 * 4096 * (1 / sum);
      // Where many registers are free, counting these is more exact.
      return Math.round(raw < 2.5 * 4096 && zeros > 0 ? 4096 * Math.log(4096 / zeros) : raw);
    },
  };
}

/**
 * Different and frequent values of a column in bounded memory. Values are told apart by 64 bits of hash;
 * up to the limit counts are exact, then every counter loses one whenever the room is full (Misra and Gries, 1982),
 * so that only values frequent enough to matter stay, and the number of different ones is estimated (HyperLogLog).
 */
export function createTally(columns: number): Tally {
  const limit = Math.max(256, Math.min(most, entriesPerTable / Math.max(1, columns)));
  let size = 64;
  let first = new Int32Array(size);
  let second = new Int32Array(size);
  let counts = new Int32Array(size);
  let texts: (string | undefined)[] = new Array(size);
  let used = 0;
  let lost = 0;
  /** The room was emptied this often in a row, with nothing frequent left in it: the values are practically all different. */
  let emptied = 0;
  let estimate: ReturnType<typeof createEstimate> | undefined;

  const slotOf = (hash: number, more: number): number => {
    let slot = mix(hash) & (size - 1);
    while (counts[slot] !== 0 && (first[slot] !== hash || second[slot] !== more))
      slot = (slot + 1) & (size - 1);
    return slot;
  };
  /** The values counted so far, and one more, are the first of the estimate. */
  const estimateOf = (hash: number, more: number) => {
    const started = createEstimate();
    counts.forEach((count, slot) => {
      if (count > 0) started.add(first[slot] ?? 0, second[slot] ?? 0);
    });
    started.add(hash, more);
    return started;
  };
  const rebuild = (nextSize: number, loss: number) => {
    const old = { first, second, counts, texts };
    size = nextSize;
    first = new Int32Array(size);
    second = new Int32Array(size);
    counts = new Int32Array(size);
    texts = new Array(size);
    used = 0;
    old.counts.forEach((count, from) => {
      if (count <= loss) return;
      const slot = slotOf(old.first[from] ?? 0, old.second[from] ?? 0);
      first[slot] = old.first[from] ?? 0;
      second[slot] = old.second[from] ?? 0;
      counts[slot] = count - loss;
      texts[slot] = old.texts[from];
      used++;
    });
  };

  return {
    add(record, index) {
      const hash = record.hashes[index] ?? 0;
      const more = record.moreHashes[index] ?? 0;
      if (estimate) {
        estimate.add(hash, more);
        if (emptied >= 3) return false;
      }
      let slot = slotOf(hash, more);
      const count = counts[slot] ?? 0;
      if (count > 0) {
        // Text is taken at the second meeting: a column of unique values never makes one.
        if (count === 1 && texts[slot] === undefined)
          texts[slot] = `${record.cell(index).slice(0, 200)} `.slice(0, -1);
        counts[slot] = count + 1;
        return true;
      }
      if (used >= limit) {
        estimate ??= estimateOf(hash, more);
        rebuild(size, 1);
        lost++;
        const left = counts.reduce((sum, one) => sum + one, 0);
        emptied = left < limit / 100 ? emptied + 1 : 0;
        return false;
      }
      if (used * 2 >= size) {
        rebuild(size * 2, 0);
        slot = slotOf(hash, more);
      }
      first[slot] = hash;
      second[slot] = more;
      counts[slot] = 1;
      used++;
      return false;
    },
    result() {
      const top: { value: string; count: number }[] = [];
      counts.forEach((count, slot) => {
        const value = texts[slot];
        // What the room lost is given back: the true count lies between the two.
        if (value !== undefined && count > 1 && count > lost)
          top.push({ value, count: count + lost });
      });
      top.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return {
        distinct: estimate ? estimate.result() : used,
        exact: estimate === undefined,
        top: top.slice(0, 5),
      };
    },
  };
}

/** Which of the values were seen before; told apart by 64 bits of hash. */
export function createSeen(): { add(hash: number, more: number): boolean; size: number } {
  let places = 1024;
  /** Both numbers of a value stand side by side, so that one look into memory finds them; nought and nought is a free place. */
  let pairs = new Int32Array(places * 2);
  const placeOf = (hash: number, more: number): number => {
    let place = mix(hash ^ more) & (places - 1);
    for (;;) {
      const first = pairs[place * 2];
      const second = pairs[place * 2 + 1];
      if ((first === hash && second === more) || (first === 0 && second === 0)) return place * 2;
      place = (place + 1) & (places - 1);
    }
  };
  const seen = {
    size: 0,
    /** True where the value was there already. */
    add(given: number, more: number): boolean {
      const hash = given === 0 && more === 0 ? 0x9e3779b1 | 0 : given;
      let at = placeOf(hash, more);
      if (pairs[at] !== 0 || pairs[at + 1] !== 0) return true;
      if (seen.size * 2 >= places) {
        const old = pairs;
        places *= 2;
        pairs = new Int32Array(places * 2);
        for (let from = 0; from < old.length; from += 2) {
          const [first = 0, second = 0] = [old[from], old[from + 1]];
          if (first !== 0 || second !== 0) pairs.set([first, second], placeOf(first, second));
        }
        at = placeOf(hash, more);
      }
      pairs[at] = hash;
      pairs[at + 1] = more;
      seen.size++;
      return false;
    },
  };
  return seen;
}
