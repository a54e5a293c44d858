import { quote } from "../../../model/reports/finding.ts";
import type { ContentNode, DatasetSource } from "../../../model/repository.ts";
import {
  type ChartQuery,
  chartQuerySchema,
  figureQuerySchema,
} from "../../../schemas/content/query.ts";
import { pinnedFile } from "../../../schemas/data/pinned.ts";
import { suggest } from "../../closest.ts";
import { error, type Rule } from "../../rule.ts";

const schemas = { Chart: chartQuerySchema, Figure: figureQuerySchema };
const usage = {
  Chart:
    'Потрібні dataset, title, kind ("bar" або "line"), x; можна y, where ("колонка=значення"), per ("year", "month", "street"), by, as ("share", "index"), and ("набір:колонка:число") з names, finding, sort, limit, divideBy, unit, resource, а для англійської сторінки — en, enNames, enFinding, enUnit.',
  Figure:
    'Потрібні dataset, of ("rows", "sum", "mean", "minimum", "maximum"), label, а до чисел — column; можна where, divideBy, unit, resource, а для англійської сторінки — en, enUnit.',
};

type Component = Extract<ContentNode, { kind: "component" }>;

/** Is an insert a question to a table, and not a chart of the passport or a number written out? */
export const asksTable = ({ name, attributes }: Component): boolean =>
  (name === "Chart" && attributes.name === undefined) ||
  (name === "Figure" && attributes.dataset !== undefined);

/** Does a resource's file lie in the repository, so that it is there whenever the portal is built? */
const isHere = ({ value }: DatasetSource, index: number): boolean => {
  const resource = value.resources[index];
  return resource !== undefined && pinnedFile(resource) === undefined;
};

/** What keeps a question from being answered: a dataset, table or column that is not there, a column without numbers. */
function problemOf(
  datasets: readonly DatasetSource[],
  {
    dataset,
    resource,
    where = [],
    ...rest
  }: Pick<ChartQuery, "dataset" | "resource" | "where"> & {
    x?: string;
    by?: string | undefined;
    y?: string[] | undefined;
    column?: string | undefined;
  },
): { message: string; hint: string } | undefined {
  const source = datasets.find(({ id }) => id === dataset);
  if (!source)
    return {
      message: `Набору ${quote(dataset)} немає на порталі.`,
      hint: suggest(
        dataset,
        datasets.map(({ id }) => id),
      ),
    };
  const names = source.value.resources.map(({ name }) => name);
  const asked = source.value.resources.find(({ name }) => name === resource);
  if (asked && pinnedFile(asked))
    return {
      message: `Таблиця ${quote(resource)} лежить на іншому сервері: без неї сторінку не було б із чого скласти.`,
      hint: "Покладіть у набір підсумкову таблицю й запитуйте її.",
    };
  const found = source.tables.find(({ resource: index }) =>
    resource === undefined ? isHere(source, index) : names[index] === resource,
  );
  if (!found?.table || !found.schema)
    return {
      message: `У наборі ${quote(dataset)} немає таблиці${resource === undefined ? "" : ` ${quote(resource)}`} зі структурою.`,
      hint: `Таблиці набору: ${names.join(", ")}.`,
    };
  const { header } = found.table;
  const numbers = [...(rest.y ?? []), ...(rest.column === undefined ? [] : [rest.column])];
  const columns = [
    ...(rest.x === undefined ? [] : [rest.x]),
    ...(rest.by === undefined ? [] : [rest.by]),
    ...numbers,
    ...where.map(({ column }) => column),
  ];
  const unknown = columns.find((column) => !header.includes(column));
  if (unknown !== undefined)
    return {
      message: `Колонки ${quote(unknown)} немає в наборі ${quote(dataset)}.`,
      hint: suggest(unknown, header),
    };
  const text = numbers.find((name) =>
    found.schema?.fields.some(
      (field) => field.name === name && field.type !== "number" && field.type !== "integer",
    ),
  );
  return text === undefined
    ? undefined
    : {
        message: `Колонка ${quote(text)} не числова.`,
        hint: "Виберіть колонку з числами або рахуйте рядки.",
      };
}

const chart = (attributes: string) =>
  `---\ntitle: Зупинки\ndate: 2026-01-01\ndescription: Опис\n---\n<Chart dataset="stops" title="Платформи" kind="bar" ${attributes} />\n`;

export const queryAnswered: Rule = {
  id: "query-answered",
  title: "Запитання до таблиці має відповідь",
  why: "Графік і число на дашборді рахуються з таблиці набору щоразу, коли портал оновлюється: набір і колонки, які вони називають, мусять бути.",
  check: ({ texts, datasets }) =>
    texts.flatMap(({ file, nodes }) =>
      nodes.flatMap((node) => {
        if (node.kind !== "component" || !asksTable(node)) return [];
        const { name, attributes, line } = node as Component & { name: "Chart" | "Figure" };
        const place = { file, line };
        const parsed = schemas[name].safeParse(attributes);
        if (!parsed.success)
          return [
            error(queryAnswered, {
              place,
              message: `Атрибути вставки ${quote(name)} зайві, відсутні або хибні: ${
                [
                  ...new Set(
                    parsed.error.issues.flatMap((issue) =>
                      issue.code === "unrecognized_keys" ? issue.keys : issue.path.map(String),
                    ),
                  ),
                ].join(", ") || "column"
              }.`,
              hint: usage[name],
            }),
          ];
        const others = "and" in parsed.data ? (parsed.data.and ?? []) : [];
        const asked = [
          parsed.data,
          ...others.map(({ y, ...other }) => ({
            ...other,
            ...(y === undefined ? {} : { y: [y] }),
          })),
        ];
        const [problem] = asked.flatMap((one) => problemOf(datasets, one) ?? []);
        return problem ? [error(queryAnswered, { place, ...problem })] : [];
      }),
    ),
  examples: [
    {
      when: "графік рахує платформи",
      files: { "content/dashboards/a.mdx": chart('x="name" y="platforms"') },
      messages: [],
    },
    {
      when: "колонку названо з помилкою",
      files: { "content/dashboards/a.mdx": chart('x="name" y="platform"') },
      mended: { "content/dashboards/a.mdx": chart('x="name" y="platforms"') },
      messages: ["Колонки «platform» немає в наборі «stops»."],
    },
    {
      when: "сумують колонку з текстом",
      files: { "content/dashboards/a.mdx": chart('x="id" y="name"') },
      messages: ["Колонка «name» не числова."],
    },
    {
      when: "поруч поставлено набір, якого немає",
      files: { "content/dashboards/a.mdx": chart('x="name" and="routes:name"') },
      messages: ["Набору «routes» немає на порталі."],
    },
    {
      when: "зайвий атрибут",
      files: { "content/dashboards/a.mdx": chart('x="name" colour="red"') },
      messages: ["Атрибути вставки «Chart» зайві, відсутні або хибні: colour."],
    },
    {
      when: "сума без колонки",
      files: {
        "content/dashboards/a.mdx":
          '---\ntitle: Зупинки\ndate: 2026-01-01\ndescription: Опис\n---\n<Figure dataset="stops" of="sum" label="платформ" />\n',
      },
      messages: ["Атрибути вставки «Figure» зайві, відсутні або хибні: column."],
    },
  ],
};
