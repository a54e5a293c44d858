import { compareFindings, type Finding } from "../../model/reports/finding.ts";
import type { DatasetSource } from "../../model/repository.ts";
import type { PersonalFound, TableReport, Tallied } from "../../model/table.ts";
import { structureSchema } from "../../schemas/data/structure-schema.ts";
import { type KeyFault, keyFindings, targetOf } from "../dataset/resources/keys-hold.ts";
import { reportOf } from "./report.ts";
import { type AnswerRow, type Answers, answersFor } from "./rows.ts";
import type { AskedTable } from "./table-statements.ts";
import { coveredRules } from "./uncovered.ts";

/** A table of a set that SQL was asked of: which resource it is, and the file that findings name. */
export type SetTable = AskedTable & { resource: number; file: string };

const faultOf = (tallied: Tallied | undefined): KeyFault | undefined => {
  const [first] = tallied?.first ?? [];
  return tallied && first
    ? { count: tallied.count, first: { key: first.value, line: first.line || 1 } }
    : undefined;
};

/** Rows that an engine answered; and, where somebody looked, what the engine found personal in the first rows, by resource. */
export type Answered = {
  rows: readonly AnswerRow[];
  people?: ReadonlyMap<string, PersonalFound[][]>;
};

/**
 * Rows that engines answered → findings of the same rules, in the same words, as of a file read here; and what was
 * learned of each table, by the resource's name.
 */
export function findingsOf(
  dataset: Pick<DatasetSource, "value" | "placeOf">,
  tables: readonly SetTable[],
  { rows, people = new Map() }: Answered,
): { findings: Finding[]; reports: Map<string, TableReport>; answers: Map<string, Answers> } {
  const reports = new Map<string, TableReport>();
  const all = new Map<string, Answers>();
  const findings = tables.flatMap((table) => {
    const { name, file, schema, resource } = table;
    const answers = answersFor(name, rows);
    const report = reportOf(table, answers, people.get(name));
    reports.set(name, report);
    all.set(name, answers);
    const { structure } = dataset.value.resources[resource] ?? {};
    const official = structure !== undefined && schema === structureSchema(structure);
    const subject = {
      file,
      form: "published" as const,
      report,
      schema,
      ...(official ? { structure } : {}),
    };
    const ofKeys = keyFindings(dataset, table, {
      repeats: () => faultOf(answers.key),
      keyless: () => faultOf(answers.keyless),
      lost(number) {
        const key = schema.foreignKeys[number];
        const target = key ? targetOf(dataset, resource, key) : -1;
        return tables.some((other) => other.resource === target)
          ? { fault: faultOf(answers.references.get(number)) }
          : undefined;
      },
    });
    return [...coveredRules.flatMap((rule) => rule.find(subject)), ...ofKeys];
  });
  return { findings: findings.toSorted(compareFindings), reports, answers: all };
}
