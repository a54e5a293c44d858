import { hasField, withFirstLines } from "../descriptor.ts";
import type { Step } from "../step.ts";

/** What the first version took for granted, and why it stands here now. */
const written =
  "mark: { bastions: 6 } # такий знак портал мав і без цього рядка; літерами — mark: { letters: ПГ }\n";

/** The plan of one city's fortress was the sign of every portal that named none: a sign is data, and has no default. */
export const markIsWritten: Step = {
  version: 2,
  about:
    "Знак порталу (mark у data/portal.yaml) завжди записано: доти без нього показували фортецю.",
  files: /^data\/portal\.yaml$/,
  up: (text) => (hasField(text, "mark") ? text : withFirstLines(text, written)),
  down: (text) => text.replace(written, ""),
};
