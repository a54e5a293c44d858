import type { Finding } from "../model/finding.ts";
import { compareFindings } from "../model/finding.ts";
import type { Repository } from "../model/repository.ts";
import { veil } from "../table/veil.ts";
import { auditImpersonal } from "./audit-impersonal.ts";
import { breakingTold } from "./breaking-told.ts";
import { chartDrawn } from "./chart-drawn.ts";
import { contactFunctional } from "./contact-functional.ts";
import { datesDerived } from "./dates-derived.ts";
import { exemptionGrounded } from "./exemption-grounded.ts";
import { fileExists } from "./file-exists.ts";
import { fileExtension } from "./file-extension.ts";
import { fileImpersonal } from "./file-impersonal.ts";
import { fileName } from "./file-name.ts";
import { filePlace } from "./file-place.ts";
import { fileReferenced } from "./file-referenced.ts";
import { fileSize } from "./file-size.ts";
import { frequencyKnown } from "./frequency-known.ts";
import { geojsonValid } from "./geojson-valid.ts";
import { idShape } from "./id-shape.ts";
import { idUnique } from "./id-unique.ts";
import { jsonReadable } from "./json-readable.ts";
import { keyKnown } from "./key-known.ts";
import { keysHold } from "./keys-hold.ts";
import { keywordCarried } from "./keyword-carried.ts";
import { licenceKnown } from "./licence-known.ts";
import { newsDatasets } from "./news-datasets.ts";
import { newsSafe } from "./news-safe.ts";
import { passportComplete } from "./passport-complete.ts";
import { passportImpersonal } from "./passport-impersonal.ts";
import { passportLength } from "./passport-length.ts";
import { pathInside } from "./path-inside.ts";
import { patternKnown } from "./pattern-known.ts";
import { periodOrdered } from "./period-ordered.ts";
import { placeKnown } from "./place-known.ts";
import { portalWhole } from "./portal-whole.ts";
import { publisherKnown } from "./publisher-known.ts";
import { queryAnswered } from "./query-answered.ts";
import { registerImpersonal } from "./register-impersonal.ts";
import { registerLinked } from "./register-linked.ts";
import { registerOrdered } from "./register-ordered.ts";
import { resourceUnique } from "./resource-unique.ts";
import type { Rule } from "./rule.ts";
import { seriesKnown } from "./series-known.ts";
import { skeletonFilled } from "./skeleton-filled.ts";
import { structureKnown } from "./structure-known.ts";
import { tableSize } from "./table-size.ts";
import { tableRules } from "./tables/index.ts";
import { withTakedown } from "./taken-down.ts";
import { textPlain } from "./text-plain.ts";
import { textReadable } from "./text-readable.ts";
import { themeKnown } from "./theme-known.ts";
import { valuePresent } from "./value-present.ts";
import { valueValid } from "./value-valid.ts";
import { withdrawnExplained } from "./withdrawn-explained.ts";
import { yamlReadable } from "./yaml-readable.ts";

/** Every rule, in the order help and reports list them: what is written, then files, tables, content, the whole. */
export const rules: readonly Rule[] = [
  textReadable,
  yamlReadable,
  keyKnown,
  valuePresent,
  valueValid,
  textPlain,
  idShape,
  idUnique,
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
  jsonReadable,
  geojsonValid,
  structureKnown,
  patternKnown,
  tableSize,
  ...tableRules,
  keysHold,
  chartDrawn,
  newsSafe,
  newsDatasets,
  queryAnswered,
  registerLinked,
  registerImpersonal,
  registerOrdered,
  exemptionGrounded,
  auditImpersonal,
  portalWhole,
];

/** Everything a person should fix in the repository, in report order. */
export const checkRepository = (repository: Repository): Finding[] =>
  rules
    .flatMap((rule) =>
      rule.ofPeople ? withTakedown(repository, rule.check(repository)) : rule.check(repository),
    )
    // Logs and comments are public: whichever rule quotes a cell or a header, no person is in it.
    .map((finding) => ({
      ...finding,
      message: veil(finding.message),
      hint: veil(finding.hint),
      ...(finding.paste ? { paste: finding.paste.map(veil) } : {}),
    }))
    .sort(compareFindings);
