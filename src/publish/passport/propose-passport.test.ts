import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree } from "../../read/tree.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { cleaned } from "../../test/fixtures/cleaned.ts";
import { portalFactsOf } from "../../test/fixtures/portal-facts-of.ts";
import { officialExample } from "../../test/fixtures/real-files.ts";
import { bytesOf, newDataset } from "../change/new-dataset.ts";
import { withNames } from "../change/with-names.ts";
import { judgeSubmission } from "../judge/judge-submission.ts";
import { type Answers, completePassport } from "./complete-passport.ts";
import { type KnownTable, type ProposedPassport, proposePassport } from "./propose-passport.ts";
import { readClean } from "./read-clean.ts";

const facts = portalFactsOf(readTree(project));

async function propose(
  table: string | Uint8Array,
  file: string,
  said: Partial<KnownTable> = {},
): Promise<{ proposed: ProposedPassport; clean: Uint8Array<ArrayBuffer> }> {
  const bytes = typeof table === "string" ? bytesOf(table) : table;
  const { inspection, text } = await cleaned(bytes, file);
  const clean = bytesOf(text);
  return {
    clean,
    proposed: proposePassport({ inspection, report: readClean(inspection, clean), ...said }, facts),
  };
}
const proposedAs = ({ proposals }: ProposedPassport, field: string): unknown =>
  proposals.find((one) => one.field === field)?.value;
const asked = ({ questions }: ProposedPassport) => questions.map(({ field }) => field);

const schools =
  "№ з/п;Код закладу;Назва;Кількість учнів;Відкрито\n1;101;Школа 1;320;2026-09-01\n2;102;Школа 2;;2026-10-12\n";

