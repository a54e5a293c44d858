import type { Answers, Given } from "./answers.ts";
import { addressOf, coloursOf, type Question, questions } from "./questions.ts";

/** A question whose answer is missing or wrong, and a sentence about it. */
export type AnswerFault = { question: Question; sentence: string };

/** What was said, with the usual answer wherever none was given and there is one. */
export function withUsual(given: Given): Given {
  const whole: Record<string, string | undefined> = { ...given };
  for (const { name, usual } of questions) whole[name] ??= usual?.(whole);
  return whole;
}

/** Everything that is wrong with what was said: all at once, so that it is put right at once. */
export function answerFaults(given: Given): AnswerFault[] {
  const whole = withUsual(given);
  return questions.flatMap((question): AnswerFault[] => {
    const answer = whole[question.name]?.trim();
    if (answer === undefined || (answer === "" && question.usual === undefined))
      return [
        {
          question,
          sentence: `Не вказано: ${question.asks}. Додайте --${question.name} "${question.example}".`,
        },
      ];
    const fault = question.fault(answer);
    return fault === undefined
      ? []
      : [{ question, sentence: `--${question.name} «${answer}»: ${fault}` }];
  });
}

const listOf = (answer: string): string[] =>
  answer
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** What was said and found right → answers. Asked only of what answerFaults has nothing to say about. */
export function toAnswers(given: Given): Answers {
  const whole = withUsual(given);
  const said = (name: string): string => whole[name]?.trim() ?? "";
  const path = said("base").replace(/^\/+|\/+$/g, "");
  const mailbox = said("mailbox");
  return {
    name: said("name"),
    site: addressOf(said("site")) + (path === "" ? "" : `/${path}`),
    repository: said("repository") || undefined,
    council: said("council"),
    edrpou: said("edrpou") || undefined,
    hromada: said("hromada"),
    code: said("code"),
    mailbox,
    mailDomains: [...new Set([mailbox.replace(/^.*@/, ""), ...listOf(said("mail-domains"))])],
    languages: listOf(said("languages")) as Answers["languages"],
    timeZone: said("time-zone"),
    colours: said("colours") === "" ? undefined : coloursOf(said("colours")),
    letters: said("letters"),
  };
}
