import { expect, test } from "vitest";
import { inspectFile } from "../inspect/inspection.ts";
import { renderInspectionJson, renderInspectionText } from "../inspect/render.ts";
import { renderPushPlan, renderPushResult } from "../remote/ckan/push-report.ts";
import { sourceOf } from "../table/scan/encoding.ts";
import { fullPortal } from "../test/fixtures/full-portal.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { publishedPortal } from "../test/fixtures/published-portal.ts";
import { toDataPackage } from "./dataset/datapackage.ts";
import { renderPassportCsv } from "./dataset/passport.ts";
import { portalShareImage, shareImageOf } from "./dataset/share-words.ts";
import { renderSkeleton } from "./dataset/skeleton.ts";
import { datasetNodes } from "./dcat/dcat-dataset.ts";
import { toSchemaOrg } from "./dcat/schema-org.ts";
import type { HarvestRun } from "./harvest/replay.ts";
import { renderBadge } from "./reports/badge.ts";
import {
  renderFeedbackCheck,
  renderLinks,
  renderLinksText,
  renderNationalPortal,
} from "./reports/checks.ts";
import { repositoryForm } from "./reports/feedback.ts";
import { renderHarvestReport } from "./reports/harvest-report.ts";
import {
  hasStructure,
  renderFileMetadata,
  renderStructureCsv,
  renderStructureJson,
} from "./tables/structure.ts";

const catalogue = catalogueOf(publishedPortal);

test("what will be pushed to CKAN, and what was", () => {
  const step = (
    action: "create" | "update" | "withdraw" | "delete" | "keep",
    ...fields: string[]
  ) => ({
    action,
    name: `kr-${action}`,
    title: "Набір",
    fields,
  });
  const plan = (...steps: ReturnType<typeof step>[]) =>
    renderPushPlan({ steps, foreign: [] } as unknown as Parameters<typeof renderPushPlan>[0]);
  expect(plan()).toBe("План: усе вже так, як треба, без змін — 0.\n");
  expect(plan(step("keep"), step("keep"))).toBe("План: усе вже так, як треба, без змін — 2.\n");
  expect(
    renderPushPlan({
      steps: [
        step("create"),
        step("update", "title", "notes"),
        step("withdraw"),
        step("delete"),
        step("keep"),
      ],
      foreign: ["чужий", "ще-один"],
    } as unknown as Parameters<typeof renderPushPlan>[0]),
  ).toBe(`План: змін — 4, без змін — 1.
  створити: kr-create — Набір
  оновити: kr-update — Набір (title, notes)
  позначити вилученим: kr-withdraw — Набір
  стерти: kr-delete — Набір
  чужі набори організації, лишаються як є: чужий, ще-один
`);
  expect(renderPushResult({ done: 3, failed: 0, stopped: undefined })).toBe(
    "Зроблено — 3, не вдалося — 0.\n",
  );
  expect(renderPushResult({ done: 1, failed: 2, stopped: "немає зв’язку" })).toBe(
    "Зроблено — 1, не вдалося — 2. Зупинено: немає зв’язку. Усуньте причину й запустіть ще раз: зроблене не повториться.\n",
  );
});

test("what harvesters would do", () => {
  const run = (created: number, deleted: number): HarvestRun =>
    ({
      harvester: "CKAN",
      created: Array.from({ length: created }, (_, at) => `n${at}`),
      updated: [],
      deleted: Array.from({ length: deleted }, (_, at) => `d${at}`),
      filesKept: 4,
      filesRecreated: 1,
    }) as unknown as HarvestRun;
  const finding = (severity: "error" | "warning") => ({
    severity,
    message: "Не так.",
    hint: "Змініть.",
  });
  expect(renderHarvestReport({ previous: 2, next: 3 }, [run(5, 6)], [finding("warning")])).toBe(
    `Наборів було — 2, стало — 3.

CKAN
  наборів: створить — 5 (n0, n1, n2, n3, n4), оновить — 0, вилучить — 6 (d0, d1, d2, d3, d4 та ще 1)
  файлів: збереже — 4, створить заново — 1

попередження: Не так.
  що зробити: Змініть.

Каталог можна публікувати.
`,
  );
  expect(
    renderHarvestReport(
      { previous: 0, next: 0 },
      [],
      [finding("error"), finding("warning"), finding("error")],
    ),
  ).toContain("Каталог публікувати не можна: помилок — 2.");
});

test("checks of links as files and as text", () => {
  const link = (url: string, failures: number, since?: string) => ({
    url,
    answer: failures === 0 ? "200" : "404",
    failures,
    ...(since === undefined ? {} : { since }),
  });
  const check = {
    checked: "2026-11-23",
    links: [
      link("https://a.example.org/", 0),
      link("https://b.example.org/", 2, "2026-11-01"),
      link("https://c.example.org/", 3, "2026-10-01"),
    ],
  };
  expect(renderLinks(check)).toMatchSnapshot();
  expect(renderLinks({ ...check, links: [] })).toMatchSnapshot();
  const text = (...failures: number[]) =>
    renderLinksText({ ...check, links: failures.map((times) => link("https://b.ua/", times)) });
  expect(text(0, 2, 3, 4)).toBe(
    "Адрес: 4; не відкрилися: 3; з них тричі поспіль або більше: 2.\n  https://b.ua/ — 404, невдач поспіль: 2\n  https://b.ua/ — 404, невдач поспіль: 3\n  https://b.ua/ — 404, невдач поспіль: 4\n",
  );
  expect(text(0)).toBe("Адрес: 1; не відкрилися: 0; з них тричі поспіль або більше: 0.\n");
  const national = {
    checked: "2026-11-23",
    url: "https://data.gov.ua/",
    found: [{ id: "a", modified: "2026-11-01" }],
  };
  expect(renderNationalPortal(national)).toMatchSnapshot();
  expect(renderNationalPortal({ ...national, found: [] })).toMatchSnapshot();
  expect(renderFeedbackCheck("2026-11-23")).toBe(
    "# Записано командою npm run feedback; руками не правлять.\nchecked: 2026-11-23\n",
  );
});

