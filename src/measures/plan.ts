import { registryColumns, registryOf } from "../catalogue/registry.ts";
import type { Catalogue, Dataset } from "../model/catalogue.ts";
import type { Evidence, Indicator, TaskResult, TaskState, Window } from "../model/plan.ts";
import type { PlanDescriptor, PlanMeasure } from "../schemas/plan.ts";
import type { RegisterName } from "../schemas/registers.ts";
import { structures } from "../vocabularies/structures.ts";
import { auditYears } from "./audit.ts";
import { measureConformity } from "./conformity.ts";
import { measureCoverage } from "./coverage.ts";
import { measureMqa } from "./mqa.ts";
import { measureRating } from "./rating.ts";

type Figures = { indicators: Indicator[]; windows?: Window[] };
type Measure = (catalogue: Catalogue, years: readonly number[]) => Figures;

const active = ({ datasets }: Catalogue): Dataset[] =>
  datasets.filter(({ passport }) => passport.status === "active");
const percent = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;

const yes = (label: string, value: boolean, formula: string): Indicator => ({
  label,
  value: value ? 1 : 0,
  unit: "yes",
  goal: 1,
  formula,
});
const count = (
  label: string,
  value: number,
  goal: number | undefined,
  formula: string,
): Indicator => ({
  label,
  value,
  unit: "count",
  ...(goal === undefined ? {} : { goal }),
  formula,
});
const share = (
  label: string,
  [part, whole]: [part: number, whole: number],
  goal: number | undefined,
  formula: string,
): Indicator => ({
  label,
  value: percent(part, whole),
  unit: "percent",
  ...(goal === undefined ? {} : { goal }),
  formula,
});

