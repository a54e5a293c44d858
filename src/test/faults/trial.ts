import type { Place } from "./workplace.ts";

/** A fault made on a copy of a portal, the command that meets it, and what must come of it. */
export type Trial = {
  name: string;
  /** Makes the fault; what it returns takes it away again. */
  make?(place: Place): undefined | (() => void);
  /** A script of the portal's and its arguments: build, unless said otherwise. */
  script?: string;
  args?(place: Place): string[];
  env?(place: Place): Record<string, string>;
  /** Put before the command: limits, another user. */
  before?: string[];
  /** Runs in the copy's own folder, not in the code's: nothing is kept of what is read. */
  away?: true;
  /** Done while the command works, once it has said this. */
  meanwhile?: { said: string; act(place: Place): void };
  /** Exit codes that are right: 2 unless said otherwise. */
  codes?: readonly number[];
  /** Words the sentence must hold, so that another sentence is no answer. */
  says: RegExp;
  /** Longer is a hang. */
  seconds?: number;
  /** Parts of the copy that the trial itself changes while the command runs. */
  changes?: readonly string[];
  needs?: "root" | "mounts";
};