test("addresses of the repository's forms", () => {
  const at = "https://github.com/council/data/";
  expect(repositoryForm(at, "data", "stops")).toBe(
    "https://github.com/council/data/issues/new?template=data-request.yml&dataset=stops",
  );
  expect(repositoryForm(at, "proposal", "poll-1")).toBe(
    "https://github.com/council/data/issues/new?template=proposal.yml&poll=poll-1",
  );
  expect(repositoryForm("https://github.com/council/data", "error")).toBe(
    "https://github.com/council/data/issues/new?template=data-error.yml",
  );
});

test("badges of a publisher", () => {
  const of = (score: number, place: number) =>
    renderBadge(
      { title: "Рада", score, points: score } as unknown as Parameters<typeof renderBadge>[0],
      place,
      7,
    );
  for (const score of [0, 0.3, 0.5, 0.75, 1, 20, 50, 75, 90, 100])
    expect(of(score, 2)).toMatchSnapshot();
});

test.each(catalogue.datasets.map((dataset) => [dataset.id, dataset] as const))(
  "%s for Google and for shared links",
  (_, dataset) => {
    expect(toSchemaOrg(dataset, catalogue)).toMatchSnapshot();
    expect(shareImageOf(dataset, catalogue.today)).toMatchSnapshot();
  },
);
test("the portal's own picture, and a new set's files", () => {
  expect(portalShareImage(catalogue)).toMatchSnapshot();
  expect(
    renderSkeleton("budget", {
      publisher: "council",
      email: "data@example.gov.ua",
      place: "UA35040210000014072",
      schemas: "src/schemas/json",
    }),
  ).toMatchSnapshot();
});

test.each<[what: string, text: string]>([
  ["with nothing to mend", "id,name,sum\n1,а,5\n2,б,6\n"],
  ["with much to mend", "\ufeffНазва;Дата;Сума\nа ;01.02.2024;1 234,5\nб;03.04.2024;2 000,0\n\n"],
  ["with people", "ПІБ,n\nВербовий Остап,1\nСтавчук Уляна,2\nЛевадна Ніна,3\n"],
  ["that is none", "%PDF-1.7\n"],
  ["empty", ""],
])("an inspection of a table %s, as text and as JSON", async (_, text) => {
  const inspection = await inspectFile("table.csv", sourceOf(new TextEncoder().encode(text)));
  let clean = "";
  const repairs =
    (await inspection.clean?.((part) => {
      clean += part;
    })) ?? [];
  const left = await inspectFile("table.csv", sourceOf(new TextEncoder().encode(clean)));
  const helpOf = (rule: string) => `https://example.org/help/${rule}/`;
  expect(renderInspectionText(inspection, repairs, helpOf)).toMatchSnapshot();
  expect(renderInspectionText(inspection, repairs, helpOf, left.findings)).toMatchSnapshot();
  expect(renderInspectionJson(inspection, repairs)).toMatchSnapshot();
});

/** A set whose structure says everything a structure can say. */
const described = catalogueOf({
  ...fullPortal,
  "data/datasets/routes/datapackage.yaml": (
    fullPortal["data/datasets/routes/datapackage.yaml"] ?? ""
  )
    .replace(
      "- { name: kind, type: string, title: Вид }",
      "- { name: kind, type: string, title: Вид, description: Вид транспорту, example: автобус, constraints: { enum: [автобус, тролейбус], minLength: 3, maxLength: 20 } }",
    )
    .replace(
      "constraints: { minimum: 1 }",
      "constraints: { minimum: 1, maximum: 99, unique: false, required: false }",
    )
    .replace(
      "frequency: monthly",
      'frequency: monthly\nversion: "2.0"\nversionNotes: Додано напрямок руху.\nsources: [{ title: Перевізник, path: https://example.com/routes }, { title: Заміри }]',
    )
    .replace(
      "  - name: stops\n",
      `  - name: stations
    title: Станції
    description: Зупинки залізниці.
    page: https://example.com/stations
    format: CSV
    schema:
      fields:
        - { name: id, type: integer, title: Номер, constraints: { pattern: "[0-9]+" } }
        - { name: open, type: boolean, title: Відкрита }
  - name: stops
`,
    )
    .replace(
      "- { name: next, type: string,",
      '- { name: next, type: string, constraints: { pattern: "[0-9]{2}" },',
    ),
}).datasets.find(({ id }) => id === "routes");
test("a structure that says everything, in every form it has", () => {
  if (!described) throw new Error("There is no such set.");
  for (const render of [renderStructureCsv, renderStructureJson])
    expect(render(described)).toMatchSnapshot();
  for (const file of ["routes.csv", "stops.csv", "other.csv"])
    expect(renderFileMetadata(described, file)).toMatchSnapshot();
  expect(toDataPackage(described, catalogue)).toMatchSnapshot();
  expect(toSchemaOrg(described, catalogue)).toMatchSnapshot();
  expect(datasetNodes(described, catalogue)).toMatchSnapshot();
  expect(renderPassportCsv(described, catalogue)).toMatchSnapshot();
  expect(hasStructure(described)).toBe(true);
  expect(
    catalogue.datasets
      .filter(hasStructure)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["stops", "trees-2025"]);
});
