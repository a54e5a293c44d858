import type { Finding } from "../model/reports/finding.ts";
import { quote } from "../model/reports/finding.ts";

/** What the gate looks at; these are no rules of the portal's files and have no help pages. */
export type HarvestRule =
  | "harvest-empty"
  | "harvest-file"
  | "harvest-identity"
  | "harvest-lost"
  | "harvest-title";

/** A triple, as any RDF/JS library has it. */
export type Triple = {
  subject: { termType: string; value: string };
  predicate: { value: string };
  object: { termType: string; value: string };
};

/** A dataset as harvesters see it. */
export type HarvestedDataset = {
  iri: string;
  /** Whether it has an IRI at all: a blank node gets another name in every file. */
  named: boolean;
  identifiers: string[];
  title: string;
  /** By IRI: address to download from, or to open. */
  files: Map<string, string>;
  /** Everything said of it and of its files, in an order of its own: equal texts are an unchanged dataset. */
  content: string;
};

export type HarvestedCatalogue = {
  datasets: HarvestedDataset[];
  /** Address of the next page, where there is one. */
  next: string | undefined;
};

/** Why a dataset is no longer in the catalogue. */
export type Tombstone = { iri: string; date: string; reason: string };

const dcat = "http://www.w3.org/ns/dcat#";
const dct = "http://purl.org/dc/terms/";
const hydra = "http://www.w3.org/ns/hydra/core#";
const type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** Triples of a catalogue → its datasets: every node typed dcat:Dataset, whoever points at it, as ckanext-dcat takes them. */
export function readHarvest(triples: readonly Triple[]): HarvestedCatalogue {
  const nodes = new Map<string, Triple[]>();
  for (const triple of triples) {
    const known = nodes.get(triple.subject.value);
    if (known) known.push(triple);
    else nodes.set(triple.subject.value, [triple]);
  }
  const values = (node: string, property: string): string[] =>
    (nodes.get(node) ?? [])
      .filter(({ predicate }) => predicate.value === property)
      .map(({ object }) => object.value);
  // A graph is a set: a triple written twice is one. Names of blank nodes are another file's in the next one.
  const contentOf = (node: string, seen: readonly string[]): string =>
    [
      ...new Set(
        (nodes.get(node) ?? []).map(({ predicate, object }) =>
          object.termType === "BlankNode"
            ? `${predicate.value} [${seen.includes(object.value) ? "" : contentOf(object.value, [...seen, object.value])}]`
            : `${predicate.value} ${JSON.stringify(object)}`,
        ),
      ),
    ]
      .sort()
      .join("\n");
  const sets = triples.filter(
    ({ predicate, object }) => predicate.value === type && object.value === `${dcat}Dataset`,
  );
  return {
    datasets: sets.map(({ subject }) => {
      const files = values(subject.value, `${dcat}distribution`);
      return {
        iri: subject.value,
        named: subject.termType === "NamedNode",
        identifiers: values(subject.value, `${dct}identifier`),
        title: values(subject.value, `${dct}title`)[0] ?? "",
        files: new Map(
          files.map((file) => [
            file,
            values(file, `${dcat}downloadURL`)[0] ?? values(file, `${dcat}accessURL`)[0] ?? "",
          ]),
        ),
        content: [subject.value, ...[...files].sort()]
          .map((node) => contentOf(node, []))
          .join("\n\n"),
      };
    }),
    next: triples.find(({ predicate }) => predicate.value === `${hydra}next`)?.object.value,
  };
}

/** What one harvester would do with the new catalogue, having the previous one. */
export type HarvestRun = {
  harvester: string;
  created: string[];
  updated: string[];
  deleted: string[];
  /** Files that keep their record, with its downloads, previews and links, and those that get a new one. */
  filesKept: number;
  filesRecreated: number;
};

type Harvester = {
  harvester: string;
  /** What a dataset is known by from run to run. */
  keyOf(dataset: HarvestedDataset): string;
  /** What a file of a dataset is known by. */
  fileKeys(dataset: HarvestedDataset): string[];
};

/**
 * Who harvests, and by what each knows a dataset and a file again: ckanext-dcat (harvesters/rdf.py: IRI, then
 * identifier; resources by IRI), uData (identifier; resources by address), piveau (IRI; distributions by IRI).
 */
const harvesters: Harvester[] = [
  {
    harvester: "CKAN (ckanext-dcat)",
    keyOf: ({ named, iri, identifiers }) => (named ? iri : (identifiers[0] ?? "")),
    fileKeys: ({ files }) => [...files.keys()],
  },
  {
    harvester: "uData",
    keyOf: ({ identifiers }) => identifiers[0] ?? "",
    fileKeys: ({ files }) => [...files.values()],
  },
  {
    harvester: "piveau (data.europa.eu)",
    keyOf: ({ iri }) => iri,
    fileKeys: ({ files }) => [...files.keys()],
  },
];

export function replayHarvest(
  previous: readonly HarvestedDataset[],
  next: readonly HarvestedDataset[],
): HarvestRun[] {
  return harvesters.map(({ harvester, keyOf, fileKeys }) => {
    const before = new Map(previous.map((dataset) => [keyOf(dataset), dataset]));
    const after = new Map(next.map((dataset) => [keyOf(dataset), dataset]));
    const both = [...after].flatMap(([key, dataset]) => {
      const known = before.get(key);
      return known ? [{ key, dataset, known }] : [];
    });
    let filesKept = 0;
    let filesRecreated = 0;
    for (const { dataset, known } of both) {
      const keys = new Set(fileKeys(known));
      const addresses = new Set(known.files.values());
      const own = fileKeys(dataset);
      [...dataset.files.values()].forEach((address, index) => {
        if (keys.has(own[index] ?? "")) filesKept++;
        else if (addresses.has(address)) filesRecreated++;
      });
    }
    return {
      harvester,
      created: [...after.keys()].filter((key) => !before.has(key)),
      updated: both
        .filter(({ dataset, known }) => dataset.content !== known.content)
        .map(({ key }) => key),
      deleted: [...before.keys()].filter((key) => !after.has(key)),
      filesKept,
      filesRecreated,
    };
  });
}

