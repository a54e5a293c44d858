import type { Finding } from "../model/reports/finding.ts";
import { compareFindings } from "../model/reports/finding.ts";
import type { Repository } from "../model/repository.ts";
import { veil } from "../table/people/veil.ts";
import { chartDrawn } from "./content/chart-drawn.ts";
import { findingSupported } from "./content/finding-supported.ts";
import { linksLead } from "./content/links-lead.ts";
import { newsDatasets } from "./content/news-datasets.ts";
import { newsSafe } from "./content/news-safe.ts";
import { portalLinked } from "./content/portal-linked.ts";
import { portalWhole } from "./content/portal-whole.ts";
import { breakingTold } from "./dataset/identity/breaking-told.ts";
import { homeKnown } from "./dataset/identity/home-known.ts";
import { idShape } from "./dataset/identity/id-shape.ts";
import { idUnique } from "./dataset/identity/id-unique.ts";
import { identityKept } from "./dataset/identity/identity-kept.ts";
import { seriesKnown } from "./dataset/identity/series-known.ts";
import { withTakedown } from "./dataset/identity/taken-down.ts";
import { withdrawnExplained } from "./dataset/identity/withdrawn-explained.ts";
import { addressElsewhere } from "./dataset/resources/address-elsewhere.ts";
import { keysHold } from "./dataset/resources/keys-hold.ts";
import { pathInside } from "./dataset/resources/path-inside.ts";
import { patternKnown } from "./dataset/resources/pattern-known.ts";
import { queryAnswered } from "./dataset/resources/query-answered.ts";
import { resourceUnique } from "./dataset/resources/resource-unique.ts";
import { structureKnown } from "./dataset/resources/structure-known.ts";
import { fileExists } from "./files/file-exists.ts";
import { fileExtension } from "./files/file-extension.ts";
import { fileFetched } from "./files/file-fetched.ts";
import { fileImpersonal } from "./files/file-impersonal.ts";
import { fileName } from "./files/file-name.ts";
import { filePinned } from "./files/file-pinned.ts";
import { filePlace } from "./files/file-place.ts";
import { fileReferenced } from "./files/file-referenced.ts";
import { fileSize } from "./files/file-size.ts";
import { geojsonValid } from "./files/json/geojson-valid.ts";
import { jsonReadable } from "./files/json/json-readable.ts";
import { tableSize } from "./files/table-size.ts";
import { withoutJudgedAtHome } from "./judged-at-home.ts";
import { contactFunctional } from "./passport/contact-functional.ts";
import { datesDerived } from "./passport/dates-derived.ts";
import { frequencyKnown } from "./passport/frequency-known.ts";
import { keywordCarried } from "./passport/keyword-carried.ts";
import { licenceKnown } from "./passport/licence-known.ts";
import { passportComplete } from "./passport/passport-complete.ts";
import { passportImpersonal } from "./passport/passport-impersonal.ts";
import { passportLength } from "./passport/passport-length.ts";
import { periodOrdered } from "./passport/period-ordered.ts";
import { placeKnown } from "./passport/place-known.ts";
import { publisherKnown } from "./passport/publisher-known.ts";
import { themeKnown } from "./passport/theme-known.ts";
import { auditImpersonal } from "./registers/audit-impersonal.ts";
import { exemptionGrounded } from "./registers/exemption-grounded.ts";
import { registerImpersonal } from "./registers/register-impersonal.ts";
import { registerLinked } from "./registers/register-linked.ts";
import { registerOrdered } from "./registers/register-ordered.ts";
import type { Rule } from "./rule.ts";
import { tableRules } from "./tables/index.ts";
import { keyKnown } from "./writing/key-known.ts";
import { schemaVersionRead } from "./writing/schema-version.ts";
import { skeletonFilled } from "./writing/skeleton-filled.ts";
import { textPlain } from "./writing/text-plain.ts";
import { textReadable } from "./writing/text-readable.ts";
import { valuePresent } from "./writing/value-present.ts";
import { valueValid } from "./writing/value-valid.ts";
import { yamlReadable } from "./writing/yaml-readable.ts";

/** Every rule, in the order help and reports list them: what is written, then files, tables, content, the whole. */
export const rules: readonly Rule[] = [
  textReadable,
  schemaVersionRead,
  yamlReadable,
  keyKnown,
  valuePresent,
  valueValid,
  textPlain,
  idShape,
  idUnique,
  homeKnown,
  identityKept,
  skeletonFilled,
  passportComplete,
  passportLength,
  passportImpersonal,
  publisherKnown,
  licenceKnown,
  frequencyKnown,
  themeKnown,
  placeKnown,
  seriesKnown,
  contactFunctional,
  keywordCarried,
  periodOrdered,
  datesDerived,
  withdrawnExplained,
  breakingTold,
  resourceUnique,
  fileExists,
  fileImpersonal,
  pathInside,
  fileReferenced,
  filePlace,
  fileName,
  fileSize,
  fileExtension,
  filePinned,
  fileFetched,
  addressElsewhere,
  jsonReadable,
  geojsonValid,
  structureKnown,
  patternKnown,
  tableSize,
  ...tableRules,
  keysHold,
  chartDrawn,
  findingSupported,
  newsSafe,
  newsDatasets,
  linksLead,
  queryAnswered,
  registerLinked,
  registerImpersonal,
  registerOrdered,
  exemptionGrounded,
  auditImpersonal,
  portalLinked,
  portalWhole,
];

/** What is written by another version of the schemas than the engine's is judged by no other rule: they would blame each line. */
const rulesFor = ({ problems }: Repository): readonly Rule[] =>
  problems.some(({ code }) => code === "schema-version") ? [schemaVersionRead] : rules;

/** Everything a person should fix in the repository, in report order. */
export const checkRepository = (repository: Repository): Finding[] =>
  withoutJudgedAtHome(
    repository,
    rulesFor(repository).flatMap((rule) =>
      rule.ofPeople ? withTakedown(repository, rule.check(repository)) : rule.check(repository),
    ),
  )
    // Logs and comments are public: whichever rule quotes a cell or a header, no person is in it.
    .map((finding) => ({
      ...finding,
      message: veil(finding.message),
      hint: veil(finding.hint),
      ...(finding.paste ? { paste: finding.paste.map(veil) } : {}),
    }))
    .sort(compareFindings);
