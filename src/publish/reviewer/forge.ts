import type { Forge } from "../../remote/forge.ts";
import { openGitHubForge } from "../../remote/github/forge.ts";
import { token } from "../page/keep/token.ts";

/**
 * The forge of a portal as a reviewer asks it: with the key that /publish/ keeps, where there is one. What was asked once
 * is not asked again by the same forge: sixty calls an hour are free without a key.
 */
export function openReviewForge(repository: string): Forge {
  const key = token.read();
  const answers = new Map<string, Promise<Response>>();
  return openGitHubForge({
    repository,
    fromPage: true,
    async fetch(address, sent) {
      const name = String(address);
      const answer = answers.get(name) ?? fetch(address, sent);
      answers.set(name, answer);
      const settled = await answer.catch((error: unknown) => {
        answers.delete(name);
        throw error;
      });
      if (!settled.ok) answers.delete(name);
      return settled.clone();
    },
    ...(key === undefined ? {} : { token: key }),
  });
}

/** Is there a key, so that thousands of calls an hour are free? */
export const hasKey = (): boolean => token.read() !== undefined;
