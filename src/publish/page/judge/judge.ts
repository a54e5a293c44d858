import { openThread } from "../../../find/browser/thread.ts";
import type { PortalFacts } from "../../../schemas/reports/portal-facts.ts";
import { type Draft, isAboutDataset } from "../../draft/draft.ts";
import type { Known } from "../../draft/submission-of.ts";
import { answersIn } from "../../entry/entry-values.ts";
import { readPublished } from "../../judge/published-folder.ts";
import type { AskableSet } from "../../story/inserts/askable-set.ts";
import {
  datasetsNamedIn,
  type StoryFolder,
  storyFile,
  storyPlace,
  storySource,
} from "../../story/story.ts";
import type { WrittenStory } from "../../story/story-text.ts";
import type { Files } from "../../tree-of-submission.ts";
import type { JudgeMethods, Judgement } from "./judge-worker.ts";
import { isSame } from "./remember-files.ts";
import { readSources } from "./sources.ts";
import { readVersionBefore } from "./version-before.ts";

/** A set that may be asked; where an update that was sent changes it, the titles of columns it has only then. */
export type AskedSet = AskableSet & { ahead?: readonly string[] };

/** Judges drafts away from the page's thread. */
export type Judge = {
  /**
   * What is said of a draft; nothing while it cannot be sent. A later question makes an earlier one's answer undefined.
   * @param update of news about an update that was sent: that update, whose tables they are counted from
   */
  judge(draft: Draft, update?: Draft): Promise<Judgement | undefined>;
  /** Files of a dataset as they are on the portal; undefined where it has none. */
  published(id: string): Promise<ReadonlyMap<string, Uint8Array> | undefined>;
  /** Text of the news or the dashboard a draft corrects; undefined where it corrects none. */
  source(draft: Draft): Promise<string | undefined>;
  /**
   * What inserts may ask of a set; undefined where it has no table here.
   * @param update as in `judge`: of its set, what may be asked once it is merged
   */
  askable(id: string, update?: Draft): Promise<AskedSet | undefined>;
  /** A first text of news: about a set on the portal, or about the update a draft is. */
  propose(about: { dataset: string } | { update: Draft }): Promise<WrittenStory | undefined>;
};

/** Titles of columns that one state of a set has and the other has not. */
function columnsOnlyIn(one: AskableSet, other: AskableSet): string[] {
  const known = new Set(
    other.tables.flatMap(({ resource, columns }) =>
      columns.map(({ name }) => `${resource} ${name}`),
    ),
  );
  return one.tables.flatMap(({ resource, columns }) =>
    columns.filter(({ name }) => !known.has(`${resource} ${name}`)).map(({ title }) => title),
  );
}

/**
 * @param files beginning of the site's addresses
 * @param repository address of the portal's repository
 */
