import { describe, expect, test } from "vitest";
import type { Dataset, Resource } from "../../model/catalogue.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { plannedPortal } from "../../test/fixtures/planned-portal.ts";
import { ckanActions, extraKeys, renderCkan, toCkanPackage } from "./ckan.ts";

const planned = catalogueOf(plannedPortal);
/** A portal that says nothing of CKAN. */
const plain = catalogueOf(examplePortal);
const datasetIn = ({ datasets }: typeof plain, id: string) => {
  const dataset = datasets.find((one) => one.id === id);
  if (!dataset) throw new Error(id);
  return dataset;
};
const stops = datasetIn(plain, "stops");
const packageOf = (change: Partial<Dataset> = {}) => toCkanPackage({ ...stops, ...change }, plain);
const extraOf = (key: string, change: Partial<Dataset> = {}) =>
  packageOf(change).extras.find((extra) => extra.key === key)?.value;
const passportWith = (change: object) => ({ passport: { ...stops.passport, ...change } });

describe("moments in UTC, without a zone", () => {
  test.each<[moment: string, stamp: string]>([
    ["2026-01-02", "2026-01-02T00:00:00"],
    ["2026-01-02T03:04:05", "2026-01-02T03:04:05"],
    ["2026-01-02T03:04:05.678", "2026-01-02T03:04:05"],
    ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05"],
    ["2026-01-02T03:04:05+02:00", "2026-01-02T01:04:05"],
    ["2026-01-02T23:04:05-02:00", "2026-01-03T01:04:05"],
  ])("%s", (moment, stamp) => {
    const { metadata_created, resources } = packageOf({ issued: moment });
    expect([metadata_created, resources[0]?.created]).toEqual([stamp, stamp]);
  });
  test("a package is as new as what of it is newest, its data or its description", () => {
    const modifiedOf = (modified: string, packaged: string) =>
      packageOf({ modified, packaged }).metadata_modified;
    expect(modifiedOf("2026-01-02", "2026-01-01T23:00:00Z")).toBe("2026-01-02T00:00:00");
    expect(modifiedOf("2026-01-02", "2026-01-02T00:00:01Z")).toBe("2026-01-02T00:00:01");
  });
});

test("keywords that CKAN takes, each once, with the letter apostrophe", () => {
  const keywords = {
    ...stops.keywords,
    uk: [
      "зупинки",
      " два \n  слова ",
      "здоров'я",
      "здоров’я",
      "зупинки",
      "",
      "  ",
      "я",
      "а".repeat(100),
      "б".repeat(101),
      "так/ні",
    ],
  };
  const { tags, num_tags } = packageOf({ keywords });
  const names = ["зупинки", "два слова", "здоровʼя", "а".repeat(100)];
  expect(tags).toEqual(
    names.map((name) => ({ name, display_name: name, state: "active", vocabulary_id: null })),
  );
  expect(num_tags).toBe(4);
});

describe("names and addresses", () => {
  test("a name has the portal's prefix where it has one, and a hundred characters at most", () => {
    const nameOf = (catalogue: typeof plain, id: string) =>
      toCkanPackage({ ...stops, id }, catalogue).name;
    expect(nameOf(plain, "stops")).toBe("stops");
    expect(nameOf(planned, "stops")).toBe("kr-stops");
    expect(nameOf(plain, "a".repeat(100))).toBe("a".repeat(100));
    expect(nameOf(plain, "a".repeat(101))).toBe("a".repeat(100));
    expect(nameOf(planned, "a".repeat(98))).toBe(`kr-${"a".repeat(97)}`);
  });
  test("the organisation is the one the portal names, else its publisher", () => {
    expect(ckanActions.organization_list(planned)).toEqual(["rada"]);
    expect(ckanActions.organization_list(plain)).toEqual([plain.publisher.id]);
    expect(packageOf().owner_org).toBe(ckanActions.organization_show(plain).id);
  });
  test("packages are listed by id, their names by the alphabet; withdrawn ones are not", () => {
    const { count, results, sort } = ckanActions.package_search(planned);
    const ids = results.map(({ id }) => id);
    expect([count, sort, ids]).toEqual([ids.length, "id asc", ids.toSorted()]);
    const names = ckanActions.package_list(planned);
    expect(names).toEqual(results.map(({ name }) => name).toSorted());
    expect(ckanActions.organization_show(planned).package_count).toBe(count);
    expect(ckanActions.group_list()).toEqual(ckanActions.group_list().toSorted());
  });
  test("an answer stands in CKAN's envelope, with the address of its help", () => {
    expect(JSON.parse(renderCkan("status_show", { a: 1 }, plain))).toEqual({
      help: `${plain.portal.site}/api/#status_show`,
      success: true,
      result: { a: 1 },
    });
  });
});

