import { stringify } from "yaml";
import { inspectFile } from "../../inspect/inspection.ts";
import { titlesOfClean } from "../../inspect/reread.ts";
import type { Finding } from "../../model/reports/finding.ts";
import type { ColumnReport } from "../../model/table.ts";
import { largestFile } from "../../model/tree.ts";
import type { PublisherDescriptor } from "../../schemas/data/publisher.ts";
import type { Territory } from "../../table/column/role/role-marks.ts";
import { sourceOf } from "../../table/scan/encoding.ts";
import { type CkanClient, isRecord, searchRecords } from "./client.ts";
import { fold, type ImportContext, type ImportedDataset, importPackage } from "./import-package.ts";
import { oneLine } from "./package/fields.ts";
import type { Gap } from "./package/gaps.ts";
import type { ImportedResource } from "./package/resources.ts";
import { asWritten } from "./package/shapes.ts";

/** What the import does to the world; a test gives its own. */
export type ImportEffects = {
  /** Bytes of a file, or why there are none. */
  download(url: string): Promise<Uint8Array | { problem: string }>;
  write(path: string, content: string): void;
  tell(line: string): void;
};

/** What already lies in the folder that is imported into. */
export type ImportedBefore = {
  datasets: readonly { id: string; known: readonly string[] }[];
  publishers: readonly { id: string; title: string; edrpou?: string | undefined }[];
};

export type ImportResult = {
  imported: string[];
  skipped: string[];
  tables: number;
  gaps: Gap[];
  /** How many sets say nothing of each of these: nothing stands in its place. */
  unknown: Record<"licenses" | "language" | "frequency", number>;
};

type Options = Omit<ImportContext, "taken"> & {
  /** False leaves every file where it is. */
  files: boolean;
  territory: Territory;
};

/**
 * Every package of a CKAN portal → files of `data/`. A dataset's descriptor is written last, so that one cut short is
 * done again and one that is there is not touched. Tables are fetched, cleaned and described; a file that is no table,
 * is not whole or holds personal data stays where it is, and why is reported.
 */
export async function importCkan(
  client: CkanClient,
  before: ImportedBefore,
  options: Options,
  effects: ImportEffects,
): Promise<ImportResult> {
  const records = await searchRecords(client);
  const known = new Set(before.datasets.flatMap((dataset) => dataset.known));
  const taken = new Set([...known].map(fold));
  const publishers = [...before.publishers];
  const result: ImportResult = {
    imported: [],
    skipped: [],
    tables: 0,
    gaps: [],
    unknown: { licenses: 0, language: 0, frequency: 0 },
  };
  for (const [at, source] of records.entries()) {
    if (!isRecord(source)) {
      result.gaps.push(noPackage(at, source));
      continue;
    }
    if ([source.id, source.name].some((id) => known.has(oneLine(id)))) {
      result.skipped.push(oneLine(source.name));
      continue;
    }
    if (source.type === "harvest") continue;
    const dataset = importPackage(source, { ...options, taken });
    const { identifier, aliases } = dataset.descriptor;
    for (const name of [dataset.id, identifier, ...(Array.isArray(aliases) ? aliases : [])])
      if (typeof name === "string") taken.add(fold(name));
    const publisher = publishers.find(
      ({ id, title, edrpou }) =>
        id === dataset.publisher.id ||
        title === dataset.publisher.title ||
        (edrpou !== undefined && edrpou === dataset.publisher.edrpou),
    );
    if (!publisher) {
      publishers.push(dataset.publisher);
      effects.write(
        `data/publishers/${dataset.publisher.id}.yaml`,
        publisherText(dataset, result.gaps),
      );
    }
    const resources: Fetched[] = [];
    // One after another: the portal that is left is often a small machine.
    for (const resource of dataset.resources)
      resources.push(
        options.files ? await fetchTable(resource, dataset, options, effects) : keep(resource),
      );
    for (const { file, text } of resources.flatMap(({ table }) => table ?? [])) {
      effects.write(`data/datasets/${dataset.id}/${file}`, text);
      result.tables++;
    }
    effects.write(
      `data/datasets/${dataset.id}/datapackage.yaml`,
      yamlText("../../schemas/json/dataset.schema.json", {
        ...dataset.descriptor,
        publisher: publisher?.id ?? dataset.publisher.id,
        resources: resources.map(({ resource }) => resource),
      }),
    );
    for (const field of ["licenses", "language", "frequency"] as const)
      if ([dataset.descriptor[field]].flat().filter(Boolean).length === 0) result.unknown[field]++;
    result.imported.push(dataset.id);
    result.gaps.push(...dataset.gaps);
    effects.tell(
      `${dataset.id}: файлів — ${resources.length}, таблиць перенесено — ${resources.filter(({ table }) => table).length}`,
    );
  }
  return result;
}

