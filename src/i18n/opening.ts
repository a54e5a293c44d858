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
  if (sentence.length <= most) return sentence;
  const words = sentence.slice(0, most).replace(/ \S*$/, "");
  return `${words.replace(/[ ,;:.—–(«-]+$/, "")}…`;
}
