import { describe, expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { type RegisterName, registerNames } from "../../schemas/data/registers.ts";
import { jsonSchemas } from "../../schemas/json.ts";
import { portalFactsOf, sentHistory } from "../../test/fixtures/portal-facts-of.ts";
import { judgeSubmission } from "../judge/judge-submission.ts";
import { type EntryField, entryFields } from "./entry-fields.ts";
import { entryText, newEntry, proposeEntryId } from "./entry-submission.ts";
import { entryValues, unansweredOf } from "./entry-values.ts";

/** A portal whose registers have what other entries may name. */
const portal: Record<string, string> = {
  ...examplePortal,
  "data/registers/acts/order-1.yaml":
    "title: Розпорядження про відкриті дані\nkind: order\nissuer: Міський голова\ndate: 2026-01-05\nstatus: in-force\n",
  "data/registers/polls/poll-2026.yaml":
    "title: Які дані потрібні\nstart: 2026-02-01\nend: 2026-03-01\n",
  "data/registers/materials/guide.yaml":
    "title: Рекомендації\nkind: original\nauthor: Міністерство\npath: https://example.gov.ua/guide\n",
};
const facts = portalFactsOf(treeOf(portal));

/** Answers that are more than any text. */
const particular: Record<string, string> = {
  path: "https://example.gov.ua/order",
  email: "data@example.gov.ua",
  commit: "0123456789abcdef0123456789abcdef01234567",
  year: "2026",
  score: "87,5",
  mandated: "mun-001",
  title: "Відкриті дані громади: перелік «за потребою»",
  publisher: "council",
};

/** What a person would answer. */
function answerTo(field: EntryField): unknown {
  const { name, kind, values = [], fields = [], register } = field;
  const known = particular[name];
  if (known !== undefined) return known;
  const of = register === undefined ? "" : facts.entries[register]?.[0]?.id;
  switch (kind) {
    case "date":
      return "2026-03-05";
    case "number":
      return "12 500";
    case "yes-no":
      return "yes";
    case "choice":
      return values.at(-1);
    case "lines":
      return ["Маршрути, зупинки й розклад", "Ліси"];
    case "datasets":
      return ["stops"];
    case "entry":
      return of;
    case "entries":
      return [of];
    case "group":
      return answersTo(fields);
    case "rows":
      return [answersTo(fields), {}, answersTo(fields)];
    default:
      return " Відповідальний підрозділ: № 140, «а» — б ";
  }
}
const answersTo = (fields: readonly EntryField[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, answerTo(field)]));

const filled = (register: RegisterName) => entryValues(register, answersTo(entryFields(register)));

/** Ukrainian sentences are of Ukrainian letters, English ones of English: nothing is left in the other language. */
const letters = [
  ["uk", /^[А-ЯІЇЄҐ]/, /[a-z]{3}/],
  ["en", /^[A-Z]/, /\p{Script=Cyrillic}/u],
] as const;

test.each([...registerNames, "news"] as const)(
  "fields of %s are asked in both languages",
  (name) => {
    const fields = entryFields(name);
    const whole = [...fields, ...fields.flatMap(({ fields: parts = [] }) => parts)];
    for (const [language, first, other] of letters) {
      const labels = whole.map(({ label }) => label[language]);
      expect(labels.filter((label) => !first.test(label) || other.test(label))).toEqual([]);
      const hints = whole.flatMap(({ hint }) => (hint ? [hint[language]] : []));
      expect(hints.filter((hint) => !/^.+\.$/.test(hint) || other.test(hint))).toEqual([]);
      // Each is told by its label when it has no answer.
      const own = fields.map(({ label }) => label[language]);
      expect(new Set(own).size).toBe(own.length);
    }
  },
);