/** The day a year before, for «in the last twelve months». */
const yearBefore = (today: string): string => `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
const recent = <T extends { date: string }>(entries: readonly T[], today: string): T[] =>
  entries.filter(({ date }) => date > yearBefore(today) && date <= today);

/** Years of the plan that have begun, each with what proves it. */
const yearly = (
  years: readonly number[],
  today: string,
  proofs: (year: number) => string[],
  due: (year: number) => string = (year) => `${year}-12-31`,
): Window[] =>
  years.map((year) => {
    const evidence = proofs(year);
    return { label: String(year), met: evidence.length > 0, past: due(year) < today, evidence };
  });

const quarters = ["I", "II", "III", "IV"];
const quarterLabel = (year: string | number, quarter: number): string =>
  `${quarters[quarter - 1]} квартал ${year}`;
const quarterOf = (date: string): string =>
  quarterLabel(date.slice(0, 4), Math.ceil(Number(date.slice(5, 7)) / 3));

const measures: Record<PlanMeasure, Measure> = {
  "legal-acts"(catalogue) {
    const { acts } = catalogue.registers;
    const inForce = acts.filter(({ status }) => status === "in-force");
    const listed = new Set(
      inForce.filter(({ kind }) => kind === "list").flatMap(({ datasets }) => datasets),
    );
    const sets = active(catalogue);
    return {
      indicators: [
        yes(
          "Чинне Положення про набори даних",
          inForce.some(({ kind }) => kind === "regulation"),
          "У реєстрі «Нормативна база» є чинний документ виду «положення».",
        ),
        share(
          "Наборів каталогу в затвердженому переліку",
          [sets.filter(({ id }) => listed.has(id)).length, listed.size === 0 ? 0 : sets.length],
          100,
          "Набори, названі в чинному переліку, поділити на всі набори каталогу.",
        ),
      ],
    };
  },
  "responsible-units"({ registers: { orders }, today, publishers }) {
    const holders = publishers.filter(({ datasets }) => datasets.length > 0);
    const valid = orders.filter(
      ({ date, until }) => date <= today && (until === undefined || until >= today),
    );
    const withOrder = holders.filter(({ id }) => valid.some(({ publisher }) => publisher === id));
    return {
      indicators: [
        share(
          "Розпорядників із чинним наказом",
          [withOrder.length, holders.length],
          100,
          "Розпорядники з наборами, у яких є чинний сьогодні наказ про відповідальних, поділити на всіх розпорядників із наборами.",
        ),
        share(
          "Посадових інструкцій зі змінами",
          [valid.filter(({ jobDescription }) => jobDescription).length, valid.length],
          100,
          "Чинні накази з позначкою про зміну посадової інструкції поділити на всі чинні накази.",
        ),
      ],
    };
  },
  "working-group"({ registers: { meetings }, today }) {
    const decisions = meetings
      .flatMap(({ decisions: list }) => list)
      .filter(({ due }) => due !== undefined && due <= today);
    const kept = decisions.filter(({ due, done }) => done !== undefined && done <= (due ?? ""));
    return {
      indicators: [
        count(
          "Засідань за останні 12 місяців",
          recent(meetings, today).length,
          1,
          "Записи реєстру «Робоча група» з датою за останні 12 місяців.",
        ),
        share(
          "Рішень, виконаних у строк",
          [kept.length, decisions.length],
          100,
          "Рішення, виконані не пізніше строку, поділити на рішення, строк яких настав.",
        ),
      ],
    };
  },
  trainings({ registers: { trainings }, publishers, today }) {
    const holders = publishers.filter(({ datasets }) => datasets.length > 0);
    const trained = holders.filter(({ id }) =>
      trainings.some(
        ({ kind, publisher, date }) => kind === "training" && publisher === id && date <= today,
      ),
    );
    return {
      indicators: [
        share(
          "Розпорядників, де відповідальні пройшли навчання",
          [trained.length, holders.length],
          100,
          "Розпорядники з наборами, для яких є запис про навчання, поділити на всіх розпорядників із наборами.",
        ),
        count(
          "Консультацій за останні 12 місяців",
          recent(
            trainings.filter(({ kind }) => kind === "consultation"),
            today,
          ).length,
          1,
          "Записи про консультації за останні 12 місяців.",
        ),
      ],
    };
  },
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
    const sets = active(catalogue);
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
  funding({ registers: { measures: list, acts }, today }, years) {
    const approved = list.filter(
      ({ act }) => act !== undefined && acts.some(({ id }) => id === act),
    );
    const planned = list.reduce((sum, { planned: money = 0 }) => sum + money, 0);
    const funded = list.reduce((sum, { funded: money = 0 }) => sum + money, 0);
    return {
      indicators: [
        share(
          "Профінансовано від запланованого",
          [funded, planned],
          undefined,
          "Сума профінансованого за всіма заходами поділити на суму запланованого.",
        ),
      ],
      windows: yearly(
        years,
        today,
        (year) =>
          approved
            .filter(
              (measure) =>
                measure.year === year &&
                (acts.find(({ id }) => id === measure.act)?.date ?? "9999") < `${year}-01-01`,
            )
            .map(({ title }) => title),
        (year) => `${year - 1}-12-31`,
      ),
    };
  },
  audit(catalogue, years) {
    const { today, publishers, audits } = catalogue;
    const { recommendations } = catalogue.registers;
    const [latest] = auditYears(catalogue);
    const holders = publishers.filter(({ datasets }) => datasets.length > 0);
    const audited = holders.filter(({ id }) =>
      audits.some(({ year, publisher }) => year === latest && publisher === id),
    );
    const due = recommendations.filter(({ due: day }) => day !== undefined && day <= today);
    return {
      indicators: [
        share(
          "Розпорядників охоплено останнім аудитом",
          [audited.length, holders.length],
          100,
          "Розпорядники з наборами, чию форму аудиту за останній перевірений рік є в data/audits, поділити на всіх розпорядників із наборами.",
        ),
        share(
          "Виконаних рекомендацій",
          [recommendations.filter(({ done }) => done !== undefined).length, recommendations.length],
          undefined,
          "Рекомендації з датою виконання поділити на всі рекомендації.",
        ),
        share(
          "Рекомендацій, виконаних у строк",
          [
            due.filter(({ done, due: day }) => done !== undefined && done <= (day ?? "")).length,
            due.length,
          ],
          100,
          "Виконані не пізніше строку поділити на ті, строк яких настав.",
        ),
      ],
      windows: yearly(years, today, (year) =>
        audits.filter((audit) => audit.year === year).map(({ publisher }) => publisher),
      ),
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
          rows.length === active(catalogue).length,
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
    const sets = active(catalogue);
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
  polls({ registers: { polls }, today }) {
    const proposals = polls.flatMap(({ proposals: list }) => list);
    return {
      indicators: [
        count(
          "Опитувань за останні 12 місяців",
          recent(
            polls.map(({ end }) => ({ date: end })),
            today,
          ).length,
          1,
          "Записи реєстру «Опитування», завершені за останні 12 місяців.",
        ),
        share(
          "Пропозицій із рішенням",
          [proposals.filter(({ decision }) => decision !== undefined).length, proposals.length],
          100,
          "Пропозиції, щодо яких записано «враховано» або «не враховано», поділити на всі пропозиції.",
        ),
      ],
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
    const extra = active(catalogue).filter(
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
  publications({ news, registers: { publications }, today }, years) {
    const posts = [
      ...news.filter(({ datasets }) => datasets.length > 0),
      ...publications.filter(({ datasets }) => datasets.length > 0),
    ];
    const windows = years.flatMap((year) =>
      [1, 2, 3, 4].map((quarter): Window => {
        const label = quarterLabel(year, quarter);
        const evidence = posts
          .filter(({ date }) => quarterOf(date) === label && date <= today)
          .map(({ title }) => (typeof title === "string" ? title : title.uk));
        const last = `${year}-${String(quarter * 3).padStart(2, "0")}-31`;
        return { label, met: evidence.length > 0, past: last < today, evidence };
      }),
    );
    return {
      indicators: [
        count(
          "Публікацій про набори за останні 12 місяців",
          recent(posts, today).length,
          4,
          "Новини порталу і записи реєстру «Публікації», що називають хоча б один набір.",
        ),
      ],
      windows,
    };
  },
  guidance({ registers: { materials, acts }, mandated }) {
    const adapted = materials.some(
      ({ kind, act }) =>
        kind === "adaptation" && acts.some(({ id, status }) => id === act && status === "in-force"),
    );
    const codes = new Set([...structures.values()].map(({ set }) => set.code));
    return {
      indicators: [
        count(
          "Методичних матеріалів у переліку",
          materials.length,
          1,
          "Записи реєстру «Методичні матеріали».",
        ),
        yes(
          "Місцеву адаптацію затверджено чинним документом",
          adapted,
          "У реєстрі є матеріал виду «адаптація» з чинним документом.",
        ),
        share(
          "Обов’язкових наборів із шаблоном",
          [mandated.filter(({ code }) => codes.has(code)).length, mandated.length],
          undefined,
          "Набори переліку, для яких рекомендації дають структуру, поділити на всі набори переліку.",
        ),
      ],
    };
  },
  conformity(catalogue) {
    const sets = active(catalogue);
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
    const sets = active(catalogue);
    const charts = sets.reduce((sum, { charts: list }) => sum + list.length, 0);
    return {
      indicators: [
        {
          label: "Дашбордів",
          value: undefined,
          unit: "count",
          goal: 1,
          formula: "Портал ще не має розділу дашбордів.",
        },
        count("Графіків за наборами", charts, undefined, "Графіки, описані в паспортах наборів."),
      ],
    };
  },
  consultations({ registers: { consultations }, today }) {
    const last = recent(consultations, today);
    return {
      indicators: [
        count(
          "Консультацій за останні 12 місяців",
          last.length,
          1,
          "Записи реєстру «Консультації» за останні 12 місяців.",
        ),
        share(
          "Консультацій із відповіддю",
          [last.filter(({ answered }) => answered !== undefined).length, last.length],
          100,
          "Записи з датою відповіді поділити на всі за останні 12 місяців.",
        ),
      ],
    };
  },
  products({ registers: { products }, today }) {
    const live = products.filter(
      ({ status, datasets }) => status === "live" && datasets.length > 0,
    );
    const checked = live.filter(({ checked: day }) => day !== undefined && day > yearBefore(today));
    return {
      indicators: [
        count(
          "Продуктів на даних у переліку",
          live.length,
          1,
          "Записи реєстру «Продукти на даних», що не зникли й називають набір.",
        ),
        share(
          "Продуктів, перевірених за останні 12 місяців",
          [checked.length, live.length],
          100,
          "Записи з датою перевірки за останні 12 місяців поділити на всі.",
        ),
      ],
    };
  },
  events({ registers: { events }, today }) {
    return {
      indicators: [
        count(
          "Заходів і партнерств за останні 12 місяців",
          recent(events, today).length,
          1,
          "Записи реєстру «Заходи і партнерства» за останні 12 місяців.",
        ),
      ],
    };
  },
};

/** Registers whose entries prove what a measure counts. */
export const measureRegisters: Partial<Record<PlanMeasure, RegisterName>> = {
  "legal-acts": "acts",
  "responsible-units": "orders",
  "working-group": "meetings",
  trainings: "trainings",
  rating: "ratings",
  funding: "measures",
  audit: "recommendations",
  monitoring: "cards",
  polls: "polls",
  mandated: "exemptions",
  publications: "publications",
  guidance: "materials",
  consultations: "consultations",
  products: "products",
  events: "events",
};

/**
 * Done: every figure with a goal is known and reaches it, and no past window was missed. Partial: something of it is
 * proved. Unproven: nothing is.
 */
function stateOf({ indicators, windows = [] }: Figures): TaskState {
  const goals = indicators.filter(({ goal }) => goal !== undefined);
  const reached = goals.filter(({ value, goal }) => value !== undefined && value >= (goal ?? 0));
  const past = windows.filter(({ past: over }) => over);
  const missed = past.filter(({ met }) => !met);
  const whole = goals.length + past.length;
  if (whole > 0 && reached.length === goals.length && missed.length === 0) return "done";
  const some = goals.some(({ value }) => (value ?? 0) > 0) || windows.some(({ met }) => met);
  return some ? "partial" : "unproven";
}

function evidenceOf(task: PlanDescriptor["tasks"][number], catalogue: Catalogue): Evidence[] {
  const register = measureRegisters[task.measure];
  return [
    ...(register
      ? catalogue.registers[register].map((entry): Evidence => {
          const title =
            "title" in entry ? entry.title : "unit" in entry ? entry.unit : entry.ground;
          return {
            kind: "register",
            id: entry.id,
            title,
            path: `/registers/${register}/#${entry.id}`,
          };
        })
      : []),
    ...catalogue.datasets
      .filter(({ passport }) => passport.planTasks.includes(task.number))
      .map(
        ({ id, title }): Evidence => ({
          kind: "dataset",
          id,
          title: title.uk,
          path: `/dataset/${id}/`,
        }),
      ),
    ...catalogue.news
      .filter(({ planTasks }) => planTasks.includes(task.number))
      .map(
        ({ slug, title }): Evidence => ({
          kind: "news",
          id: slug,
          title: title.uk,
          path: `/news/${slug}/`,
        }),
      ),
  ];
}

/** Every task of the plan with its figures, counted from the files alone; in the plan's order. */
export function measurePlan(catalogue: Catalogue): TaskResult[] {
  const { plan } = catalogue;
  if (!plan) return [];
  const [first, last] = plan.years;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return plan.tasks.map((task) => {
    const figures = measures[task.measure](catalogue, years);
    return {
      number: task.number,
      state: stateOf(figures),
      indicators: figures.indicators,
      windows: figures.windows ?? [],
      evidence: evidenceOf(task, catalogue),
    };
  });
}
