import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inspectFile } from "../inspect/inspection.ts";
import { renderTemplate } from "../published/tables/template.ts";
import { structureSchema } from "../schemas/data/structure-schema.ts";
import { guessStructure } from "../table/layout/guess-structure.ts";
import { sourceOf } from "../table/scan/encoding.ts";
import { structures } from "../vocabularies/structures.ts";
import { officialExample, realFiles } from "./fixtures/real-files.ts";

const official = officialExample("02-organizations", "csv") !== undefined;

test("the vocabulary has all 109 tables and 1,985 columns, named once each, of 69 sets", () => {
  const all = [...structures.values()];
  expect(all.length).toBe(109);
  expect(all.reduce((sum, { fields }) => sum + fields.length, 0)).toBe(1985);
  expect(new Set(all.map(({ set }) => set.code)).size).toBe(69);
  for (const { id, fields } of all) {
    expect(structureSchema(id)?.fields.length).toBe(fields.length);
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  }
});

test.each([...structures.values()])(
  "the template of $id is read as its own structure",
  async (structure) => {
    const {
      findings,
      report,
      structure: found,
    } = await inspectFile(
      `${structure.id}.xlsx`,
      sourceOf(new Uint8Array(await renderTemplate(structure))),
      { structure: structure.id },
    );
    expect(findings).toEqual([]);
    expect(report?.header).toEqual(["names", "header"]);
    expect(found).toEqual({
      id: structure.id,
      matched: structure.fields.length,
      of: structure.fields.length,
      given: true,
    });
  },
);

/**
 * What is wrong in the official examples, beside invented people's names: read one by one, each is in the file.
 * Column → what the portal says of it.
 */
const defects: Record<string, string[]> = {
  "04-normatives": ["validThrough: не дата рррр-мм-дд"],
  "05-standards": ["acceptanceDate ≠ acceptance_Date"],
  "09-legalActs": ["type: значення не з переліку"],
  "09-projects": ["type: значення не з переліку"],
  "10-regulatoryList": ["legalActІd ≠ legalActId"],
  "11-plan": ["isVersionOfІd ≠ isVersionOfId"],
  "22-contracts": ["amountValue: порожні комірки"],
  "25-objects": ["contractsValueAmount: порожні комірки"],
  "26-vehicles": ["year: не дата рррр-мм-дд"],
  "28-distribution": ["expirationDate ≠ expiration_Date"],
  "32-norms": ["status: слова замість true і false"],
  "34-petitions": ["answerDate: порожні комірки", "answerUrl: порожні комірки"],
  "35-projects": ["decisionDate: не дата рррр-мм-дд"],
  "38-services": ["registrationDateTime: не дата й час рррр-мм-ддTгг:хх"],
  "40-equipment": ["currencyCode.1 ≠ currencyCode2", "currencyCode.2 ≠ currencyCode3"],
  "51-buildings": ["condition: значення не з переліку"],
  "52-grafMaterials": ["decisionDate: не дата рррр-мм-дд"],
  "52-textMaterials": ["decisionDate: не дата рррр-мм-дд"],
  "56-calendar": ["wednesday: порожні комірки"],
  "56-stopTimes": ["arrivalTime: не час гг:хх", "departureTime: не час гг:хх"],
  "59-roads": ["roadId: порожні комірки", "length: порожні комірки"],
  "65-wasteServises": [
    "contactPoint Email ≠ contactPointEmail",
    "contactPoint Telephone ≠ contactPointTelephone",
    "contactPoint Url ≠ contactPointUrl",
  ],
  "66-airAnalysis": ["dateTime: кирилична «Т» між датою й часом"],
  "66-transportation": [
    "carWaybill: порожні комірки",
    "wasteWeight: не число з десятковою крапкою",
    "entryTime: кирилична «Т» між датою й часом",
    "isCarUnload: пробіли на початку або в кінці",
  ],
  "67-homelessAnimals": ["isSterilizationInfo: не true або false"],
  "69-penalty": ["dateTime: кирилична «Т» між датою й часом", "inspectorName.1 ≠ inspectorName2"],
  "74-systems": ["hotWaterSupplyLoad: порожні комірки", "isRenewableEnergy: не true або false"],
  "75-register": ["reason: порожні комірки"],
};

test.skipIf(!official)(
  "the official examples pass their own structures, but for the defects they have",
  async () => {
    const found: Record<string, string[]> = {};
    for (const id of structures.keys()) {
      const path = officialExample(id, "csv");
      if (!path) throw new Error(`No example of ${id}.`);
      const inspection = await inspectFile(`${id}.csv`, sourceOf(await readFile(path)), {
        structure: id,
      });
      const said = inspection.findings.flatMap(({ rule, severity, message }) => {
        const [, name = "", right = ""] =
          /^Назву колонки «(.*)» записано не так, як у структурі: «(.*)»\.$/.exec(message) ?? [];
        if (right) return [`${name} ≠ ${right}`];
        if (severity === "warning" || rule === "personal-data") return [];
        const [, column = "", what = ""] =
          /^Колонка «(.*?)»: (.*?) \(\d+ комір/.exec(message) ?? [];
        return [column ? `${column}: ${what}` : message];
      });
      if (said.length > 0) found[id] = said;
    }
    expect(found).toEqual(defects);
  },
);

test.skipIf(!official)("the structure of an example is guessed from its header", async () => {
  const wrong: string[] = [];
  for (const id of structures.keys()) {
    const path = officialExample(id, "csv");
    if (!path) throw new Error(`No example of ${id}.`);
    const { report } = await inspectFile(`${id}.csv`, sourceOf(await readFile(path)));
    const guess = guessStructure(report?.columns ?? [], structures.values());
    if (guess?.id !== id) wrong.push(`${id} → ${guess?.id}`);
  }
  // Tables with the very same columns: the first of the like is named.
  expect(wrong).toEqual([
    "36-operators → 21-distributors",
    "51-listProzorroSales → 50-listProzorroSales",
    "57-listProzorroSales → 50-listProzorroSales",
  ]);
});

test.skipIf(realFiles.length === 0)(
  "what the real files are and what is wrong in them is known",
  async () => {
    const lines: string[] = [];
    for (const { name, path } of realFiles) {
      const { format, report, findings, clean } = await inspectFile(
        name,
        sourceOf(await readFile(path)),
      );
      const repairs = (await clean?.(() => {})) ?? [];
      const count = new Map<string, number>();
      for (const { rule, severity } of findings)
        count.set(`${severity} ${rule}`, (count.get(`${severity} ${rule}`) ?? 0) + 1);
      lines.push(
        `${name}: ${format} ${format === "CSV" ? `${report?.encoding.name} ${JSON.stringify(report?.separators.delimiter)} ` : ""}${report?.header.join("+") || "no header"}, ${report?.rows} × ${report?.columns.length}`,
        ...[...count].map(([what, times]) => `  ${what}${times > 1 ? ` ×${times}` : ""}`),
        ...(repairs.length > 0
          ? [`  mended: ${repairs.map((repair) => `${repair.rule} ${repair.count}`).join(", ")}`]
          : []),
      );
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("fixtures/real-files.txt");
  },
);