describe.each(registerNames)("%s", (register) => {
  const fields = entryFields(register);

  test("every field of the schema has a field of the form", () => {
    expect(fields.map(({ name }) => name)).toEqual(
      Object.keys((jsonSchemas[register] as { properties: object }).properties),
    );
  });

  test("a filled form becomes a file that the whole portal accepts, and the page says the same", () => {
    const values = filled(register);
    const sent = newEntry(register, proposeEntryId(register, values, facts), values);
    const [[path, bytes] = ["", undefined]] = sent.files;
    const whole = checkRepository(
      readRepository(
        treeOf({ ...portal, [path]: new TextDecoder().decode(bytes) }),
        sentHistory(treeOf(portal)),
      ),
    );
    expect(whole).toEqual([]);
    expect(judgeSubmission({ facts }, sent)).toEqual([]);
    // Nothing that was answered is lost.
    expect(Object.keys(values)).toEqual(fields.map(({ name }) => name));
    expect(unansweredOf(register, answersTo(fields))).toEqual([]);
  });

  test("what is required and not answered is told by its label", () => {
    const required = fields.filter(({ isRequired }) => isRequired);
    expect(unansweredOf(register, {})).toEqual(
      required.map(({ name, label }) => ({ path: [name], label })),
    );
    for (const { name, label } of required)
      expect(unansweredOf(register, { ...answersTo(fields), [name]: " " })).toEqual([
        { path: [name], label },
      ]);
  });
});

test("the file is written as the others of the register are", () => {
  const values = entryValues("acts", {
    status: "in-force",
    title: "Про приєднання міста до Міжнародної хартії відкритих даних",
    kind: "charter",
    number: "154",
    date: "2018-12-27",
    issuer: "Міський голова",
    note: "",
    datasets: [],
  });
  expect(
    entryText("acts", values),
  ).toBe(`# yaml-language-server: $schema=../../../src/schemas/json/acts.schema.json
title: Про приєднання міста до Міжнародної хартії відкритих даних
kind: charter
issuer: Міський голова
number: "154"
date: 2018-12-27
status: in-force
`);
});

test("a row that was begun is told what it lacks, an empty one is left out", () => {
  const answers = {
    title: "Про набори",
    date: "2026-03-05",
    decisions: [{ due: "2026-04-01" }, {}, { text: "Оприлюднити" }],
  };
  expect(unansweredOf("meetings", answers)).toEqual([
    { path: ["decisions", "0", "text"], label: { uk: "Рішення", en: "Decision" } },
  ]);
  expect(entryValues("meetings", answers).decisions).toEqual([
    { due: "2026-04-01" },
    { text: "Оприлюднити" },
  ]);
});

test("what is no number, and an answer of another register, are told or left out", () => {
  const values = entryValues("measures", { title: "Датчики", year: "2026", planned: "багато" });
  expect(values).toEqual({ title: "Датчики", year: 2026, planned: "багато" });
  const sent = newEntry("measures", "sensors", values);
  expect(judgeSubmission({ facts }, sent).map(({ rule }) => rule)).toEqual(["value-valid"]);
  expect(entryValues("events", { kind: "charter" })).toEqual({});
});

test("a name is its day and title in Latin letters, numbered where the portal has it", () => {
  const values = { title: "Засідання робочої групи", date: "2026-03-05" };
  const named = (ids: string[]) =>
    proposeEntryId("meetings", values, {
      entries: { meetings: ids.map((id) => ({ id, title: id })) },
    });
  const first = "2026-03-05-zasidannia-robochoi-hrupy";
  expect(named([])).toBe(first);
  expect(named([first, `${first}-2`])).toBe(`${first}-3`);
  expect(proposeEntryId("orders", { unit: "Відділ" }, facts)).toBe("viddil");
  expect(proposeEntryId("requests", { title: "2027" }, facts)).toBe("2027");
});

test("an entry that names what the portal has not is told so before it is sent", () => {
  const values = { title: "Датчики", year: 2026, act: "order-2" };
  const sent = newEntry("measures", "sensors", values);
  expect(judgeSubmission({ facts }, sent).map(({ message }) => message)).toEqual([
    "Документа «order-2» немає в теці data/registers/acts.",
  ]);
  const known = newEntry("measures", "sensors", { ...values, act: "order-1" });
  expect(judgeSubmission({ facts }, known)).toEqual([]);
});
