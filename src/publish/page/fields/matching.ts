import { keysOf } from "../../../find/keys.ts";
import { wordsOf } from "../../../find/words.ts";

/** Something to choose, and how it is called. */
export type Option = { value: string; label: string };

/** Most that are shown to choose from. */
const most = 12;

/** Options whose names or values hold every word that was typed, in whatever form. */
export function matching(options: readonly Option[], asked: string): Option[] {
  const parts = wordsOf(asked);
  return options
    .filter(({ value, label }) => {
      const text = `${label} ${value}`.toLocaleLowerCase("uk");
      const keys = new Set(wordsOf(label).flatMap((word) => keysOf(word)));
      return parts.every(
        (part) => text.includes(part) || keysOf(part).some((key) => keys.has(key)),
      );
    })
    .slice(0, most);
}
