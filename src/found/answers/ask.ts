import type { Given } from "./answers.ts";
import { questions } from "./questions.ts";
import { withUsual } from "./to-answers.ts";

/**
 * Asks what was not said yet, one question after another, each until its answer is right.
 * @param ask shows a question and gives what was typed; an empty answer takes the usual one
 * @param tell shows what is wrong with an answer
 */
export async function askAnswers(
  given: Given,
  { ask, tell }: { ask(question: string): Promise<string>; tell(sentence: string): void },
): Promise<Given> {
  const said: Record<string, string | undefined> = { ...given };
  for (const { name, asks, example, usual, fault } of questions) {
    while (said[name] === undefined) {
      const taken = usual === undefined ? undefined : withUsual(said)[name];
      const shown =
        taken === undefined ? `наприклад: ${example}` : `якщо порожньо: ${taken || "—"}`;
      const typed = (await ask(`${asks} (${shown}): `)).trim();
      const answer = typed === "" ? taken : typed;
      const wrong = answer === undefined ? `Потрібна відповідь: ${asks}.` : fault(answer);
      if (wrong === undefined) said[name] = answer;
      else tell(wrong);
    }
  }
  return said;
}
