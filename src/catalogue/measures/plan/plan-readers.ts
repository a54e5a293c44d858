import type { Window } from "../../../model/plan.ts";
import { structures } from "../../../vocabularies/structures.ts";
import { brokenLinks, reachedLinks } from "../quality/links.ts";
import {
  count,
  type Measure,
  quarterLabel,
  quarterOf,
  recent,
  share,
  yearBefore,
  yes,
} from "./plan-indicators.ts";

/** What a task gave to readers: publications, guidance, consultations, products, events; as registers and news say. */
export const readerMeasures = {
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
  guidance(catalogue) {
    const { registers, mandated } = catalogue;
    const { materials, acts } = registers;
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
        share(
          "Матеріалів, що відкриваються",
          reachedLinks(
            catalogue,
            materials.map(({ path }) => path),
          ),
          undefined,
          "Адреси матеріалів, крім тих, що не відкрилися тричі поспіль, поділити на всі перевірені.",
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
  products(catalogue) {
    const { registers, today } = catalogue;
    const broken = brokenLinks(catalogue);
    const live = registers.products.filter(
      ({ status, datasets, path }) => status === "live" && datasets.length > 0 && !broken.has(path),
    );
    const checked = live.filter(({ checked: day }) => day !== undefined && day > yearBefore(today));
    return {
      indicators: [
        count(
          "Продуктів, створених на основі даних",
          live.length,
          1,
          "Продукти з реєстру, що працюють, відкриваються й мають указаний набір.",
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
} satisfies Record<string, Measure>;
