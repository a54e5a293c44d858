import { registryColumns, registryOf } from "../catalogue/registry.ts";
import { published } from "../model/catalogue.ts";
import { measureConformity } from "./conformity.ts";
import { measureCoverage } from "./coverage.ts";
import { measureMqa } from "./mqa.ts";
import { count, type Measure, share, yearly, yes } from "./plan-indicators.ts";
import { measureRating } from "./rating.ts";

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
        {
          label: "Наборів на Єдиному державному вебпорталі",
          value: undefined,
          unit: "percent",
          goal: 100,
          formula: "Портал ще не звіряється з Єдиним державним вебпорталом.",
        },
      ],
    };
  },
  registry(catalogue) {
    const rows = registryOf(catalogue);
    const required = registryColumns.filter((column) => column !== "publisherId");
    const whole = rows.filter((row) => required.every((column) => row[column] !== null));
    return {
      indicators: [
        yes(
          "Усі набори каталогу є в Реєстрі",
          rows.length === published(catalogue).length,
          "Кількість рядків /registry.csv дорівнює кількості чинних наборів.",
        ),
        share(
          "Рядків з усіма обов’язковими відомостями",
          [whole.length, rows.length],
          100,
          "Рядки, де заповнено всі одинадцять обов’язкових колонок додатка 7, поділити на всі рядки.",
        ),
      ],
    };
  },
  monitoring(catalogue, years) {
    const sets = published(catalogue);
    const { cards } = catalogue.registers;
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
    const extra = published(catalogue).filter(
      ({ passport, freshness: { state }, resources }) =>
        passport.mandated.length === 0 && resources.length > 0 && state !== "overdue",
    );
    return {
      indicators: [
        count(
          "Наборів понад обов’язковий перелік",
          extra.length,
          3,
          "Чинні набори з файлами, без позначки «Не оновлений», у паспорті яких немає коду обов’язкового набору.",
        ),
      ],
    };
  },
  feedback: () => ({
    indicators: [
      {
        label: "Медіана робочих днів до першої відповіді",
        value: undefined,
        unit: "count",
        formula: "Портал ще не веде обліку пропозицій.",
      },
    ],
  }),
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
