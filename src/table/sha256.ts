/** The first 32 bits of the fractional part of a root of each of the first primes: square roots, cube roots. */
const fractionsOf = (count: number, root: (prime: number) => number): number[] => {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32) | 0);
};
const initial = fractionsOf(8, Math.sqrt);
const rounds = Int32Array.from(fractionsOf(64, Math.cbrt));

const blockSize = 64;
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** One block of 64 bytes into the state; `schedule` has room for 64 words. */
function compress(state: Int32Array, schedule: Int32Array, block: DataView, at: number): void {
  for (let index = 0; index < 16; index++) schedule[index] = block.getInt32(at + index * 4);
  const word = (index: number) => schedule[index] as number;
  for (let index = 16; index < 64; index++) {
    const [early, late] = [word(index - 15), word(index - 2)];
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule[index] = (word(index - 16) + small + word(index - 7) + large) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const choice = (e & f) ^ (~e & g);
    const fromE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + fromE + choice + (rounds[index] as number) + word(index)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries())
    state[index] = ((state[index] as number) + value) | 0;
}

/**
 * SHA-256 of bytes, in hexadecimal (FIPS 180-4), wherever the code runs: a browser's own is asked for and waited for, and
 * a catalogue is built in one go.
 */
export function sha256(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % blockSize);
  const state = Int32Array.from(initial);
  const schedule = new Int32Array(64);
  const body = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += blockSize) compress(state, schedule, body, at);
  // The rest, a bit that is set, and in the last eight bytes how many bits there were.
  const rest = bytes.subarray(whole);
  const tail = new Uint8Array(rest.length + 9 > blockSize ? 2 * blockSize : blockSize);
  tail.set(rest);
  tail[rest.length] = 0x80;
  const end = new DataView(tail.buffer);
  end.setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n);
  for (let at = 0; at < tail.length; at += blockSize) compress(state, schedule, end, at);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
