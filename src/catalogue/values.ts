import type { Commit } from "../model/repository.ts";

export const momentOf = ({ time }: Commit): string =>
  new Date(time * 1000).toISOString().replace(".000Z", "Z");

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
