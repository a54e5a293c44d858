import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { type Finding, hasErrors } from "../../model/reports/finding.ts";
import { readRepositoryWith } from "../../read/repository-with.ts";
import { readTree } from "../../read/tree.ts";
import { checkRepository } from "../../rules/index.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { sourceOf } from "../../table/scan/encoding.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { portalFactsOf, sentHistory } from "../../test/fixtures/portal-facts-of.ts";
import { realFiles } from "../../test/fixtures/real-files.ts";
import { bytesOf, newDataset } from "../change/new-dataset.ts";
import { withNames } from "../change/with-names.ts";
import { judgeSubmission } from "../judge/judge-submission.ts";
import { openReaders } from "../judge/readers.ts";
import { filesAfter, treeOfFiles } from "../tree-of-submission.ts";
import { type Answers, completePassport } from "./complete-passport.ts";
import { findPublishers } from "./find-publisher.ts";
import { proposePassport } from "./propose-passport.ts";
import { readClean } from "./read-clean.ts";

/** Whatever is asked, the same is answered: what a clerk would say without a look into the manual. */
const fixed: Answers = {
  description: "Один рядок — один запис таблиці. Дані зібрано з відкритих джерел і не змінено.",
  purpose: "Закон України «Про доступ до публічної інформації»; для відкритості влади.",
  frequency: "yearly",
  keywords: ["громада", "таблиця"],
  themes: ["GOVE"],
  temporal: { start: "2020-01-01", end: "2020-12-31" },
};

/** A clerk's file → its set as it would be sent, and what was asked on the way. */
async function submit(name: string, path: string, facts: PortalFacts) {
  const file = name.split("/").at(-1) ?? name;
  const inspection = await inspectFile(file, sourceOf(new Uint8Array(readFileSync(path))));
  let text = "";
  await inspection.clean?.((part) => {
    text += part;
  });
  const clean = bytesOf(text);
  const known = {
    inspection,
    report: readClean(inspection, clean),
    publisher: findPublishers("управління освіти", facts)[0]?.id ?? "",
    title: `Дані файлу «${file.replace(/\..*$/, "")}»`,
  };
  const proposed = proposePassport(known, facts);
  const questions = proposed.questions.map(({ field }) => field);
  const titles = proposed.columns.untitled.map((one) => [one, `Колонка ${one}`]);
  const answers: Answers = {
    ...Object.fromEntries(questions.map((field) => [field, fixed[field]])),
    ...(questions.includes("columns") ? { columns: Object.fromEntries(titles) } : {}),
  };
  const values = completePassport(proposed, answers);
  const names = proposed.columns.fields.map((field) => field.name);
  return {
    questions,
    submission: newDataset(
      proposed.id,
      values,
      new Map([[proposed.path, withNames(clean, names)]]),
    ),
  };
}

const tree = readTree(project);
const files = [...tree].map(([path, file]) => [path, new Uint8Array(file.bytes())] as const);
const tables = realFiles.filter(({ name }) => /\.(xlsx|xls|csv)$/.test(name));
const rulesOf = (findings: readonly Finding[]) => [
  ...new Set(findings.flatMap(({ rule, severity }) => (severity === "error" ? [rule] : []))),
];

test.skipIf(tables.length === 0)(
  "real tables of cities become sets that the whole portal has nothing against (skipped where /shared/realdata is not beside the project)",
  async () => {
    const facts = portalFactsOf(tree);
    const readers = openReaders();
    const errors: Record<string, string[]> = {};
    const asked: Record<string, number> = {};
    for (const { name, path } of tables) {
      const { submission, questions } = await submit(name, path, facts);
      const merged = treeOfFiles(filesAfter(files, submission));
      const repository = readRepositoryWith(readers, merged, sentHistory(tree));
      const findings = checkRepository(repository).filter(({ place }) =>
        place.file.startsWith(`data/datasets/${submission.id}/`),
      );
      expect(judgeSubmission({ facts }, submission), name).toEqual(findings);
      asked[name] = questions.length;
      if (hasErrors(findings)) errors[name] = rulesOf(findings);
    }
    expect(Object.keys(asked).length - Object.keys(errors).length).toBeGreaterThanOrEqual(30);
    // What a clerk must put right in the cells themselves, and no passport can.
    expect(errors).toMatchInlineSnapshot(`
      {
        "inshi/drohobych-vydaleni-dereva-2021-05.csv": [
          "cells-valid",
        ],
        "inshi/hromady-ekonomika-3-riadky-zaholovka.csv": [
          "numbers-written",
        ],
        "inshi/indeksy-spozhyvchykh-tsin-2015-2016.csv": [
          "cells-valid",
        ],
        "inshi/indeksy-spozhyvchykh-tsin-2015-2016.xls": [
          "cells-valid",
        ],
        "inshi/kyiv-reiestr-vulyts-2020.csv": [
          "dates-written",
        ],
        "inshi/odesa-vybory-miskoi-rady-2015.csv": [
          "cells-valid",
        ],
        "kropyvnytskyi/dereva-obrizka-2018-2020.csv": [
          "cells-valid",
        ],
        "kropyvnytskyi/dereva-vydalennia-2018-2020.csv": [
          "cells-valid",
        ],
        "kropyvnytskyi/dereva-vydalennia-2018.csv": [
          "cells-valid",
        ],
        "kropyvnytskyi/dereva-vydalennia-2018.xlsx": [
          "cells-valid",
        ],
        "kropyvnytskyi/naselennia-vik-stat-2022.xlsx": [
          "cells-valid",
        ],
        "kropyvnytskyi/shkoly-oblast-2020-cp1251.csv": [
          "file-size",
          "value-valid",
        ],
      }
    `);
    expect(Math.max(...Object.values(asked))).toBeLessThanOrEqual(6);
  },
  240_000,
);