describe("a clerk's table of schools", () => {
  test("what its file and columns say is proposed, and only the rest is asked", async () => {
    const { proposed } = await propose(schools, "Школи міста 2026 (остаточний).csv", {
      publisher: "education-department",
    });
    expect([proposed.id, proposed.path]).toEqual(["shkoly-mista-2026", "shkoly-mista-2026.csv"]);
    expect(
      Object.fromEntries(proposed.proposals.map(({ field, value }) => [field, value])),
    ).toMatchObject({
      title: "Школи міста 2026",
      publisher: "education-department",
      contact: { email: "data@krmr.gov.ua" },
      keywords: ["школи"],
      themes: ["EDUC"],
      language: ["uk"],
      licenses: [{ name: "CC-BY-4.0" }],
      spatial: ["UA35040210000014072"],
      temporal: { start: "2026-09-01", end: "2026-10-12" },
    });
    // What a person is asked to agree with says where it was found.
    expect(
      proposed.proposals.flatMap(({ field, because }) => (because ? [[field, because]] : [])),
    ).toEqual([
      ["title", "file"],
      ["publisher", "behalf"],
      ["keywords", "title"],
      ["themes", "columns"],
      ["temporal", "dates"],
    ]);
    expect(asked(proposed)).toEqual(["description", "purpose", "frequency"]);
  });

  test("its columns have types, titles and the key that tells rows apart", async () => {
    const { columns } = (await propose(schools, "Школи.csv")).proposed;
    expect(columns).toEqual({
      fields: [
        { name: "number", type: "integer", title: "№ з/п" },
        {
          name: "kodZakladu",
          type: "integer",
          title: "Код закладу",
          constraints: { required: true },
        },
        { name: "nazva", type: "string", title: "Назва" },
        { name: "kilkistUchniv", type: "integer", title: "Кількість учнів" },
        { name: "vidkryto", type: "date", title: "Відкрито" },
      ],
      primaryKey: "kodZakladu",
      untitled: [],
    });
  });

  test("an id that is taken gets a number", async () => {
    const { proposed } = await propose(schools, "a.csv", { title: "Schools" });
    expect(proposed.id).toBe("schools-2");
  });

  test("with what was asked answered, the portal has nothing against the set", async () => {
    const { proposed, clean } = await propose(schools, "Школи міста 2026.csv", {
      publisher: "education-department",
    });
    const answers: Answers = {
      description: "Один рядок — одна школа міста з кількістю учнів.",
      purpose: "Закон України «Про повну загальну середню освіту»; щоб планувати мережу.",
      frequency: "yearly",
    };
    const names = proposed.columns.fields.map(({ name }) => name);
    const submission = newDataset(
      proposed.id,
      completePassport(proposed, answers),
      new Map([[proposed.path, withNames(clean, names)]]),
    );
    expect(
      judgeSubmission({ facts }, submission).filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });
});

describe("what cannot be found out is asked", () => {
  test("a title nobody gave yet is missed once, and not of the table as well", async () => {
    const { proposed, clean } = await propose("zx,wq\n1,2\n3,4\n", "data.csv");
    const names = proposed.columns.fields.map(({ name }) => name);
    const submission = newDataset(
      proposed.id,
      completePassport(proposed, {}),
      new Map([[proposed.path, withNames(clean, names)]]),
    );
    const keys = judgeSubmission({ facts }, submission).map(({ key }) => key);
    expect(keys.filter((key) => key?.endsWith("title"))).toEqual(["title"]);
  });

  test("a file with a name for programs: its title, and what its columns are", async () => {
    const { proposed } = await propose("zx,wq\n1,2\n3,4\n", "data.csv");
    expect(asked(proposed)).toEqual([
      "title",
      "description",
      "purpose",
      "publisher",
      "frequency",
      "keywords",
      "themes",
      "temporal",
      "columns",
    ]);
    expect(proposed.questions.at(-1)?.columns).toEqual(["zx", "wq"]);
  });

  test("limits are those of the passport, and choices those of the portal", async () => {
    const { questions } = (await propose("zx,wq\n1,2\n", "data.csv")).proposed;
    const of = (field: string) => questions.find((one) => one.field === field);
    expect([of("title")?.limit, of("description")?.limit, of("purpose")?.limit]).toEqual([
      254, 4000, 512,
    ]);
    expect(of("publisher")?.options).toHaveLength(43);
    expect(of("frequency")?.options?.[0]).toEqual({
      value: "several-a-day",
      label: { uk: "Більш як один раз на день", en: "More than once a day" },
    });
  });
});

const official = officialExample("27-stops", "csv");
test.skipIf(official === undefined)(
  "a table of the official structure is described by it (skipped where the official material is not beside the project)",
  async () => {
    const bytes = new Uint8Array(readFileSync(official ?? ""));
    const { proposed } = await propose(bytes, "stops.csv", { structure: "27-stops" });
    expect(proposedAs(proposed, "mandated")).toEqual(["mun-024"]);
    expect(String(proposedAs(proposed, "purpose"))).toMatch(
      /^Постанова Кабінету Міністрів України .* № 835: Дані про місце розміщення зупинок/,
    );
    expect(proposed.columns.fields.every(({ description }) => description)).toBe(true);
    expect(proposedAs(proposed, "themes")).toContain("TRAN");
  },
);

const cases = join(project, "../shared/cases/tables");
const files = (() => {
  try {
    return readdirSync(cases);
  } catch {
    return [];
  }
})();

test.skipIf(files.length === 0)(
  "of each awkward table of clerks a passport is proposed, or nothing where no table came out (skipped where /shared/cases is not beside the project)",
  async () => {
    const none: string[] = [];
    for (const file of files) {
      const { inspection, text } = await cleaned(
        new Uint8Array(readFileSync(join(cases, file))),
        file,
      );
      if (text === "") {
        none.push(file);
        continue;
      }
      const clean = bytesOf(text);
      const proposed = proposePassport({ inspection, report: readClean(inspection, clean) }, facts);
      const names = proposed.columns.fields.map(({ name }) => name);
      const submission = newDataset(
        proposed.id,
        completePassport(proposed, {}),
        new Map([[proposed.path, withNames(clean, names)]]),
      );
      const rules = judgeSubmission({ facts }, submission).map(({ rule }) => rule);
      // Columns are always described as the table has them.
      expect(rules, file).not.toContain("columns-match");
      expect(rules, file).not.toContain("key-known");
    }
    expect(none).toMatchInlineSnapshot(`
      [
        "t-08-cp1252-fr.csv",
      ]
    `);
  },
  60_000,
);

test.each([
  ["Кропивницька міська територіальна громада", "Школи Кропивницького.csv", ["школи"]],
  [
    "Полтавська міська територіальна громада",
    "Школи Полтави й полтавські садки.csv",
    ["школи", "садки"],
  ],
  ["Кам’янська міська територіальна громада", "Школи Кам'янського.csv", ["школи"]],
  ["Одеська міська територіальна громада", "Одежа школярів.csv", ["одежа", "школярів"]],
  ["Громада", "Школи Кропивницького.csv", ["школи", "кропивницького"]],
])("in the portal of %s, «%s» is looked for by %j", async (hromada, file, keywords) => {
  const files = {
    ...facts.files,
    "data/portal.yaml": `places:\n  - { code: UA35040210000014072, title: "${hromada}" }\n`,
  };
  const { inspection, text } = await cleaned(bytesOf(schools), file);
  const report = readClean(inspection, bytesOf(text));
  const proposed = proposePassport({ inspection, report }, { ...facts, files });
  expect(proposedAs(proposed, "keywords")).toEqual(keywords);
});

test("a column may be called by a word every object has: it keeps its own title", async () => {
  const { proposed } = await propose("id,constructor\n1,Будинок\n2,Міст\n", "builders.csv");
  const { resources } = completePassport(proposed, { columns: { id: "Номер" } });
  expect(resources?.[0]?.schema?.fields.map(({ title }) => title)).toEqual([
    "Номер",
    proposed.columns.fields[1]?.title,
  ]);
});
