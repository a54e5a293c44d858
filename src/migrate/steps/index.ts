import type { Step } from "../step.ts";
import { markIsWritten } from "./002-mark-is-written.ts";

/** Every step, oldest first: the last one leads to the version that the engine reads. */
export const steps: readonly Step[] = [markIsWritten];