export function openJudge(
  files: string,
  facts: () => Promise<PortalFacts>,
  repository: string | undefined,
): Judge {
  const thread = openThread<JudgeMethods>(
    () => new Worker(new URL("./judge-worker.ts", import.meta.url), { type: "module" }),
  );
  const folders = new Map<string, Promise<ReadonlyMap<string, Uint8Array> | undefined>>();
  let turn = 0;
  const read = async (path: string) => {
    const answer = await fetch(`${files}${path}`, { cache: "no-cache" });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
  /** Commit the site was built of: what is sent is made against it. */
  const commit = fetch(`${files}/build.json`, { cache: "no-cache" })
    .then((answer) => answer.json() as Promise<{ commit?: string }>)
    .then((note) => note.commit)
    .catch(() => undefined);
  const renamed = new Map<string, Promise<Files>>();
  /** Of a dataset that is renamed: what names it, the sets among that, and those that its news and dashboards also ask. */
  async function ofRenaming(id: string): Promise<Pick<Known, "files" | "sources">> {
    const known = await facts();
    const asked = renamed.get(id) ?? readSources(id, known, repository);
    renamed.set(id, asked);
    asked.catch(() => renamed.delete(id));
    const sources = await asked;
    const others = [...sources].flatMap(([path, bytes]) =>
      path.startsWith("content/")
        ? datasetsNamedIn(new TextDecoder().decode(bytes), known)
        : (/^data\/datasets\/([^/]+)\//.exec(path)?.[1] ?? []),
    );
    const ids = new Set([id, ...others]);
    const folders = await Promise.all([...ids].map((one) => judge.published(one)));
    return { sources, files: new Map(folders.flatMap((folder) => [...(folder ?? [])])) };
  }
  /** Of news: the sets its charts and numbers are made of, and itself, if it is on the portal. */
  async function ofStory(draft: Draft): Promise<Pick<Known, "files">> {
    const { entry, text } = draft.answers;
    const { datasets } = answersIn(entry);
    const named = datasetsNamedIn(typeof text === "string" ? text : "", await facts());
    const ids = new Set([...(Array.isArray(datasets) ? (datasets as string[]) : []), ...named]);
    const folders = await Promise.all([...ids].map((id) => judge.published(id)));
    const { folder, id } = storyPlace(draft.about) ?? {};
    const source = await judge.source(draft);
    return {
      files: new Map([
        ...folders.flatMap((files) => [...(files ?? [])]),
        ...(folder && id !== undefined && source !== undefined
          ? [[storyFile(folder, id), new TextEncoder().encode(source)] as const]
          : []),
      ]),
    };
  }
  /** Of a newer table: the texts that ask the set, and, where a column moved and they are mended, what else they ask. */
  async function ofUpdate(
    id: string,
    { answers }: Draft,
  ): Promise<Pick<Known, "files" | "sources">> {
    const known = await facts();
    const asking = known.uses.filter(({ inserts }) =>
      inserts.some(({ attributes }) => attributes.dataset === id),
    );
    const texts = await Promise.all(asking.map(({ file }) => textOf(file)));
    const sources = new Map(
      texts.flatMap((bytes, at) => (bytes ? [[asking[at]?.file ?? "", bytes] as const] : [])),
    );
    const mended = Object.keys(answersIn(answers.fates)).length > 0 ? [...sources.values()] : [];
    const others = mended.flatMap((bytes) =>
      datasetsNamedIn(new TextDecoder().decode(bytes), known),
    );
    const folders = await Promise.all(
      [...new Set([id, ...others])].map((one) => judge.published(one)),
    );
    if (!folders[0]) return { files: undefined };
    return { sources, files: new Map(folders.flatMap((folder) => [...(folder ?? [])])) };
  }
  async function knownOf(draft: Draft): Promise<Pick<Known, "files" | "sources">> {
    if (draft.kind === "entry") return ofStory(draft);
    if (draft.about === undefined || !isAboutDataset(draft)) return {};
    if (draft.kind === "renaming") return ofRenaming(draft.about);
    if (draft.kind === "dataset-update") return ofUpdate(draft.about, draft);
    return { files: await judge.published(draft.about) };
  }
  const updates = new Map<string, Promise<Files>>();
  /** Files of a set as an update makes them; none where the portal has them already, or where it makes none. */
  function afterUpdate(update: Draft): Promise<Files> {
    const key = `${update.id} ${update.kept}`;
    const made = async (): Promise<Files> => {
      const known = await knownOf(update);
      const after = await thread.ask("updated", update, { facts: await facts(), ...known });
      const changed = [...(after ?? [])].filter(([path, bytes]) => {
        const before = known.files?.get(path);
        return !before || !isSame(before, bytes);
      });
      return new Map(changed);
    };
    const asked = updates.get(key) ?? made();
    updates.set(key, asked);
    asked.catch(() => updates.delete(key));
    return asked;
  }
  const stories = new Map<string, Promise<Uint8Array | undefined>>();
  function storyOf(folder: StoryFolder, id: string): Promise<Uint8Array | undefined> {
    const path = storySource(folder, id);
    const asked = stories.get(path) ?? read(path);
    stories.set(path, asked);
    asked.catch(() => stories.delete(path));
    return asked;
  }
  /** «content/news/trees.mdx» → its text; undefined of what is no story. */
  function textOf(file: string): Promise<Uint8Array | undefined> | undefined {
    const { folder, id } = storyPlace(file.replace(/^content\/|\.mdx$/g, "")) ?? {};
    return folder && id !== undefined ? storyOf(folder, id) : undefined;
  }
  const judge: Judge = {
    async source({ about }) {
      const { folder, id } = storyPlace(about) ?? {};
      const bytes = folder && id !== undefined ? await storyOf(folder, id) : undefined;
      return bytes && new TextDecoder().decode(bytes);
    },
    async askable(id, update) {
      const files = await judge.published(id);
      const known = await facts();
      const now = await thread.ask("askable", id, { facts: known, files });
      const ahead = update?.about === id ? await afterUpdate(update) : new Map();
      if (!now || ahead.size === 0) return now;
      const then = await thread.ask("askable", id, {
        facts: known,
        files: new Map([...(files ?? []), ...ahead]),
      });
      return then && { ...then, ahead: columnsOnlyIn(then, now) };
    },
    async propose(about) {
      if ("update" in about) {
        const known = { facts: await facts(), ...(await knownOf(about.update)) };
        return thread.ask("proposeOf", about.update, known);
      }
      const { dataset: id } = about;
      const files = await judge.published(id);
      if (!files) return undefined;
      const before = await readVersionBefore(id, files, read);
      return thread.ask("propose", id, { facts: await facts(), files }, before);
    },
    published(id) {
      const asked = folders.get(id) ?? readPublished(id, read);
      folders.set(id, asked);
      asked.catch(() => folders.delete(id));
      return asked;
    },
    async judge(draft, update) {
      const own = ++turn;
      const { files, ...known } = await knownOf(draft);
      const ahead = update ? await afterUpdate(update) : new Map();
      const isAhead = [...ahead.keys()].some((path) => files?.has(path));
      const told = await thread.ask("judge", draft, {
        facts: await facts(),
        commit: await commit,
        ...known,
        files: isAhead ? new Map([...(files ?? []), ...ahead]) : files,
      });
      return own === turn ? told && { ...told, isAhead } : undefined;
    },
  };
  return judge;
}
