import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { shapedFiles, shapedPackages } from "../../test/fixtures/ckan-shapes.ts";
import { openCkanStandIn } from "../../test/fixtures/ckan-stand-in.ts";
import { before } from "../../test/fixtures/imported-before.ts";
import { openReach } from "../reach.ts";
import { openCkan } from "./client.ts";
import { importCkan } from "./import.ts";

const portal = await openCkanStandIn({
  packages: shapedPackages.map(([, one]) => one),
  files: shapedFiles,
});
afterAll(() => portal.close());
const files = new Map(
  Object.entries(examplePortal).filter(
    ([path]) => path === "data/portal.yaml" || path.startsWith("data/publishers"),
  ),
);
const ask = openReach({ allowLoopback: true });
const result = await importCkan(
  openCkan({ fetch: ask, url: portal.address }),
  before(files),
  {
    portal: portal.address,
    files: true,
    day: "2026-11-30",
    mailDomains: ["example.gov.ua"],
    places: new Set(),
    territory: { places: new Set() },
  },
  {
    download: async (url) =>
      url.startsWith(portal.address)
        ? new Uint8Array(await (await ask(url)).arrayBuffer())
        : { problem: "чужий сервер" },
    write: (path, content) => files.set(path, content),
    tell: () => {},
  },
);

const folders = [...files.keys()].flatMap(
  (path) => /^data\/datasets\/([^/]+)\/datapackage\.yaml$/.exec(path)?.[1] ?? [],
);
const passports = folders.map((id) => ({
  id,
  ...parse(files.get(`data/datasets/${id}/datapackage.yaml`) ?? ""),
}));
/** The passport that a situation's package became, and what was told of it. */
function of(situation: string) {
  const source = shapedPackages.find(([name]) => name === situation)?.[1];
  const passport = passports.find(({ importedFrom }) => importedFrom.endsWith(`/${source?.name}`));
  if (!passport) throw new Error(`No passport came of «${situation}».`);
  const told = result.gaps.filter(({ dataset }) => dataset === passport.id);
  return { passport, told: (field: string) => told.filter((gap) => gap.field === field) };
}

test("packages of five portals are imported, every one, and the project's own rules find no error in them", () => {
  expect(shapedPackages.length).toBeGreaterThan(30);
  expect(result.imported).toHaveLength(shapedPackages.length);
  const repository = readRepository(treeOf(Object.fromEntries(files)));
  expect(repository.problems).toEqual([]);
  const errors = checkRepository(repository).filter(({ severity }) => severity === "error");
  expect(errors.map(({ rule, place, message }) => `${place.file} ${rule}: ${message}`)).toEqual([]);
});

