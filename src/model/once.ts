/**
 * A count that is made when it is first asked for and kept as long as what it was made of: every reader of one
 * catalogue gets the same answer, so nobody may change it, and a list is frozen.
 */
export function once<Subject extends object, Answer>(
  count: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const answers = new WeakMap<Subject, { answer: Answer }>();
  return (subject) => {
    const known = answers.get(subject);
    if (known) return known.answer;
    const answer = Object.freeze(count(subject));
    answers.set(subject, { answer });
    return answer;
  };
}

/** Texts that are remembered at once. */
const most = 20_000;

/** A reading of texts that repeat, as names do down a column and columns from table to table: each is read once. */
export function remembering<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    if (known.size === most) known.clear();
    const now = read(text);
    known.set(text, now);
    return now;
  };
}
