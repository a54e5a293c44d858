import { expect, test } from "vitest";
import { hasErrors } from "../../../model/reports/finding.ts";
import { treeOf } from "../../../model/tree.ts";
import { examplePortal } from "../../../rules/example-portal.ts";
import { readTable } from "../../../table/read-table.ts";
import { portalFactsOf } from "../../../test/fixtures/portal-facts-of.ts";
import { judgeSubmission } from "../../judge/judge-submission.ts";
import { passportText, passportValues } from "../../passport/passport-text.ts";
import { figureNow } from "../../story/inserts/figure-now.ts";
import { publishedPassport } from "../change-dataset.ts";
import { bytesOf } from "../new-dataset.ts";
import { tablesOf } from "../newer-table.ts";
import { type Fate, fatesIn, fateText } from "./fates.ts";
import { updateWithColumns } from "./update-columns.ts";

const passport = "data/datasets/stops/datapackage.yaml";
const news = "content/news/stops.mdx";
const head =
  "---\ntitle: Зупинки\ndate: 2026-01-01\ndescription: Скільки їх.\ndatasets: [stops]\n---\n";
const text = (...blocks: string[]) => `${head}${blocks.join("\n\n")}\n`;
const own =
  '<Chart dataset="stops" title="Платформи зупинок" kind="bar" x="name" y="platforms" limit="5" />';
const total =
  'Разом <Figure dataset="stops" of="sum" column="platforms" where="name=Вокзал" label="платформ &amp; місць" /> біля вокзалу.';
const rows = '<Figure dataset="stops" of="rows" label="зупинок" />';
const named = '<Chart dataset="stops" name="by-name" />';
const chart = {
  name: "by-name",
  title: "Зупинки за назвами",
  resource: "stops",
  kind: "bar" as const,
  x: "name",
  y: ["platforms"],
};

const described = examplePortal[passport] ?? "";
const portal: Record<string, string> = {
  ...examplePortal,
  [passport]: passportText({ ...passportValues(described), charts: [chart] }, described),
  [news]: text("Перше.", own, total, named, rows, "Останнє."),
};
const facts = portalFactsOf(treeOf(portal));
const files = new Map(
  Object.entries(portal)
    .filter(([path]) => path.startsWith("data/datasets/stops/"))
    .map(([path, written]) => [path, bytesOf(written)]),
);
const dataset = { id: "stops", files };

/** What is sent of a table, as was said of the columns it has not. */
function sent(table: string, fates: Record<string, Fate>) {
  const [resource] = tablesOf(dataset);
  if (!resource) throw new Error("The example has a table.");
  const clean = bytesOf(table);
  const report = readTable(clean, { form: "published" });
  const answers = Object.fromEntries(
    Object.entries(fates).map(([name, fate]) => [name, fateText(fate)]),
  );
  const { submission, columns } = updateWithColumns(
    dataset,
    resource,
    { report, clean, fates: fatesIn(answers) },
    {
      facts,
      sources: new Map([[news, bytesOf(portal[news] ?? "")]]),
      frozen: (figure) => figureNow(figure, { facts, files }),
    },
  );
  const written = (path: string) => {
    const bytes = submission.files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  };
  const values = passportValues(written(passport) ?? publishedPassport(dataset));
  return {
    columns,
    news: written(news),
    head: written("data/datasets/stops/stops.csv")?.split("\n")[0],
    charts: values.charts,
    schema: values.resources?.[0]?.schema,
    errors: judgeSubmission({ facts, files }, submission)
      .filter((finding) => hasErrors([finding]))
      .map(({ message }) => message),
  };
}

const renamed = "id,name,seats\n1,Вокзал,3\n";

test("what names a column that went is told: charts of the set, charts and numbers of texts", () => {
  const { columns, errors } = sent(renamed, {});
  const inNews = { file: news, title: "Зупинки" };
  expect(columns).toMatchObject({
    gone: [
      {
        name: "platforms",
        title: "Кількість платформ",
        places: [
          { kind: "chart", title: "Зупинки за назвами" },
          { kind: "chart", title: "Платформи зупинок", text: inNews },
          { kind: "figure", title: "платформ & місць", text: inNews },
          { kind: "chart", title: "Зупинки за назвами", text: inNews },
        ],
      },
    ],
    came: [{ name: "seats" }],
    texts: [],
    goneCharts: [],
  });
  const unfound = "Колонки «platforms» немає в наборі «stops».";
  expect(errors).toEqual([
    unfound,
    unfound,
    "Колонки «platforms» для графіка «by-name» немає в таблиці.",
  ]);
});

test("a column that keeps its former name leaves everything as it was", () => {
  const {
    columns,
    news: text,
    ...rest
  } = sent(renamed, {
    platforms: { column: "seats", named: "before" },
  });
  expect([text, columns.texts, rest.head, rest.charts, rest.errors]).toEqual([
    undefined,
    [],
    "id,name,platforms",
    [chart],
    [],
  ]);
  expect(rest.schema).toEqual(passportValues(described).resources?.[0]?.schema);
});

test("a column with a new name is named so by all that shows it", () => {
  const { news: text, ...rest } = sent(renamed, { platforms: { column: "seats", named: "now" } });
  expect(text).toBe((portal[news] ?? "").replaceAll('="platforms"', '="seats"'));
  expect([rest.head, rest.charts, rest.errors]).toEqual([
    "id,name,seats",
    [{ ...chart, y: ["seats"] }],
    [],
  ]);
  expect(rest.schema?.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    "id: string",
    "name: string",
    "seats: integer",
  ]);
});

test("of a column that is gone charts go, and numbers stay as they are", () => {
  const { news: sentText, columns, ...rest } = sent("id,name\n1,Вокзал\n", { platforms: "gone" });
  const frozen = 'Разом <Figure value="2" label="платформ &amp; місць" /> біля вокзалу.';
  expect(sentText).toBe(text("Перше.", frozen, rows, "Останнє."));
  expect([columns.goneCharts, rest.charts, rest.errors]).toEqual([
    ["Зупинки за назвами"],
    undefined,
    [],
  ]);
});

test("what was said of a column that is there again holds no more", () => {
  const { news: text, charts } = sent("id,name,platforms\n1,Вокзал,3\n", { platforms: "gone" });
  expect([text, charts]).toEqual([undefined, [chart]]);
});

test("a key and a place among the columns follow a new name", () => {
  const { schema } = sent("code,name,platforms\n1,Вокзал,3\n", {
    id: { column: "code", named: "now" },
  });
  expect([schema?.primaryKey, schema?.fields.map(({ name }) => name)]).toEqual([
    "code",
    ["code", "name", "platforms"],
  ]);
});