test("no text is a word of the program that read it, and none has markup or what cannot be seen", () => {
  for (const text of [...files].flatMap(([path, text]) => (path.endsWith(".yaml") ? text : [])))
    expect(text).not.toMatch(/\[object|undefined|NaN|<script|<p>|&nbsp;|\p{Cf}/u);
});

test.each<[situation: string, licences: object[] | undefined, note: string | undefined]>([
  ["all in Ukrainian and English", [{ name: "CC-BY-4.0" }], undefined],
  [
    "Datenlizenz Deutschland at the file",
    [{ path: "http://dcat-ap.de/def/licenses/dl-by-de/2.0" }],
    "Ліцензії немає серед тих, що дає портал: записано її адресу.",
  ],
  ["CC BY 4.0 by the address of DCAT-AP.de", [{ name: "CC-BY-4.0" }], undefined],
  ["two licences at two files", undefined, "У файлів набору різні ліцензії; набору не вказано."],
  ["no licence anywhere", undefined, "Ліцензії немає."],
  ["a licence of an id alone", undefined, "Такої ліцензії портал не приймає; пропущено."],
  [
    "the licence with its address",
    [
      {
        title: "UK Open Government Licence (OGL)",
        path: "http://reference.data.gov.uk/id/open-government-licence",
      },
    ],
    "Ліцензії немає серед тих, що дає портал: записано її адресу.",
  ],
  ["the licence by its id alone", undefined, "Такої ліцензії портал не приймає; пропущено."],
  ["no licence", undefined, "Ліцензії немає."],
  ["a licence that is said to be said nowhere", undefined, "Ліцензії немає."],
  [
    "an older licence of a family that is known",
    [
      {
        title: "Creative Commons Attribution",
        path: "https://creativecommons.org/licenses/by/3.0/",
      },
    ],
    "Ліцензії немає серед тих, що дає портал: записано її адресу.",
  ],
  ["the licence among the extras", [{ name: "CC0-1.0" }], undefined],
  ["a licence that is said to be elsewhere", [{ name: "CC0-1.0" }], undefined],
  [
    "a licence of the United States by its address",
    [{ title: "us-pd", path: "https://www.usa.gov/publicdomain/label/1.0" }],
    "Ліцензії немає серед тих, що дає портал: записано її адресу.",
  ],
])("licence, %s", (situation, licences, note) => {
  const { passport, told } = of(situation);
  expect(passport.licenses).toEqual(licences);
  expect(told("licenses").at(-1)?.note).toBe(note);
});

test.each<[situation: string, languages: string[], note: string | undefined]>([
  ["all in Ukrainian and English", ["uk", "en"], undefined],
  ["German and French alone", [], "Мови немає в переліку порталу; не вказано."],
  ["the licence with its address", [], "Мови не вказано: впишіть language."],
  ["the licence among the extras", ["en"], undefined],
  ["languages of the set", ["en"], "Мови немає в переліку порталу; не вказано."],
])("language, %s", (situation, languages, note) => {
  const { passport, told } = of(situation);
  expect(passport.language).toEqual(languages);
  expect(told("language").at(-1)?.note).toBe(note);
});

test.each<[situation: string, title: string, en: string | undefined]>([
  ["all in Ukrainian and English", "Дерева міста", "Trees of the city"],
  ["German and French alone", "Bäume der Stadt", undefined],
  ["translations beside a plain title", "Trees", undefined],
  ["a map of languages as JSON in one line", "Дерева парку", "Trees of the park"],
  ["empty in every language", "shape-1-4", undefined],
  ["lists and numbers where texts are", "7", undefined],
  ["Datenlizenz Deutschland at the file", "Bebauungspläne", undefined],
  ["invisible characters in the title", "Street lights of the town", undefined],
  ["the licence among the extras", "Permits alert(1)", undefined],
  ["a table with a column nobody named", "Water quality", undefined],
])("title, %s", (situation, title, en) => {
  const { passport } = of(situation);
  expect([passport.title, passport.en?.title]).toEqual([title, en]);
});

test("a frequency is one of the portal's words only where it says the same", () => {
  expect(of("all in Ukrainian and English").passport.frequency).toBe("yearly");
  expect(of("the licence among the extras").passport.frequency).toBe("monthly");
  expect(of("the licence with its address").passport.frequency).toBe("yearly");
  expect(of("a frequency nobody knows").passport.frequency).toBeUndefined();
});

test("old names lead to each set; one that another has, or that is no part of an address, is told of", () => {
  const { passport } = of("a name of another's case");
  expect(passport.aliases).toEqual(["44444444-0000-4000-8000-000000000006", "Shape_4_0"]);
  expect(of("the same identifier as another's").told("identifier").at(-1)?.note).toBe(
    "Такий ідентифікатор уже має інший набір; пропущено.",
  );
  expect(of("Datenlizenz Deutschland at the file").told("aliases")[0]?.value).toBe(
    "https://musterstadt.example.de/ds/1",
  );
});

test("a column nobody named has its name for a title; a file nobody can open has the page it was on", () => {
  const { passport } = of("a table with a column nobody named");
  const titles = passport.resources[0].schema.fields.map(({ title }: { title: string }) => title);
  expect(titles.every((title: string) => title.trim() !== "")).toBe(true);
  expect(of("an address that nobody can open").passport.resources[0].page).toContain("/dataset/");
});

test("a person who wrote a package is no publisher, and is named nowhere", () => {
  const { passport } = of("no organisation, a person for an author");
  expect(passport.publisher).toBe("unknown-publisher");
  expect([...files.values()].join() + JSON.stringify(result.gaps)).not.toMatch(
    /Коваленко|jane\.smith/i,
  );
});

test("what is not known is counted", () => {
  const count = (field: string) =>
    passports.filter((passport) => [passport[field]].flat().filter(Boolean).length === 0).length;
  expect(result.unknown).toEqual({
    licenses: count("licenses"),
    language: count("language"),
    frequency: count("frequency"),
  });
  expect(result.unknown.licenses).toBeGreaterThan(4);
});
