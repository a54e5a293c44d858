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
