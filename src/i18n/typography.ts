const nbsp = "\u00a0";

/** A text of at most so many letters: what is longer is cut between words, and says that it goes on; marks are closed. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = text.slice(0, most).replace(/\s+\S*$/u, "");
  const bare = whole.replace(/[\s,;:.—–(«-]+$/u, "");
  const isOpen = bare.split("«").length > bare.split("»").length;
  return `${bare}…${isOpen ? "»" : ""}`;
}

/** What follows a number and belongs to it: units, shares, months, and what a hromada counts. */
const counted =
  "рік|рок|р\\.|ст\\.|тис|млн|млрд|грн|км|м\\b|га|шт|осіб|особ|люд|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|міс|тиж|дн|день|год|хв|робоч|квартал|бал|раз|дерев|набор|набір|рядк|рядок|запис|файл|звернен|вулиц|школ|учн|%|‰";
const month =
  "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|(?:січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд)\\.";

/** Spaces at which no line breaks. Each looks at spaces alone, so that a second setting changes nothing. */
const kept = [
  // A dash begins no line, a word of one letter ends none.
  / (?=[—–] )/g,
  /(?<=(?:^|[\s\u00a0(«„])[ауівзіїйоеяАУІВЗІЇЙОЕЯ]) /g,
  // «№ 835», «вул. Київська», «п. 3».
  /(?<=№) /g,
  /(?<=(?:^|[\s\u00a0(«„])(?:вул|просп|пров|бульв|пл|ст|п|м|с|див)\.) (?=[\p{Lu}\d«])/gu,
  /(?<=CC[ \u00a0]BY|CC) (?=BY|4\.0)/g,
  // «1 115», «12 місяців», «5 млн грн», «23 листопада 2026 року».
  /(?<=(?<!\d)\d{1,3}|[ \u00a0]\d{3}) (?=\d{3}(?!\d))/g,
  new RegExp(`(?<=\\d) (?=(?:${counted}))`, "g"),
  /(?<=\d[ \u00a0](?:тис\.?|млн|млрд)) (?=грн)/g,
  new RegExp(`(?<=(?:^|[ \\u00a0])(?:${month})) (?=\\d{4}(?!\\d))`, "g"),
];

/**
 * A Ukrainian text as an editor sets it: a dash does not begin a line, a one-letter word does not end one, a number
 * stays with what it counts, a day with its month and year, «№» with its number. Letters and signs are the writer's
 * own: nothing but spaces is changed.
 */
export const typeset = (text: string): string =>
  kept.reduce((set, space) => set.replace(space, nbsp), text);

/** Letters of a line in a list of sets, at most. */
const most = 150;
/** A short word before a full stop is cut, not last: «вул. Шевченка», «р. Інгул», «просп. Перемоги». */
const cut = /(?<![\p{L}\p{N}])(?:\p{L}{1,3}|просп|пров|бульв)$/u;

/** What a text begins with, for a list: its first sentence, or as many whole words of it as a line may have, and «…». */
export function opening(text: string): string {
  const whole = text.trim().replace(/\s+/g, " ");
  const stop = [...whole.matchAll(/[.!?](?= [\p{Lu}«„“"(])/gu)].find(
    ({ index }) => !cut.test(whole.slice(0, index)),
  );
  const sentence = stop ? whole.slice(0, stop.index + 1) : whole;
  return shortened(sentence, most);
}
