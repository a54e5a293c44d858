import type { Catalogue, Dataset } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import type { CardValue } from "../../../schemas/content/card.ts";
import { frequencies } from "../../../vocabularies/dcat/frequencies.ts";
import { setsByMandate } from "../../lookups.ts";
import { type Criterion, measureConformity } from "./conformity.ts";
import { type CoverageItem, measureCoverage } from "./coverage.ts";

const answer = (value: boolean): string => (value ? "так" : "ні");

type Row = { item: CoverageItem; sets: Dataset[]; site: string };

const every =
  (criterion: Criterion) =>
  ({ sets }: Row): string =>
    sets.length === 0
      ? ""
      : answer(sets.every((set) => !measureConformity(set).failed.includes(criterion)));
const list = (values: readonly string[]): string => [...new Set(values)].join("; ");

/** What each column of the card says of a mandated set; empty where there is no set to speak of. */
const values: Record<CardValue, (row: Row) => string> = {
  code: ({ item }) => item.code,
  title: ({ item }) => item.title,
  category: ({ item }) => item.category,
  applicable: ({ item }) => answer(item.state !== "not-applicable"),
  published: ({ sets }) => answer(sets.length > 0),
  url: ({ sets, site }) => list(sets.map(({ id }) => `${site}/dataset/${id}/`)),
  publisher: ({ sets }) => list(sets.map(({ publisher }) => publisher.title)),
  "machine-readable": every("format"),
  passport: every("passport"),
  structure: every("structure"),
  timely: every("timely"),
  modified: ({ sets }) => list(sets.flatMap(({ modified }) => modified?.slice(0, 10) ?? [])),
  frequency: ({ sets }) =>
    list(sets.flatMap(({ frequency }) => (frequency ? frequencies[frequency].uk : []))),
  valid: every("valid"),
  licence: every("licence"),
  impersonal: every("impersonal"),
  ground: ({ item: { exemption } }) =>
    exemption ? list([exemption.ground, exemption.decision ?? exemption.ground]) : "",
};

/** The assessment card: a row for each mandated set, cells in the order of the columns the portal's card names. */
export const measureCard = once((catalogue: Catalogue): readonly string[][] => {
  const { card, portal } = catalogue;
  const answering = setsByMandate(catalogue);
  return measureCoverage(catalogue).map((item) => {
    const sets = answering.get(item.code) ?? [];
    return (card?.columns ?? []).map(({ value }) =>
      values[value]({ item, sets, site: portal.site }),
    );
  });
});
