import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { isRegister, type RegisterName } from "../../schemas/data/registers.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import {
  correctPassport,
  type PublishedDataset,
  publishedPassport,
  withdrawDataset,
} from "../change/change-dataset.ts";
import { fatesIn } from "../change/columns/fates.ts";
import { type AskedColumns, updateWithColumns } from "../change/columns/update-columns.ts";
import { type Bytes, newDataset } from "../change/new-dataset.ts";
import { tablesOf } from "../change/newer-table.ts";
import { type RenamingCost, renameDataset } from "../change/rename-dataset.ts";
import { withNames } from "../change/with-names.ts";
import { newEntry, proposeEntryId } from "../entry/entry-submission.ts";
import { answersIn, entryValues } from "../entry/entry-values.ts";
import { completePassport } from "../passport/complete-passport.ts";
import { passportValues } from "../passport/passport-text.ts";
import { type ProposedPassport, proposePassport } from "../passport/propose-passport.ts";
import { readClean } from "../passport/read-clean.ts";
import { figureNow } from "../story/inserts/figure-now.ts";
import { type StoryPlace, storyFile, storyPlace } from "../story/story.ts";
import { proposeStoryId, storySubmission } from "../story/story-submission.ts";
import type { Submission } from "../submission.ts";
import type { Files } from "../tree-of-submission.ts";
import type { Draft } from "./draft.ts";

/** What a draft is made a submission with. */
export type Known = {
  facts: PortalFacts;
  /** Commit the site was built of. */
  commit?: string | undefined;
  /** Files of the datasets it is about, and of the news it corrects, as they are on the portal. */
  files?: Files | undefined;
  /** Texts of what names the dataset: of a renaming, and of a newer table whose columns may be named there. */
  sources?: Files | undefined;
};

/** A draft as it would be sent, and what stands behind it. */
export type Drafted = {
  submission: Submission;
  /** Of a new dataset: what was proposed, and what is still asked. */
  proposed?: ProposedPassport;
  values?: WrittenPassport;
  /** Of a newer table: columns that went and came, and what else is mended with it. */
  columns?: AskedColumns;
  /** Of a renaming: what it costs. */
  cost?: RenamingCost;
  /** Of an entry of a register: what it says. */
  entry?: { register: RegisterName; values: Readonly<Record<string, unknown>> };
  /** Of news or a dashboard: where it will lie, and its file. */
  story?: Required<StoryPlace> & { text: string };
};

/** A draft → what would be sent; undefined while something it is made of is missing. */
export async function submissionOf(draft: Draft, known: Known): Promise<Drafted | undefined> {
  const made = await draftedOf(draft, known);
  if (!made) return undefined;
  const { commit } = known;
  const note = textIn(draft.answers, "note");
  return {
    ...made,
    submission: {
      ...made.submission,
      ...(commit === undefined ? {} : { base: commit }),
      ...(note === undefined ? {} : { note }),
    },
  };
}

async function draftedOf(draft: Draft, known: Known): Promise<Drafted | undefined> {
  if (draft.kind === "new-dataset") return newDatasetOf(draft, known);
  if (draft.kind === "register-entry") return registerEntryOf(draft, known);
  if (draft.kind === "entry") return storyOf(draft, known);
  const { about } = draft;
  const { files, facts, sources } = known;
  if (about === undefined || !files) return undefined;
  const dataset: PublishedDataset = { id: about, files };
  const { answers } = draft;
  switch (draft.kind) {
    case "dataset-update":
      return updateOf(draft, dataset, known);
    case "passport-correction": {
      const submission = correctPassport(dataset, passportAnswers(answers));
      return { submission, values: valuesIn(submission, dataset) };
    }
    case "withdrawal": {
      const successor = textIn(answers, "successor");
      const submission = withdrawDataset(dataset, {
        date: facts.today,
        reason: textIn(answers, "reason") ?? "",
        ...(successor === undefined ? {} : { successor }),
      });
      return { submission };
    }
    case "renaming":
      return renameDataset(dataset, textIn(answers, "id") ?? about, {
        facts,
        ...(sources ? { sources } : {}),
      });
    default:
      return undefined;
  }
}