/** What stands where a package should, told by its place in the portal's answer. */
const noPackage = (at: number, record: unknown): Gap => ({
  dataset: `запис ${at + 1}`,
  field: "package",
  value: asWritten(record),
  note: "Не прочитано: тут мав бути опис набору. Пропущено.",
});

const yamlText = (schema: string, value: object): string =>
  `# yaml-language-server: $schema=${schema}\n${stringify(value, { lineWidth: 112, aliasDuplicateObjects: false })}`;

/** What kind of body a title names; the register of publishers asks for one, and CKAN has none. */
const kinds: [words: RegExp, kind: PublisherDescriptor["kind"]][] = [
  [/районн\S* (?:у місті )?рад/i, "district-council"],
  [/підприємств|\bКП\b/i, "enterprise"],
  [/заклад|школ|ліцей|гімназі|лікарн|центр/i, "institution"],
  [/департамент|управлінн|відділ|виконавч/i, "executive"],
  [/рада|ради/i, "council"],
];

function publisherText({ id, publisher }: ImportedDataset, gaps: Gap[]): string {
  const kind = kinds.find(([words]) => words.test(publisher.title))?.[1] ?? "institution";
  gaps.push({
    dataset: id,
    field: "publisher",
    value: publisher.title,
    note: `Картку розпорядника створено; вид «${kind}» визначено за назвою: перевірте.`,
  });
  const { title, edrpou } = publisher;
  return yamlText("../../schemas/json/publisher.schema.json", {
    title,
    kind,
    ...(edrpou ? { edrpou } : {}),
  });
}

type Fetched = { resource: object; table?: { file: string; text: string } };

const keep = (resource: ImportedResource): Fetched => ({ resource });
const tabular = new Set(["CSV", "XLSX", "XLS", "ODS", "JSON"]);

async function fetchTable(
  resource: ImportedResource,
  { id, gaps }: ImportedDataset,
  { territory }: Options,
  { download }: ImportEffects,
): Promise<Fetched> {
  const { path, format, title } = resource;
  if (path === undefined || format === undefined || !tabular.has(format)) return keep(resource);
  const stays = (note: string): Fetched => {
    gaps.push({ dataset: id, field: "resources", value: title, note: `${note} Лишено посилання.` });
    return keep(resource);
  };
  const bytes = await download(path);
  if (!(bytes instanceof Uint8Array)) return stays(`Файл не завантажено: ${bytes.problem}.`);
  const inspection = await inspectFile(
    `${resource.name}.${format.toLowerCase()}`,
    sourceOf(bytes),
    { territory },
  );
  const stop = inspection.findings.find(
    ({ rule, severity }) => rule === "personal-data" && severity === "error",
  );
  if (stop) return stays("У таблиці знайдено персональні дані.");
  if (!inspection.clean)
    return stays(`Таблицю не прочитано: ${inspection.findings[0]?.message ?? "немає рядків"}`);
  let text = "";
  await inspection.clean((part) => {
    text += part;
  });
  if (new TextEncoder().encode(text).length > largestFile)
    return stays("Очищена таблиця завелика для репозиторію: понад 25 МБ.");
  const clean = await inspectFile("clean.csv", sourceOf(new TextEncoder().encode(text)), {
    territory,
    titles: titlesOfClean(inspection),
  });
  const blocking = clean.findings.find(({ severity }: Finding) => severity === "error");
  if (blocking || !clean.report)
    return stays(`Таблицю не вдалося очистити: ${blocking?.message ?? "немає рядків"}`);
  const others = inspection.sheets.filter(
    ({ name, hidden }) => name !== inspection.sheet && !hidden,
  );
  if (others.length > 0)
    gaps.push({
      dataset: id,
      field: "resources",
      value: title,
      note: `Перенесено аркуш «${inspection.sheet}»; інші аркуші: ${others.map(({ name }) => `«${name}»`).join(", ")}.`,
    });
  if (clean.findings.length > 0)
    gaps.push({
      dataset: id,
      field: "resources",
      value: title,
      note: `Зауважень до таблиці — ${clean.findings.length}: дивіться npm run validate.`,
    });
  const file = `${resource.name}.csv`;
  const { format: _, bytes: __, modified: ___, path: ____, ...rest } = resource;
  const fields = clean.report.columns.map(toField);
  return { resource: { ...rest, path: file, schema: { fields } }, table: { file, text } };
}

const toField = ({ field, type, title }: ColumnReport): object => ({
  name: field,
  type,
  title: oneLine(title) || field,
});
