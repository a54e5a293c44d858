import { type Catalogue, type Dataset, published } from "../../../model/catalogue.ts";
import { measureConformity } from "../quality/conformity.ts";
import { measureCoverage } from "../quality/coverage.ts";
import { measureFeedback, requestsOf } from "../quality/feedback.ts";
import { reachedLinks } from "../quality/links.ts";
import { measureMqa } from "../quality/mqa.ts";
import { promptnessOf } from "../quality/promptness.ts";
import { measureRating } from "../quality/rating.ts";
import { count, known, type Measure, share, yearly, yes } from "./plan-indicators.ts";
import { measureRegistry } from "./registry.ts";

/** Addresses outside the portal that its sets send readers to. */
const addressesElsewhere = (sets: readonly Dataset[]): string[] =>
  sets.flatMap(({ resources }) =>
    resources.flatMap(({ path, url, page }) => (path === undefined ? [url ?? page] : [])),
  );

/** Sets the national portal has, of all; of none where nobody looked. */
function onNational(
  { checks: { nationalPortal } }: Catalogue,
  sets: readonly Dataset[],
): [part: number, whole: number] {
  const found = new Set(nationalPortal?.found.map(({ id }) => id));
  return [sets.filter(({ id }) => found.has(id)).length, nationalPortal ? sets.length : 0];
}

/**
 * Sets beyond the list that a citizen would call data: not the plan itself, not the list of mandated sets, and of a raw copy
 * beside a cleaned set only the cleaned one. A copy is raw where it came from an address another set names as its source.
 */
export function additionalSets(catalogue: Catalogue): Dataset[] {
  const sets = published(catalogue);
  const { plan } = catalogue;
  const sources = new Set(sets.flatMap(({ passport }) => passport.sources.map(({ path }) => path)));
  const isPaper = ({ id, title }: Dataset) =>
    id === plan?.mandated?.dataset || title.uk === plan?.title;
  return sets.filter(
    (dataset) =>
      dataset.passport.mandated.length === 0 &&
      dataset.resources.length > 0 &&
      dataset.freshness.state !== "overdue" &&
      !isPaper(dataset) &&
      !sources.has(dataset.passport.importedFrom ?? ""),
  );
}

