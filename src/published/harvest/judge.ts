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
  | "harvest-title"
  | "harvest-withdrawn";

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

/** From how many sets, and from what share of the catalogue, withdrawing at once is worth a word, and a person's own. */
const manyWithdrawn = {
  warning: { sets: 3, share: 0.1 },
  error: { sets: 5, share: 1 / 3 },
} as const;

/**
 * Why a catalogue must not be given to the harvesters that have read the previous one: what they would delete,
 * duplicate or stop at. `file` names the new catalogue in the findings.
 * @param confirmed how many sets a person said are to be withdrawn: so many, and no other number, are no error
 * @param answers does the new site have a file at an address the previous catalogue gave?
 */
export function judgeHarvest(
  previous: readonly HarvestedDataset[],
  next: readonly HarvestedDataset[],
  tombstones: readonly Tombstone[],
  file: string,
  confirmed = 0,
  answers: (address: string) => boolean = () => false,
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
      : [
          ...faultsOfNext(next),
          ...faultsOfChange(previous, next, tombstones, answers),
          ...faultsOfWithdrawal(previous, next, tombstones, confirmed),
        ];
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
  answers: (address: string) => boolean,
): Fault[] {
  const known = new Map(next.map((dataset) => [dataset.iri, dataset]));
  const familiar = new Set(previous.map(({ iri }) => iri));
  const fresh = next.filter(({ iri }) => !familiar.has(iri));
  const buried = new Set(tombstones.map(({ iri }) => iri));
  return previous.flatMap((before) => {
    const now = known.get(before.iri);
    if (now) return [...faultsOfIdentifier(before, now), ...faultsOfFiles(before, now, answers)];
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

/** Each withdrawn set has its reason; a great part of the catalogue at once is more often a slip than a decision. */
function faultsOfWithdrawal(
  previous: readonly HarvestedDataset[],
  next: readonly HarvestedDataset[],
  tombstones: readonly Tombstone[],
  confirmed: number,
): Fault[] {
  const known = new Set(next.map(({ iri }) => iri));
  const buried = new Set(tombstones.map(({ iri }) => iri));
  const count = previous.filter(({ iri }) => buried.has(iri) && !known.has(iri)).length;
  const reaches = ({ sets, share }: { sets: number; share: number }): boolean =>
    count >= sets && count / previous.length >= share;
  if (!reaches(manyWithdrawn.warning)) return [];
  const message = `За одну публікацію вилучають багато наборів: ${count} із ${previous.length}.`;
  return reaches(manyWithdrawn.error) && confirmed !== count
    ? [
        error(
          "harvest-withdrawn",
          message,
          `Харвестери вилучать їх у себе. Якщо це помилка, поверніть у паспортах status: active. Якщо так вирішено, підтвердьте кількість: npm run harvest-gate -- … --withdrawn ${count}; на GitHub — Run workflow → «Скільки наборів вилучають…».`,
        ),
      ]
    : [
        {
          rule: "harvest-withdrawn",
          severity: "warning",
          message,
          hint: "Переконайтеся, що так і вирішено: харвестери вилучать ці набори в себе.",
        },
      ];
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

function faultsOfFiles(
  before: HarvestedDataset,
  now: HarvestedDataset,
  answers: (address: string) => boolean,
): Fault[] {
  const addresses = new Map([...before.files].map(([iri, address]) => [address, iri]));
  const moved = [...now.files].flatMap(([iri, address]) => {
    const old = addresses.get(address);
    if (before.files.has(iri) || old === undefined || now.files.has(old)) return [];
    return [refused("harvest-file", identityMoved.file(now.title, address, `${old} → ${iri}`))];
  });
  const present = new Set(now.files.values());
  const gone = [...before.files].flatMap(([iri, address]): Fault[] =>
    now.files.has(iri) || present.has(address) || answers(address)
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
  return [...moved, ...gone, ...faultsOfAddresses(before, now, answers)];
}

/** Files that are downloaded from elsewhere now, of a set in one sentence: whoever saved the old address has a dead one. */
function faultsOfAddresses(
  before: HarvestedDataset,
  now: HarvestedDataset,
  answers: (address: string) => boolean,
): Fault[] {
  const changed = [...now.files].flatMap(([iri, address]) => {
    const old = before.files.get(iri);
    return old === undefined || old === address || answers(old) ? [] : [`${old} → ${address}`];
  });
  const [first] = changed;
  if (first === undefined) return [];
  const others = changed.length > 1 ? ` (і ще таких файлів — ${changed.length - 1})` : "";
  return [
    {
      rule: "harvest-file",
      severity: "warning",
      ...identityMoved.address(now.title, first, others),
    },
  ];
}

/** Are these one dataset under two IRIs: the same identifier, now or as a former name, or the same title and a file in common? */
const isSame = (a: HarvestedDataset, b: HarvestedDataset): boolean =>
  a.identifiers.some((identifier) =>
    [...b.identifiers, ...(b.aliases ?? [])].includes(identifier),
  ) ||
  (a.title === b.title &&
    [...a.files.values()].some((file) => [...b.files.values()].includes(file)));
