import { expect, test } from "vitest";
import { parse } from "yaml";
import { runScript } from "../../test/fixtures/built-site.ts";
import { catalogueOf, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { renderCodeOwners, renderIssueConfig } from "./github-files.ts";

test("the files of this repository are current (npm run github-files)", () => {
  expect(runScript("github-files", ["--check"])).toMatchObject({ status: 0, stderr: "" });
});

test("the whole belongs to the maintainers, each folder to its publisher's owners; later lines win", () => {
  const files = generatedPortal(2);
  const catalogue = catalogueOf({
    ...files,
    "data/portal.yaml": `${files["data/portal.yaml"]}maintainers: ["@council/portal"]\n`,
    "data/publishers/council.yaml":
      'title: Міська рада\nkind: council\nowners: ["@council/data", "@clerk"]\n',
    "data/publishers/archive.yaml": "title: Архів\nkind: executive\n",
    "data/publishers/zoo.yaml": 'title: Заповідник\nkind: executive\nowners: ["@zoo"]\n',
    // Its title is the first of all titles, its folder is not the first of folders.
    "data/datasets/stops-3/datapackage.yaml": (
      files["data/datasets/stops-1/datapackage.yaml"] ?? ""
    )
      .replace(/^title: .*$/m, "title: 0 Алеї")
      .replace("publisher: council", "publisher: zoo")
      .replace(/aliases: .*\n/, ""),
    "data/datasets/stops-3/stops.csv": files["data/datasets/stops-1/stops.csv"] ?? "",
  });
  expect(renderCodeOwners(catalogue).split("\n").slice(1)).toEqual([
    "* @council/portal",
    "/data/publishers/council.yaml @council/data @clerk",
    "/data/publishers/zoo.yaml @zoo",
    "/data/datasets/stops-1/ @council/data @clerk",
    "/data/datasets/stops-2/ @council/data @clerk",
    "/data/datasets/stops-3/ @zoo",
    "/.github/ @council/portal",
    "/scripts/ @council/portal",
    "/src/ @council/portal",
    "",
  ]);
});

test("publishers have owners and the code has none: the file says so", () => {
  const files = generatedPortal(1);
  const catalogue = catalogueOf({
    ...files,
    "data/publishers/council.yaml": 'title: Міська рада\nkind: council\nowners: ["@clerk"]\n',
  });
  expect(renderCodeOwners(catalogue).split("\n").slice(1)).toEqual([
    "# За .github/, scripts/, src/ ніхто не відповідає: допишіть maintainers у data/portal.yaml.",
    "/data/publishers/council.yaml @clerk",
    "/data/datasets/stops-1/ @clerk",
    "",
  ]);
});

test("nobody named: a file that says what to write, and no line GitHub would stumble over", () => {
  expect(renderCodeOwners(catalogueOf(generatedPortal(1)))).toMatch(/^#[^\n]*\n#[^\n]*\n$/);
});

test("what names people is sent to a letter", () => {
  const { blank_issues_enabled: blank, contact_links: links } = parse(
    renderIssueConfig(catalogueOf(generatedPortal(1))),
  );
  expect(blank).toBe(false);
  expect(links[0].url).toBe("https://data.example.gov.ua/requests/#personal");
});
