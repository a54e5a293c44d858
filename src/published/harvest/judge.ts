import type { Finding } from "../../model/reports/finding.ts";
import { quote } from "../../model/reports/finding.ts";
import { identityMoved } from "../../model/reports/identity-words.ts";
import type { HarvestedDataset } from "./read.ts";

/** What the gate looks at; these are no rules of the portal's files and have no help pages. */
export type HarvestRule =
  | "harvest-empty"
  | "harvest-file"
  | "harvest-identity"
  | "harvest-lost"
  | "harvest-title";

/** Why a dataset is no longer in the catalogue. */
export type Tombstone = { iri: string; date: string; reason: string };

/** What is wrong, before it is said of which file. */
type Fault = Omit<Finding<HarvestRule>, "place">;
const error = (rule: HarvestRule, message: string, hint: string): Fault => ({
  rule,
  severity: "error",
  message,
  hint,
});

const refused = (rule: HarvestRule, { message, hint }: { message: string; hint: string }): Fault =>
  error(rule, message, hint);

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
  const faults =
    next.length === 0
      ? [
          error(
            "harvest-empty",
            "У новому каталозі немає жодного набору.",
            "Не публікуйте його: харвестери вилучать усе, що мають. Перевірте, чи прочитано теку data/datasets.",
          ),
        ]
      : [...faultsOfNext(next), ...faultsOfChange(previous, next, tombstones)];
  return faults.map(({ rule, severity, ...said }) => ({
    rule,
    severity,
    place: { file },
    ...said,
  }));
}

/** What a harvester would stop at, or take for something else, whatever it had before. */
function faultsOfNext(next: readonly HarvestedDataset[]): Fault[] {
  const owners = new Map<string, string>();
  return next.flatMap(({ iri, named, identifiers, title }) => {
    const faults: Fault[] = [];
    if (!named)
      faults.push(
        error(
          "harvest-identity",
          `Набір ${quote(title)} не має IRI.`,
          "Дайте набору сталу адресу: без неї кожен харвестинг створює його заново.",
        ),
      );
    if (title === "")
      faults.push(
        error(
          "harvest-title",
          `Набір ${quote(iri)} не має назви.`,
          "Додайте назву: на такому наборі CKAN зупиняє харвестинг усього каталогу.",
        ),
      );
    const [identifier] = identifiers;
    if (identifier === undefined || identifiers.length > 1)
      faults.push(
        error(
          "harvest-identity",
          `Набір ${quote(iri)} має ідентифікаторів: ${identifiers.length}.`,
          "Набір має мати рівно один dct:identifier: за ним його впізнає uData.",
        ),
      );
    else if (owners.has(identifier))
      faults.push(
        error(
          "harvest-identity",
          `Ідентифікатор ${quote(identifier)} мають два набори: ${owners.get(identifier)} і ${iri}.`,
          "Змініть ідентифікатор нового набору: харвестер прийме лише один із двох.",
        ),
      );
    else owners.set(identifier, iri);
    return faults;
  });
}

/** What a harvester that has the previous catalogue would delete or make twice. */
function faultsOfChange(
  previous: readonly HarvestedDataset[],
  next: readonly HarvestedDataset[],
  tombstones: readonly Tombstone[],
): Fault[] {
  const known = new Map(next.map((dataset) => [dataset.iri, dataset]));
  const familiar = new Set(previous.map(({ iri }) => iri));
  const fresh = next.filter(({ iri }) => !familiar.has(iri));
  const buried = new Set(tombstones.map(({ iri }) => iri));
  return previous.flatMap((before) => {
    const now = known.get(before.iri);
    if (now) return [...faultsOfIdentifier(before, now), ...faultsOfFiles(before, now)];
    const heir = fresh.find((dataset) => isSame(before, dataset));
    if (heir)
      return [
        refused("harvest-identity", identityMoved.iri(before.title, `${before.iri} → ${heir.iri}`)),
      ];
    if (buried.has(before.iri)) return [];
    return [
      error(
        "harvest-lost",
        `Набору ${quote(before.title)} (${before.iri}) у новому каталозі немає, і чому — ніде не сказано.`,
        "Поверніть набір або позначте його вилученим: status: withdrawn з датою і причиною.",
      ),
    ];
  });
}

const faultsOfIdentifier = (before: HarvestedDataset, now: HarvestedDataset): Fault[] =>
  before.identifiers[0] === undefined || before.identifiers[0] === now.identifiers[0]
    ? []
    : [
        refused(
          "harvest-identity",
          identityMoved.identifier(now.title, `${before.identifiers[0]} → ${now.identifiers[0]}`),
        ),
      ];

function faultsOfFiles(before: HarvestedDataset, now: HarvestedDataset): Fault[] {
  const addresses = new Map([...before.files].map(([iri, address]) => [address, iri]));
  const moved = [...now.files].flatMap(([iri, address]) => {
    const old = addresses.get(address);
    if (before.files.has(iri) || old === undefined || now.files.has(old)) return [];
    return [refused("harvest-file", identityMoved.file(now.title, address, `${old} → ${iri}`))];
  });
  const present = new Set(now.files.values());
  const gone = [...before.files].flatMap(([iri, address]): Fault[] =>
    now.files.has(iri) || present.has(address)
      ? []
      : [
          {
            rule: "harvest-file",
            severity: "warning",
            message: `У наборі ${quote(now.title)} більше немає файлу ${quote(address)}.`,
            hint: "Якщо файл замінено, дайте новому ту саму назву ресурсу й адресу; якщо вилучено, скажіть про це в примітці набору.",
          },
        ],
  );
  return [...moved, ...gone];
}

/** Are these one dataset under two IRIs: the same identifier, or the same title and a file in common? */
const isSame = (a: HarvestedDataset, b: HarvestedDataset): boolean =>
  a.identifiers.some((identifier) => b.identifiers.includes(identifier)) ||
  (a.title === b.title &&
    [...a.files.values()].some((file) => [...b.files.values()].includes(file)));
