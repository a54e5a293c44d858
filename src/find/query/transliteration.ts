/**
 * Latin letters and what they may stand for: the transliteration of passports (Cabinet of Ministers, 27 January 2010,
 * No. 55) first, then what people type. Longer groups are tried before shorter ones.
 */
const letters: Readonly<Record<string, readonly string[]>> = {
  shch: ["щ"],
  sch: ["щ", "сх"],
  zgh: ["зг"],
  zh: ["ж"],
  kh: ["х"],
  ts: ["ц", "тс"],
  tz: ["ц"],
  ch: ["ч"],
  sh: ["ш", "сх"],
  yi: ["ї", "ий"],
  ji: ["ї"],
  yu: ["ю"],
  iu: ["ю", "іу"],
  ju: ["ю"],
  ya: ["я"],
  ia: ["я", "іа"],
  ja: ["я"],
  ye: ["є"],
  ie: ["є", "іє"],
  je: ["є"],
  yo: ["йо", "ьо"],
  io: ["йо", "іо", "ьо"],
  jo: ["йо", "ьо"],
  iy: ["ій", "ий"],
  yy: ["ий", "ій"],
  yj: ["ий"],
  ij: ["ій", "ий"],
  a: ["а"],
  b: ["б"],
  c: ["ц", "к"],
  d: ["д"],
  e: ["е", "є"],
  f: ["ф"],
  g: ["г"],
  h: ["г", "х"],
  i: ["і", "и", "ї", "й"],
  j: ["й", "ж"],
  k: ["к"],
  l: ["л"],
  m: ["м"],
  n: ["н"],
  o: ["о"],
  p: ["п"],
  q: ["к"],
  r: ["р"],
  s: ["с"],
  t: ["т"],
  u: ["у"],
  v: ["в"],
  w: ["в"],
  x: ["х", "кс"],
  y: ["и", "й", "і"],
  z: ["з"],
};
const longest = 4;

/** Readings of one word, at most. */
const most = 300;

type Reading = { text: string; cost: number };

/** The likeliest of some readings, each once. */
const likeliest = (readings: readonly Reading[]): Reading[] =>
  [...readings].sort((a, b) => a.cost - b.cost).slice(0, most);

/** Ukrainian words that a Latin one may transliterate, the likelier first; none where a sign is no letter. */
export function cyrillicReadings(word: string): string[] {
  const plain = word.toLowerCase().replace(/['’ʼ]/g, "");
  const upTo: Reading[][] = [[{ text: "", cost: 0 }]];
  for (let end = 1; end <= plain.length; end++) {
    const found: Reading[] = [];
    for (let size = Math.min(longest, end); size > 0; size--) {
      const options = letters[plain.slice(end - size, end)] ?? [];
      // Of a group read letter by letter the whole is likelier: «sh» is «ш».
      for (const { text, cost } of upTo[end - size] ?? [])
        for (const [dear, one] of options.entries())
          found.push({ text: text + one, cost: cost + dear + (size === 1 ? 0.6 : 0.5) });
    }
    upTo.push(likeliest(found));
  }
  return [...new Set((upTo.at(-1) ?? []).map(({ text }) => text))];
}
