import { answerWith } from "../../../find/browser/thread.ts";
import type { Block } from "../../../model/blocks.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import { datasetBlock } from "../../../review/report/dataset.ts";
import { structureSchema } from "../../../schemas/data/structure-schema.ts";
import { readRows, readTable } from "../../../table/read-table.ts";
import { compareWithPublished } from "../../difference/compare-with-published.ts";
import type { Draft } from "../../draft/draft.ts";
import { type Drafted, type Known, submissionOf } from "../../draft/submission-of.ts";
import { judgeSubmission, type Published } from "../../judge/judge-submission.ts";
import { type PassportFigures, passportFigures } from "../../passport/passport-figures.ts";

/** All the page says of a draft before it is sent. */
export type Judgement = Drafted & {
  findings: Finding[];
  figures: PassportFigures;
  /** What changes of a set that is on the portal, as a reviewer will be told; nothing where nothing does. */
  change?: Block | undefined;
  /** The table that is sent, its first rows. */
  rows: { header: string[]; rows: string[][]; count: number } | undefined;
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

const methods = {
  /** A draft as it would be sent, judged by the portal's own rules; nothing while it cannot be sent. */
  async judge(draft: Draft, known: Known): Promise<Judgement | undefined> {
    const drafted = await submissionOf(draft, known);
    if (!drafted) return undefined;
    const { submission } = drafted;
    const published: Published = {
      facts: known.facts,
      ...(known.files ? { files: known.files } : {}),
    };
    const difference = known.files ? compareWithPublished(published, submission) : undefined;
    const told = new Set(difference?.findings.map(({ rule }) => rule));
    return {
      ...drafted,
      findings: [
        ...(difference?.findings ?? []),
        ...judgeSubmission(published, submission).filter(({ rule }) => !told.has(rule)),
      ],
      figures: drafted.entry ? { lengths: [] } : passportFigures(published, submission),
      change: difference?.change && datasetBlock(difference.change),
      rows: firstRows(drafted),
    };
  },
};
export type JudgeMethods = typeof methods;

answerWith(methods);
