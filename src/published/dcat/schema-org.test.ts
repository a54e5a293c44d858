import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { publishedPortal } from "../../test/fixtures/published-portal.ts";
import { toDataCatalog, toSchemaOrg } from "./schema-org.ts";

const catalogue = catalogueOf(publishedPortal);
const setOf = (id: string) => {
  const dataset = catalogue.datasets.find((one) => one.id === id);
  if (!dataset) throw new Error(id);
  return dataset;
};
const trees = setOf("trees-2025");

describe("a page in English carries English, and Ukrainian where nobody translated", () => {
  test("a set, its publisher, its files, its address", () => {
    const said = { ...trees, keywords: { uk: ["дерева"], en: ["trees"] } };
    expect(toSchemaOrg(said, catalogue, "en")).toMatchObject({
      "@id": trees.iri,
      name: "Trees of 2025",
      alternateName: "Дерева за 2025 рік",
      url: "https://data.example.gov.ua/en/dataset/trees-2025/",
      keywords: ["trees"],
      isPartOf: { name: "Дерева за роками" },
    });
    expect(toSchemaOrg(said, catalogue)).toMatchObject({
      name: "Дерева за 2025 рік",
      alternateName: "Trees of 2025",
      url: "https://data.example.gov.ua/dataset/trees-2025/",
      keywords: ["дерева", "trees"],
    });
  });

  test("a description of its own, and what is said where it is short", () => {
    const long = "One row is one tree that the city planted in this very year.";
    const told = (en: string) =>
      toSchemaOrg({ ...trees, description: { uk: "Дерева.", en } }, catalogue, "en").description;
    expect(told(long)).toBe(long);
    expect(told("Trees.")).toMatch(/^Trees of 2025\. Trees\. /);
  });

  test("keywords and a name nobody translated", () => {
    const plain = { ...trees, title: { uk: "Дерева" }, keywords: { uk: ["дерева"], en: [] } };
    const told = toSchemaOrg(plain, catalogue, "en");
    expect(told).toMatchObject({ name: "Дерева", keywords: ["дерева"] });
    expect(told).not.toHaveProperty("alternateName");
  });
});

test("a set without files claims no licence: there is nothing to license", () => {
  expect(toSchemaOrg(trees, catalogue)).toHaveProperty("license");
  expect(toSchemaOrg({ ...trees, resources: [] }, catalogue)).not.toHaveProperty("license");
});

test("a withdrawn set says so, and since when", () => {
  const passport = {
    ...trees.passport,
    status: "withdrawn" as const,
    withdrawn: { date: "2026-02-01", reason: "Перелік веде область" },
  };
  expect(toSchemaOrg({ ...trees, passport }, catalogue)).toMatchObject({
    creativeWorkStatus: "Withdrawn",
    expires: "2026-02-01",
  });
  expect(toSchemaOrg(trees, catalogue)).not.toHaveProperty("creativeWorkStatus");
});

test("the home page presents the catalogue in its own language", () => {
  const portal = { ...catalogue.portal, en: { title: "Open data", description: "All of it" } };
  const of = (language: "uk" | "en") => toDataCatalog({ ...catalogue, portal }, language);
  expect(of("en")).toMatchObject({
    "@type": "DataCatalog",
    "@id": "https://data.example.gov.ua/catalog",
    name: "Open data",
    description: "All of it",
    url: "https://data.example.gov.ua/en/",
  });
  expect(of("uk")).toMatchObject({
    name: portal.title,
    description: portal.description,
    url: "https://data.example.gov.ua/",
    publisher: { "@type": "GovernmentOrganization" },
  });
});
