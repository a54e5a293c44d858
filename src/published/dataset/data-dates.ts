import { periodOf } from "../../catalogue/period.ts";
import { capital, periodText } from "../../i18n/period.ts";
import type { Speech } from "../../i18n/translate.ts";
import type { Dataset } from "../../model/catalogue.ts";

/** What dates say of a set, the first first: the time its data are of, then when they came to the portal. */
export type DataDates = {
  /** «Дані за 2018–2020 роки», or that nobody told. */
  period: string;
  isKnown: boolean;
  /** «опубліковано на порталі 30 листопада 2026 р.»; of a set that came from another portal, when it was changed there. */
  changed?: string;
};

/** Dates of a set in words, for lists, frames, charts and feeds alike. */
export function dataDates(
  dataset: Pick<Dataset, "temporal" | "resources" | "modified" | "passport">,
  today: string,
  speech: Speech,
): DataDates {
  const { t, date } = speech;
  const period = periodOf(dataset, today);
  const { modified, passport } = dataset;
  const key = passport.modified === undefined ? "period.published" : "period.changed";
  return {
    period: period ? capital(periodText(period, speech)) : capital(t("period.unknown")),
    isKnown: period !== undefined,
    ...(modified === undefined ? {} : { changed: t(key, { date: date(modified) }) }),
  };
}
