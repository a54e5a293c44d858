import type { Commit } from "../model/repository.ts";

export const momentOf = ({ time }: Commit): string =>
  new Date(time * 1000).toISOString().replace(".000Z", "Z");

/** Has a moment come by a day? Another portal, or a machine whose clock is wrong, may have named one that has not. */
export const hasCome = (moment: string, today: string): boolean => moment.slice(0, 10) <= today;

/** The moment of a commit; of one that a wrong clock dated ahead, the day that is today. */
export const momentBy = (commit: Commit, today: string): string => {
  const moment = momentOf(commit);
  return hasCome(moment, today) ? moment : `${today}T00:00:00Z`;
};

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
