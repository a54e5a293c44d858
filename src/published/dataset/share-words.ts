import { periodOf } from "../../catalogue/period.ts";
import { speak } from "../../i18n/translate.ts";
import { typeset } from "../../i18n/typography.ts";
import type { Catalogue, Dataset } from "../../model/catalogue.ts";
import type { ShareImage } from "../../model/share-image.ts";

/**
 * Sets up to which each has a picture of its own: some 7 seconds of a build and 8 MB of a site, 15 ms and 15 KB a set. The
 * pages of a larger portal bring the portal's.
 */
export const mostShareImages = 500;

const { t, count } = speak("uk");

/** «1 115 рядків» in two: the figure, which may have spaces of its own, and its word. */
const counted = (sentence: string): { figure: string; words: string } => {
  const [, figure = "", words = ""] = /^([\d\s]*\d)\s(.*)$/.exec(sentence) ?? [];
  return { figure, words };
};

/** The years the data are of: «2018–2020», «2022». */
function yearsOf(dataset: Dataset, today: string): ShareImage["facts"] {
  const period = periodOf(dataset, today);
  if (!period) return [];
  const [from, to] = [period.start, period.end ?? today].map((day) => day.slice(0, 4));
  return from === to
    ? [{ figure: `${from}`, words: t("share.year") }]
    : [{ figure: `${from}–${to}`, words: t("share.years") }];
}

/** What a link to a dataset's page shows of it: the name, the publisher, rows, formats, the years of the data, the first chart. */
export function shareImageOf(dataset: Dataset, today: string): ShareImage {
  const rows = dataset.resources.reduce((sum, { table }) => sum + (table?.rows ?? 0), 0);
  const [chart] = dataset.charts;
  return {
    over: dataset.publisher.title,
    title: typeset(dataset.title.uk),
    facts: [
      ...(rows > 0 ? [counted(count("rows", rows))] : []),
      ...(dataset.formats.length > 0
        ? [{ figure: dataset.formats.slice(0, 2).join(", "), words: t("share.format") }]
        : []),
      ...yearsOf(dataset, today),
    ],
    values: (chart?.series[0]?.values ?? []).map((value) => value ?? 0).slice(-24),
    kind: chart?.kind ?? "bar",
  };
}

/** What a link to any other page shows: the portal and its figures. */
export function portalShareImage({ portal, counts, today }: Catalogue): ShareImage {
  return {
    over: new URL(portal.site).hostname,
    title: portal.title,
    facts: [
      counted(count("datasets", counts.datasets)),
      counted(count("rows", counts.rows)),
      counted(count("holders", counts.publishers)),
      { figure: today.slice(0, 4), words: t("share.updated") },
    ],
    values: [],
    kind: "bar",
  };
}