/**
 * Why a catalogue must not be given to the harvesters that have read the previous one: what they would delete,
 * duplicate or stop at. `file` names the new catalogue in the findings.
 */
export function judgeHarvest(
  previous: readonly HarvestedDataset[],
  next: readonly HarvestedDataset[],
  tombstones: readonly Tombstone[],
  file: string,
): Finding<HarvestRule>[] {
  const place = { file };
  const error = (rule: HarvestRule, message: string, hint: string): Finding<HarvestRule> => ({
    rule,
    severity: "error",
    place,
    message,
    hint,
  });
  if (next.length === 0)
    return [
      error(
        "harvest-empty",
        "У новому каталозі немає жодного набору.",
        "Не публікуйте його: харвестери вилучать усе, що мають. Перевірте, чи прочитано теку data/datasets.",
      ),
    ];
  const findings: Finding<HarvestRule>[] = [];
  const known = new Map(next.map((dataset) => [dataset.iri, dataset]));
  const familiar = new Set(previous.map(({ iri }) => iri));
  const fresh = next.filter(({ iri }) => !familiar.has(iri));
  const buried = new Set(tombstones.map(({ iri }) => iri));
  const owners = new Map<string, string>();
  for (const { iri, named, identifiers, title } of next) {
    if (!named)
      findings.push(
        error(
          "harvest-identity",
          `Набір ${quote(title)} не має IRI.`,
          "Дайте набору сталу адресу: без неї кожен харвестинг створює його заново.",
        ),
      );
    if (title === "")
      findings.push(
        error(
          "harvest-title",
          `Набір ${quote(iri)} не має назви.`,
          "Додайте назву: на такому наборі CKAN зупиняє харвестинг усього каталогу.",
        ),
      );
    const [identifier] = identifiers;
    if (identifier === undefined || identifiers.length > 1)
      findings.push(
        error(
          "harvest-identity",
          `Набір ${quote(iri)} має ідентифікаторів: ${identifiers.length}.`,
          "Набір має мати рівно один dct:identifier: за ним його впізнає uData.",
        ),
      );
    else if (owners.has(identifier))
      findings.push(
        error(
          "harvest-identity",
          `Ідентифікатор ${quote(identifier)} мають два набори: ${owners.get(identifier)} і ${iri}.`,
          "Змініть ідентифікатор нового набору: харвестер прийме лише один із двох.",
        ),
      );
    else owners.set(identifier, iri);
  }
  for (const before of previous) {
    const now = known.get(before.iri);
    if (!now) {
      const heir = fresh.find((dataset) => isSame(before, dataset));
      if (heir)
        findings.push(
          error(
            "harvest-identity",
            `Набір ${quote(before.title)} змінив IRI: ${before.iri} → ${heir.iri}.`,
            "Поверніть попередню назву теки й iriBase: харвестери вилучать старий набір і створять новий, без його історії й посилань.",
          ),
        );
      else if (!buried.has(before.iri))
        findings.push(
          error(
            "harvest-lost",
            `Набору ${quote(before.title)} (${before.iri}) у новому каталозі немає, і чому — ніде не сказано.`,
            "Поверніть набір або позначте його вилученим: status: withdrawn з датою і причиною.",
          ),
        );
      continue;
    }
    if (before.identifiers[0] !== undefined && before.identifiers[0] !== now.identifiers[0])
      findings.push(
        error(
          "harvest-identity",
          `Набір ${quote(now.title)} змінив ідентифікатор: ${quote(before.identifiers[0])} → ${quote(now.identifiers[0])}.`,
          "Поверніть попередній ідентифікатор: uData створить другий набір поряд із першим.",
        ),
      );
    const addresses = new Map([...before.files].map(([iri, address]) => [address, iri]));
    for (const [iri, address] of now.files) {
      const old = addresses.get(address);
      if (before.files.has(iri) || old === undefined || now.files.has(old)) continue;
      findings.push(
        error(
          "harvest-file",
          `Файл ${quote(address)} набору ${quote(now.title)} змінив IRI: ${old} → ${iri}.`,
          "Поверніть попередню назву ресурсу (name): CKAN створить файл заново, і посилання на нього зламаються.",
        ),
      );
    }
    for (const [iri, address] of before.files)
      if (!now.files.has(iri) && ![...now.files.values()].includes(address))
        findings.push({
          rule: "harvest-file",
          severity: "warning",
          place,
          message: `У наборі ${quote(now.title)} більше немає файлу ${quote(address)}.`,
          hint: "Якщо файл замінено, дайте новому ту саму назву ресурсу й адресу; якщо вилучено, скажіть про це в примітці набору.",
        });
  }
  return findings;
}

/** Are these one dataset under two IRIs: the same identifier, or the same title and a file in common? */
const isSame = (a: HarvestedDataset, b: HarvestedDataset): boolean =>
  a.identifiers.some((identifier) => b.identifiers.includes(identifier)) ||
  (a.title === b.title &&
    [...a.files.values()].some((file) => [...b.files.values()].includes(file)));
