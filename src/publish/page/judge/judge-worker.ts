import { answerWith } from "../../../find/browser/thread.ts";
import type { Block } from "../../../model/blocks.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import { datasetBlock } from "../../../review/report/dataset.ts";
import { structureSchema } from "../../../schemas/data/structure-schema.ts";
import { readRows, readTable } from "../../../table/read-table.ts";
import { type BreakingAsked, tellBreaking } from "../../difference/tell-breaking.ts";
import type { Draft } from "../../draft/draft.ts";
import { type Drafted, type Known, submissionOf } from "../../draft/submission-of.ts";
import {
  judgeSubmission,
  type Published,
  repositoryAfter,
  repositoryBefore,
} from "../../judge/judge-submission.ts";
import { type PassportFigures, passportFigures } from "../../passport/passport-figures.ts";
import { type AskableSet, askableSet } from "../../story/inserts/askable-set.ts";
import { judgeStory, type StoryShown } from "../../story/judge-story.ts";
import { proposeStory } from "../../story/propose/propose-story.ts";
import { storyFacts } from "../../story/propose/story-facts.ts";
import type { WrittenStory } from "../../story/story-text.ts";
import { type Files, filesAfter } from "../../tree-of-submission.ts";
import { rememberFiles } from "./remember-files.ts";

/** All the page says of a draft before it is sent. */
export type Judgement = Drafted & {
  findings: Finding[];
  figures: PassportFigures;
  /** What changes of a set that is on the portal, as a reviewer will be told; nothing where nothing does. */
  change?: Block | undefined;
  /** What of that breaks programs: the words that tell of it are asked for. */
  breaking?: BreakingAsked | undefined;
  /** The table that is sent, its first rows. */
  rows: { header: string[]; rows: string[][]; count: number } | undefined;
  /** Of news or a dashboard: how it will look. */
  shown?: StoryShown;
  /** Its numbers are of a table that was sent and is not on the portal yet. */
  isAhead?: boolean;
};

/** Rows of the table that are shown. */
const shown = 6;

/** Titles of columns by their names, as the passport gives them. */
const titlesOf = ({ values }: Drafted): ReadonlyMap<string, string> =>
  new Map(
    (values?.resources ?? []).flatMap(({ schema, structure }) =>
      (
        schema?.fields ??
        (structure === undefined ? [] : (structureSchema(structure)?.fields ?? []))
      ).map(({ name, title }) => [name, title ?? name] as const),
    ),
  );

function firstRows(drafted: Drafted): Judgement["rows"] {
  const { submission } = drafted;
  const titles = titlesOf(drafted);
  const [, bytes] =
    [...submission.files].find(([path, content]) => path.endsWith(".csv") && content) ?? [];
  if (!bytes) return undefined;
  const report = readTable(bytes, { form: "published" });
  return {
    header: report.columns.map(({ name }) => titles.get(name) ?? name),
    rows: readRows(bytes, report)
      .slice(0, shown)
      .map(({ cells }) => cells),
    count: report.rows,
  };
}

const remembered = rememberFiles();

/** A set as some files of it tell. */
const setOf = (id: string, published: Published) =>
  repositoryBefore(published).datasets.find(
    (dataset) => dataset.id === id && dataset.tables.length > 0,
  );

/** A first text of news about a set, from what its numbers say and, where it is known, from what it was before. */
function proposed(
  id: string,
  facts: Known["facts"],
  after: Files,
  before: Files | undefined,
): WrittenStory | undefined {
  const now = setOf(id, { facts, files: after });
  const told = now && storyFacts(now, before && setOf(id, { facts, files: before }));
  return told && proposeStory(told, facts.today);
}

const methods = {
  /** What may be asked of a set in a text: its charts, tables and columns. */
  askable(id: string, known: Known): AskableSet | undefined {
    const set = setOf(id, { facts: known.facts, files: known.files ?? new Map() });
    return set && askableSet(set);
  },
  /** A first text of news about a set on the portal; `before` are its files as they were. */
  propose: (id: string, { facts, files = new Map() }: Known, before: Files | undefined) =>
    proposed(id, facts, files, before),
  /** A first text of news about an update that was sent. */
  async proposeOf(draft: Draft, known: Known): Promise<WrittenStory | undefined> {
    const drafted = await submissionOf(draft, known);
    const { files } = known;
    return drafted && files
      ? proposed(drafted.submission.id, known.facts, filesAfter(files, drafted.submission), files)
      : undefined;
  },
  /** Files of a set as an update that was sent makes them; nothing while it cannot be sent. */
  async updated(draft: Draft, known: Known): Promise<Files | undefined> {
    const drafted = await submissionOf(draft, known);
    return drafted && known.files && new Map(filesAfter(known.files, drafted.submission));
  },
  /** A draft as it would be sent, judged by the portal's own rules; nothing while it cannot be sent. */
  async judge(draft: Draft, known: Known): Promise<Judgement | undefined> {
    const drafted = await submissionOf(draft, known);
    if (!drafted) return undefined;
    const { story } = drafted;
    const published: Published = {
      facts: known.facts,
      ...(known.files ? { files: remembered(known.files) } : {}),
    };
    const notes = draft.answers.versionNotes;
    const difference =
      known.files && !story
        ? tellBreaking(published, drafted.submission, typeof notes === "string" ? notes : "")
        : undefined;
    const submission = difference?.submission ?? drafted.submission;
    const told = new Set(difference?.findings.map(({ rule }) => rule));
    const findings = [
      ...(draft.file?.read?.beside ?? []),
      ...(difference?.findings ?? []),
      ...judgeSubmission(published, submission).filter(({ rule }) => !told.has(rule)),
    ];
    return {
      ...drafted,
      submission,
      findings,
      ...(story
        ? { shown: judgeStory(repositoryAfter(published, submission), story, findings) }
        : {}),
      figures: drafted.entry || story ? { lengths: [] } : passportFigures(published, submission),
      change: difference?.change && datasetBlock(difference.change),
      breaking: difference?.breaking,
      rows: firstRows(drafted),
    };
  },
};
export type JudgeMethods = typeof methods;

answerWith(methods);