async function newDatasetOf(
  { file, answers }: Draft,
  { facts }: Known,
): Promise<Drafted | undefined> {
  if (!file?.read) return undefined;
  const clean = await bytesIn(file.read.clean);
  const report = readClean({ report: file.read.report }, clean);
  const { structure, sheet, name } = file;
  const proposed = proposePassport(
    {
      inspection: { file: name, sheet, structure: undefined },
      report,
      ...(structure === undefined ? {} : { structure }),
      ...optional("publisher", textIn(answers, "publisher")),
      ...optional("title", textIn(answers, "title")),
    },
    facts,
  );
  const values = completePassport(proposed, passportAnswers(answers));
  const names = proposed.columns.fields.map((field) => field.name);
  return {
    submission: newDataset(
      proposed.id,
      values,
      new Map([[proposed.path, withNames(clean, names)]]),
    ),
    proposed,
    values,
  };
}

function registerEntryOf(
  { about: register, answers, sentAs }: Draft,
  { facts }: Known,
): Drafted | undefined {
  if (register === undefined || !isRegister(register)) return undefined;
  const values = entryValues(register, answersIn(answers.entry));
  if (Object.keys(values).length === 0) return undefined;
  const id = sentAs ?? proposeEntryId(register, values, facts);
  return { submission: newEntry(register, id, values), entry: { register, values } };
}

/** News or a dashboard as it would be sent; undefined while nothing of it is written. */
function storyOf({ about, answers, sentAs }: Draft, { facts, files }: Known): Drafted | undefined {
  const place = storyPlace(about);
  const values = entryValues("news", answersIn(answers.entry));
  const body = textIn(answers, "text") ?? "";
  const title = typeof values.title === "string" ? values.title : "";
  if (!place || (title === "" && body === "")) return undefined;
  const { folder } = place;
  const id = place.id ?? sentAs ?? proposeStoryId(folder, title, facts);
  const existing = files?.get(storyFile(folder, id));
  const submission = storySubmission(
    folder,
    id,
    { values, body },
    existing && new TextDecoder().decode(existing),
  );
  const [written] = submission.files.values();
  return { submission, story: { folder, id, text: new TextDecoder().decode(written) } };
}

async function updateOf(
  { file, answers }: Draft,
  dataset: PublishedDataset,
  { facts, files, sources }: Known,
): Promise<Drafted | undefined> {
  const tables = tablesOf(dataset);
  const resource = tables.find(({ path }) => path === answers.path) ?? tables[0];
  if (!file?.read || !resource) return undefined;
  const clean = await bytesIn(file.read.clean);
  const table = { report: file.read.report, clean, fates: fatesIn(answers.fates) };
  const { submission, columns } = updateWithColumns(dataset, resource, table, {
    values: passportAnswers(answers),
    facts,
    ...(sources ? { sources } : {}),
    corrected: answersIn(answers.texts) as Record<string, string>,
    frozen: (figure) => figureNow(figure, { facts, ...(files ? { files } : {}) }),
  });
  return { submission, columns, values: valuesIn(submission, dataset) };
}

/** What the passport will say once the submission is merged. */
function valuesIn({ files }: Submission, dataset: PublishedDataset): WrittenPassport {
  const path = [...files.keys()].find((one) => one.endsWith("/datapackage.yaml"));
  const bytes = path === undefined ? undefined : files.get(path);
  return passportValues(bytes ? new TextDecoder().decode(bytes) : publishedPassport(dataset));
}

/** Answers that are no field of the passport. */
const beside = new Set([
  "note",
  "mandated-code",
  "path",
  "reason",
  "successor",
  "id",
  "structure",
  "fates",
  "texts",
  // It is written with the version it belongs to, where the change asks for one.
  "versionNotes",
]);

const passportAnswers = (answers: Draft["answers"]): Partial<WrittenPassport> =>
  Object.fromEntries(
    Object.entries(answers).filter(([name, value]) => !beside.has(name) && value !== undefined),
  );

function textIn(answers: Draft["answers"], name: string): string | undefined {
  const value = answers[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

const optional = <K extends string>(name: K, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [N in K]?: string };

const bytesIn = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());
