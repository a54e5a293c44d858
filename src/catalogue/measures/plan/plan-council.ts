import { published } from "../../../model/catalogue.ts";
import { brokenLinks } from "../quality/links.ts";
import { compareWithList } from "./approved-list.ts";
import { auditYears } from "./audit.ts";
import { count, type Measure, recent, share, yearBefore, yearly, yes } from "./plan-indicators.ts";

/** What the council arranged for a task: acts, units, meetings, trainings, money, audits, polls; as registers and audits say. */
export const councilMeasures = {
  "legal-acts"(catalogue) {
    const { acts } = catalogue.registers;
    const inForce = acts.filter(({ status }) => status === "in-force");
    const { listed, inBoth, absent } = compareWithList(catalogue);
    const sets = published(catalogue);
    return {
      indicators: [
        yes(
          "Діє Положення про набори даних",
          inForce.some(({ kind }) => kind === "regulation"),
          "У реєстрі «Нормативна база» є чинний документ виду «положення».",
        ),
        share(
          "Наборів каталогу в затвердженому переліку",
          [inBoth.length, listed ? sets.length : 0],
          100,
          "Набори, названі в чинному переліку, поділити на всі набори каталогу.",
        ),
        share(
          "Наборів затвердженого переліку на порталі",
          [inBoth.length, inBoth.length + absent.length],
          100,
          "Чинні на порталі набори переліку поділити на всі набори переліку, разом із тими, яких на порталі ще немає.",
        ),
      ],
    };
  },
  "responsible-units"(catalogue) {
    const { registers, today, publishers } = catalogue;
    const broken = brokenLinks(catalogue);
    const holders = publishers.filter(({ datasets }) => datasets.length > 0);
    const valid = registers.orders.filter(
      ({ date, until, path }) =>
        date <= today && (until === undefined || until >= today) && !broken.has(path ?? ""),
    );
    const withOrder = holders.filter(({ id }) => valid.some(({ publisher }) => publisher === id));
    return {
      indicators: [
        share(
          "Розпорядників із чинним наказом",
          [withOrder.length, holders.length],
          100,
          "Розпорядники з наборами, у яких є чинний сьогодні наказ про відповідальних, поділити на всіх розпорядників із наборами. Наказ, сторінка якого не відкрилася тричі поспіль, не рахують.",
        ),
        share(
          "Наказів, за якими змінено посадові інструкції",
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
          "Суму профінансованого за всіма заходами поділити на суму запланованого.",
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
          "Розпорядники з наборами, чия форма аудиту за останній рік, який перевіряли, є в data/audits, поділити на всіх розпорядників із наборами.",
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
  polls({ registers: { polls, requests, acts }, today }, years) {
    const proposals = [
      ...polls.flatMap(({ proposals: list }) => list),
      ...requests.filter(({ kind }) => kind === "proposal"),
    ];
    const lists = acts.filter(({ kind, date }) => kind === "list" && date >= `${years[0]}-01-01`);
    const asked = lists.filter(({ poll, date }) =>
      polls.some(({ id, end }) => id === poll && end <= date && end > yearBefore(date)),
    );
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
        share(
          "Переліків, затверджених з урахуванням опитування",
          [asked.length, lists.length],
          100,
          "Переліки від початку плану, що посилаються на опитування, завершене не більш як за 12 місяців до затвердження, поділити на всі такі переліки.",
        ),
      ],
    };
  },
} satisfies Record<string, Measure>;