/** What the catalogue itself says of a task: its sets, their quality, their freshness. */
export const dataMeasures = {
  rating(catalogue, years) {
    const { ratings } = catalogue.registers;
    return {
      indicators: [
        count(
          "Розпорядників у рейтингу",
          measureRating(catalogue).length,
          undefined,
          "Розпорядники з чинними наборами на сторінці /rating/.",
        ),
      ],
      windows: yearly(years, catalogue.today, (year) =>
        ratings.filter((rating) => rating.year === year).map(({ title }) => title),
      ),
    };
  },
  harvesting(catalogue) {
    const sets = published(catalogue);
    const good = sets.filter((dataset) => measureMqa(dataset).level === "excellent");
    return {
      indicators: [
        count(
          "Наборів у каталозі для харвестингу",
          sets.length,
          1,
          "Чинні набори у файлі /catalog.jsonld.",
        ),
        share(
          "Наборів з описом на «відмінно»",
          [good.length, sets.length],
          undefined,
          "Набори, що мають понад 350 із 405 балів оцінки data.europa.eu, поділити на всі набори.",
        ),
        share(
          "Файлів на інших порталах, що відкриваються",
          reachedLinks(catalogue, addressesElsewhere(sets)),
          100,
          "Адреси файлів і сторінок наборів на інших сайтах, крім тих, що не відкрилися тричі поспіль, поділити на всі перевірені.",
        ),
        share(
          "Наборів на Єдиному державному вебпорталі відкритих даних",
          onNational(catalogue, sets),
          100,
          "Набори, знайдені на Єдиному державному вебпорталі відкритих даних останньою звіркою, поділити на всі набори; немає звірки — немає даних.",
        ),
      ],
    };
  },
  registry(catalogue) {
    const { rows, whole } = measureRegistry(catalogue);
    return {
      indicators: [
        yes(
          "Усі набори каталогу є в Реєстрі",
          rows === published(catalogue).length,
          "Кількість рядків /registry.csv дорівнює кількості чинних наборів.",
        ),
        share(
          "Рядків з усіма обов’язковими відомостями",
          [whole, rows],
          100,
          "Рядки, де заповнено всі одинадцять обов’язкових колонок додатка 7, поділити на всі рядки.",
        ),
      ],
    };
  },
  monitoring(catalogue, years) {
    const sets = published(catalogue);
    const { cards } = catalogue.registers;
    const prompt = sets.flatMap((dataset) => {
      const found = promptnessOf(dataset, catalogue.today, catalogue.portal.holidays);
      return found && found.state !== "waiting" ? [found] : [];
    });
    return {
      indicators: [
        share(
          "Наборів, оновлених вчасно",
          [
            sets.filter(({ freshness: { state } }) => state === "current" || state === "closed")
              .length,
            sets.length,
          ],
          100,
          "Набори без позначки «Не оновлений» і з указаною періодичністю поділити на всі набори.",
        ),
        share(
          "Наборів, оновлених за три робочі дні після змін у розпорядника",
          [prompt.filter(({ state }) => state === "prompt").length, prompt.length],
          undefined,
          "Набори, оновлені не пізніше третього робочого дня від указаного в паспорті дня, коли змінилися відомості, поділити на набори, де цей день указано, а строк оновлення настав.",
        ),
      ],
      windows: yearly(years, catalogue.today, (year) =>
        cards
          .filter(
            (card) =>
              card.year === year &&
              card.submitted !== undefined &&
              card.submitted <= (card.due ?? card.submitted),
          )
          .map(({ title }) => title),
      ),
    };
  },
  mandated(catalogue) {
    const items = measureCoverage(catalogue);
    const applicable = items.filter(
      ({ state }) => state !== "not-applicable" && state !== "restricted",
    );
    return {
      indicators: [
        share(
          "Обов’язкових наборів оприлюднено без зауважень",
          [items.filter(({ state }) => state === "published").length, applicable.length],
          100,
          "Набори переліку зі станом «оприлюднено» поділити на застосовні (усі, крім незастосовних і обмежених).",
        ),
        count(
          "Обов’язкових наборів, яких немає",
          items.filter(({ state }) => state === "missing").length,
          undefined,
          "Набори переліку зі станом «немає».",
        ),
      ],
    };
  },
  additional(catalogue) {
    const extra = additionalSets(catalogue);
    return {
      indicators: [
        count(
          "Наборів понад обов’язковий перелік",
          extra.length,
          3,
          "Чинні набори з файлами, без позначки «Не оновлений», у паспорті яких немає коду обов’язкового набору. Не рахуються сам План дій, перелік обов’язкових наборів і первинна копія, поруч з якою є опрацьований набір із того ж джерела.",
        ),
      ],
    };
  },
  feedback(catalogue) {
    const { portal } = catalogue;
    const figures = measureFeedback(
      requestsOf(catalogue).filter(({ kind }) => kind !== "proposal"),
      portal.holidays,
    );
    return {
      indicators: [
        share(
          "Звернень із відповіддю за п’ять робочих днів",
          [figures.timely.part, figures.timely.whole],
          100,
          "Звернення, на які відповіли не пізніше п’ятого робочого дня, поділити на ті, що мають відповідь або вже прострочені.",
        ),
        known(
          "Медіана робочих днів до першої відповіді",
          figures.median,
          "Половину відповідей надано не пізніше ніж за стільки робочих днів; звернення без відповіді сюди не входять.",
        ),
        known(
          "Дев’ять відповідей із десяти — за стільки робочих днів",
          figures.ninetieth,
          "90-й процентиль строку до першої відповіді.",
        ),
        share(
          "Звернень ураховано",
          [figures.accepted.part, figures.accepted.whole],
          undefined,
          "Звернення з рішенням «враховано» поділити на всі з рішенням.",
        ),
      ],
    };
  },
  conformity(catalogue) {
    const sets = published(catalogue);
    return {
      indicators: [
        share(
          "Наборів, що відповідають рекомендаціям і стандартам",
          [sets.filter((dataset) => measureConformity(dataset).conforms).length, sets.length],
          85,
          "Набори, де виконано всі сім умов (паспорт, відкритий машиночитний формат, структура, дані за структурою, вчасність, ліцензія, без персональних даних), поділити на всі набори.",
        ),
      ],
    };
  },
  dashboards(catalogue) {
    const fresh = new Set(
      published(catalogue)
        .filter(({ freshness: { state } }) => state === "current" || state === "closed")
        .map(({ id }) => id),
    );
    const live = catalogue.dashboards.filter(({ datasets }) =>
      datasets.every((id) => fresh.has(id)),
    );
    return {
      indicators: [
        count(
          "Дашбордів із даними, оновленими вчасно",
          live.length,
          1,
          "Записи content/dashboards, усі набори яких оновлено вчасно; дашборд про сам портал рахують завжди.",
        ),
        count(
          "Графіків за наборами",
          published(catalogue).reduce((sum, { charts }) => sum + charts.length, 0),
          undefined,
          "Графіки, описані в паспортах наборів.",
        ),
      ],
    };
  },
} satisfies Record<string, Measure>;
