/**
 * How one thing stands. `must`: without it the portal does not do what it promises; `should`: it works, and could do
 * better; `unseen`: it could not be looked at from here, which says nothing against the portal.
 */
export type Result = "good" | "should" | "must" | "unseen";

/** One thing a portal needs to run well: how it is, in a sentence, and what to do where it is not well. Ukrainian. */
export type Check = { id: string; result: Result; says: string; todo?: string };

export const good = (id: string, says: string): Check => ({ id, result: "good", says });

export const lacking = (
  id: string,
  result: Exclude<Result, "good">,
  says: string,
  todo: string,
): Check => ({ id, result, says, todo });

/** Where the guide to hosts lies, for a person who reads a sentence in a terminal. */
export const guide = ".github/hosting.md рушія";
