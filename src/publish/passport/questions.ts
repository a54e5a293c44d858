import { passportFields, type WrittenPassport } from "../../schemas/data/dataset.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { frequencies } from "../../vocabularies/dcat/frequencies.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { publishersOf } from "./find-publisher.ts";
import type { ProposedColumns } from "./propose-columns.ts";

/** One thing that only a person knows: a step of its own. All its words are Ukrainian, for publishers. */
export type Question = {
  field: keyof WrittenPassport | "columns";
  question: string;
  /** Why it is asked. */
  why: string;
  example: string;
  help: string;
  kind: "text" | "long" | "words" | "choice" | "choices" | "period" | "columns";
  /** Most characters. */
  limit?: number;
  options?: { value: string; label: string }[];
  /** Columns without a title, of a question on columns. */
  columns?: string[];
  /** It may be left without an answer. */
  optional?: true;
};

type Step = Omit<Question, "options" | "columns" | "limit">;

const steps: readonly Step[] = [
  {
    field: "title",
    kind: "text",
    question: "Як називається набір даних?",
    why: "За назвою набір знаходять у пошуку і впізнають серед інших.",
    example: "Заклади дошкільної освіти громади, 2026",
    help: "Скажіть, про що таблиця, де це і за який час. Без скорочень, номерів наказів і слів «реєстр даних про».",
  },
  {
    field: "description",
    kind: "long",
    question: "Що є в таблиці?",
    why: "Читач має зрозуміти, чи це те, що він шукає, не відкриваючи файлу.",
    example:
      "Один рядок — один заклад: назва, адреса, кількість груп і місць. Дані управління освіти на 1 вересня. Приватних садків у таблиці немає.",
    help: "Два-три речення: що є одним рядком, звідки дані, чого в них немає.",
  },
  {
    field: "purpose",
    kind: "long",
    question: "На якій підставі і для чого ви збираєте ці дані?",
    why: "Цього вимагає пункт 7 Положення про набори даних (постанова № 835).",
    example: "Закон України «Про дошкільну освіту»; щоб планувати мережу закладів.",
    help: "Назвіть закон, рішення чи положення і мету одним реченням.",
  },
  {
    field: "publisher",
    kind: "choice",
    question: "Хто розпорядник даних?",
    why: "Набір належить підрозділу чи підприємству, яке створило дані й відповідає за них.",
    example: "Управління освіти",
    help: "Почніть писати назву або скорочення: «освіти», «УО», «ЦНАП».",
  },
  {
    field: "frequency",
    kind: "choice",
    question: "Як часто ви оновлюватимете таблицю?",
    why: "Портал стежить за строком і нагадує; прострочений набір видно всім.",
    example: "Щороку",
    help: "Оберіть те, що справді встигатимете. Якщо таблиця закрита і більше не зміниться — «Більше не оновлюється».",
  },
  {
    field: "keywords",
    kind: "words",
    question: "За якими словами цю таблицю шукатимуть?",
    why: "Люди шукають своїми словами, а не словами назви.",
    example: "дитячий садок, дошкілля, черга в садок",
    help: "Три-сім слів або словосполучень через кому; лапок і дужок не треба.",
  },
  {
    field: "themes",
    kind: "choices",
    question: "Про що ці дані?",
    why: "За темами набори групують тут, на data.gov.ua і на порталі ЄС.",
    example: "Освіта, культура, спорт",
    help: "Одна-дві теми.",
  },
  {
    field: "temporal",
    kind: "period",
    question: "За який час дані?",
    why: "Читач має знати, чи таблиця про торік, чи про десять років тому.",
    example: "з 2025-09-01 до 2026-05-31",
    help: "Перший і останній день, про які дані. Якщо таблиця — на один день, вкажіть його двічі.",
    optional: true,
  },
  {
    field: "columns",
    kind: "columns",
    question: "Як звуться ці колонки українською?",
    why: "Назви латиницею зрозумілі програмам; людям потрібні слова.",
    example: "lat — Широта",
    help: "Одне-чотири слова й одиниця виміру, якщо вона є.",
  },
];

const optionsOf = (field: Question["field"], facts: PortalFacts): Question["options"] => {
  switch (field) {
    case "publisher":
      return publishersOf(facts).map(({ id, title }) => ({ value: id, label: title }));
    case "frequency":
      return Object.entries(frequencies).map(([value, { uk }]) => ({ value, label: uk }));
    case "themes":
      return Object.entries(themes).map(([value, { uk }]) => ({ value, label: uk }));
    default:
      return undefined;
  }
};

/** The question about one field. Throws where nobody is asked about it. */
export function questionOf(field: Question["field"], facts: PortalFacts): Question {
  const step = steps.find((one) => one.field === field);
  if (!step) throw new Error(`There is no question about "${field}".`);
  const options = optionsOf(field, facts);
  const limit = field === "columns" ? undefined : passportFields[field].limit;
  return {
    ...step,
    ...(limit === undefined ? {} : { limit }),
    ...(options ? { options } : {}),
  };
}

/** What a passport still lacks, in the order to ask; of columns only those without a title. */
export const questionsFor = (
  values: Partial<WrittenPassport>,
  { untitled }: Pick<ProposedColumns, "untitled">,
  facts: PortalFacts,
): Question[] =>
  steps
    .filter(({ field }) =>
      field === "columns" ? untitled.length > 0 : values[field] === undefined,
    )
    .map(({ field }) => ({
      ...questionOf(field, facts),
      ...(field === "columns" ? { columns: untitled } : {}),
    }));