describe("a set that says little", () => {
  test("without a licence it is not open", () => {
    const { licence: _, ...rest } = stops;
    const bare = toCkanPackage({ ...rest } as Dataset, plain);
    expect([bare.license_id, bare.isopen]).toEqual(["notspecified", false]);
    expect(Object.keys(bare).filter((key) => /^license_[tu]/.test(key))).toEqual([]);
    const { license_id, isopen, license_title, license_url } = packageOf();
    expect([license_id, isopen, license_title, license_url]).toEqual([
      "cc-by",
      true,
      expect.stringContaining("Creative Commons"),
      expect.stringContaining("creativecommons.org"),
    ]);
  });
  test("without a description its title is told", () => {
    const { description: _, ...rest } = stops;
    expect(toCkanPackage(rest as Dataset, plain).notes).toBe(stops.title.uk);
    expect(packageOf().notes).toBe(stops.description?.uk);
  });
  test("a withdrawn set says so first, and when and why", () => {
    const withdrawn = passportWith({ withdrawn: { date: "2026-05-01", reason: "Зупинок немає." } });
    expect(packageOf(withdrawn).notes).toBe(
      `Набір вилучено 2026-05-01. Зупинок немає.\n\n${stops.description?.uk}`,
    );
    expect(extraOf("withdrawn", withdrawn)).toBe("2026-05-01: Зупинок немає.");
    expect(extraOf("withdrawn")).toBeUndefined();
  });
});

describe("what CKAN has no field for", () => {
  test("how often it is renewed, by the national portal's words, «never» by the portal's own", () => {
    expect(extraOf("update_frequency", { frequency: "monthly" })).toBe("once a month");
    expect(extraOf("update_frequency", { frequency: "never" })).toBeUndefined();
    const never = toCkanPackage({ ...stops, frequency: "never" }, planned);
    expect(never.extras.find(({ key }) => key === "update_frequency")?.value).toBe("ніколи");
    const { frequency: _, ...rest } = stops;
    const none = toCkanPackage(rest as Dataset, plain);
    expect(none.extras.map(({ key }) => key)).not.toContain("update_frequency");
  });
  test("its language, the first of several; none where nobody knows it", () => {
    const languageOf = (...language: string[]) => extraOf("language", passportWith({ language }));
    expect([languageOf("uk"), languageOf("en", "uk"), languageOf()]).toEqual([
      "ua",
      "en",
      undefined,
    ]);
  });
  test("places, the span of time and the structure, where there are any", () => {
    const places = [{ code: "UA1" }, { code: "UA2" }] as Dataset["places"];
    expect(extraOf("spatial_katottg", { places })).toBe("UA1 UA2");
    expect(extraOf("spatial_katottg", { places: [] })).toBeUndefined();
    const temporal = { start: "2025-01-01", end: "2025-12-31" };
    expect([
      extraOf("temporal_start", { temporal }),
      extraOf("temporal_end", { temporal }),
    ]).toEqual(["2025-01-01", "2025-12-31"]);
    expect(extraOf("temporal_start")).toBeUndefined();
    expect(extraOf("structure")).toBe(`${plain.portal.site}/dataset/stops/structure.json`);
    expect(extraOf("structure", { resources: [] })).toBeUndefined();
  });
  test("every extra of every set is one the portal knows as its own", () => {
    for (const dataset of planned.datasets)
      for (const { key, value } of toCkanPackage(dataset, planned).extras) {
        expect(extraKeys).toContain(key);
        expect(value).not.toBe("");
      }
  });
});

test("a file without an address of its own, a format, a size or a sum", () => {
  const [file] = stops.resources;
  if (!file) throw new Error("The set has a file.");
  const {
    description: _d,
    url: _u,
    format: _f,
    bytes: _b,
    sha256: _s,
    modified: _m,
    ...bare
  } = file;
  const { resources, num_resources } = packageOf({ resources: [file, bare as Resource] });
  // With the three copies of the first, which come after both.
  expect(num_resources).toBe(5);
  expect(resources.map(({ name, format }) => `${name} ${format}`)).toEqual([
    `${file.title.uk} CSV`,
    `${file.title.uk} `,
    `${file.title.uk}: копія у форматі XLSX XLSX`,
    `${file.title.uk}: копія у форматі JSON JSON`,
    `${file.title.uk}: копія у форматі Parquet PARQUET`,
  ]);
  expect(resources[0]).toMatchObject({
    url: file.url,
    format: "CSV",
    mimetype: "text/csv",
    size: file.bytes,
    hash: file.sha256,
    position: 0,
  });
  expect(resources[1]).toMatchObject({
    description: "",
    url: file.page,
    format: "",
    mimetype: null,
    size: null,
    hash: "",
    position: 1,
    last_modified: resources[0]?.last_modified,
  });
});

test("groups are those whose themes the set has", () => {
  const groupsOf = (...themes: string[]) =>
    packageOf({ themes: themes as Dataset["themes"] }).groups.map(({ name }) => name);
  expect(groupsOf()).toEqual([]);
  expect(groupsOf("TRAN")).toEqual(["transport"]);
  expect(packageOf().groups[0]).toMatchObject({
    name: "transport",
    title: "Інфраструктура і транспорт",
    display_name: "Інфраструктура і транспорт",
  });
});
