import { openThread } from "../../../find/browser/thread.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import { type Draft, isAboutDataset } from "../../draft/draft.ts";
import type { Known } from "../../draft/submission-of.ts";
import { readPublished } from "../../judge/published-folder.ts";
import type { JudgeMethods, Judgement } from "./judge-worker.ts";

/** Judges drafts away from the page's thread. */
export type Judge = {
  /** What is said of a draft; nothing while it cannot be sent. A later question makes an earlier one's answer undefined. */
  judge(draft: Draft): Promise<Judgement | undefined>;
  /** Files of a dataset as they are on the portal; undefined where it has none. */
  published(id: string): Promise<ReadonlyMap<string, Uint8Array> | undefined>;
  /** Texts of what names a dataset that is renamed. */
  sources: Known["sources"];
};

export function openJudge(files: string, facts: () => Promise<PortalFacts>): Judge {
  const thread = openThread<JudgeMethods>(
    () => new Worker(new URL("./judge-worker.ts", import.meta.url), { type: "module" }),
  );
  const folders = new Map<string, Promise<ReadonlyMap<string, Uint8Array> | undefined>>();
  let turn = 0;
  const read = async (path: string) => {
    const answer = await fetch(`${files}${path}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
  /** Commit the site was built of: what is sent is made against it. */
  const commit = fetch(`${files}/build.json`)
    .then((answer) => answer.json() as Promise<{ commit?: string }>)
    .then((note) => note.commit)
    .catch(() => undefined);
  const judge: Judge = {
    sources: undefined,
    published(id) {
      const asked = folders.get(id) ?? readPublished(id, read);
      folders.set(id, asked);
      asked.catch(() => folders.delete(id));
      return asked;
    },
    async judge(draft) {
      const own = ++turn;
      const known: Known = {
        facts: await facts(),
        commit: await commit,
        files:
          draft.about !== undefined && isAboutDataset(draft)
            ? await judge.published(draft.about)
            : undefined,
        sources: judge.sources,
      };
      const told = await thread.ask("judge", draft, known);
      return own === turn ? told : undefined;
    },
  };
  return judge;
}
