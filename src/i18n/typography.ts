const nbsp = "\u00a0";

/** A text of at most so many letters: what is longer is cut between words, and says that it goes on; marks are closed. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = text.slice(0, most).replace(/\s+\S*$/u, "");
  const bare = whole.replace(/[\s,;:.—–(«-]+$/u, "");
  const isOpen = bare.split("«").length > bare.split("»").length;
  return `${bare}…${isOpen ? "»" : ""}`;
}

/**
 * A Ukrainian text as an editor sets it: a dash does not begin a line, a one-letter word does not end one, a number
 * stays with what it counts, «№» with its number. Letters and signs are the writer's own: nothing else is changed.
 */
export const typeset = (text: string): string =>
  text
    .replace(/ (?=[—–] )/g, nbsp)
    .replace(/(?<=(?:^|[\s\u00a0(«„])[ауівзіїйоеяАУІВЗІЇЙОЕЯ]) /g, nbsp)
    .replace(/(?<=№) /g, nbsp)
    .replace(
      /(?<=\d) (?=(?:рік|рок|р\.|ст\.|тис|млн|млрд|грн|км|м\b|га|шт|осіб|особ|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|міс|дн|робоч|%))/g,
      nbsp,
    );

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
