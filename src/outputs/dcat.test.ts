import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import jsonld from "jsonld";
import { DataFactory, Parser, Store } from "n3";
import { Validator } from "shacl-engine";
import { describe, expect, inject, test } from "vitest";
import { project } from "../fixtures/built-site.ts";

const site = inject("site");
const shapes = join(project, "../shared/dcat-ap-shacl");
const turtle = () => new Parser().parse(readFileSync(join(site, "catalog.ttl"), "utf8"));

type Result = {
  severity: { value: string };
  focusNode: { value: string };
  path: unknown;
  constraintComponent?: { value: string };
  message: { value: string }[];
};

async function violationsOf(file: string, severity: string): Promise<string[]> {
  const dataset = new Store(new Parser().parse(readFileSync(join(shapes, file), "utf8")));
  const validator = new Validator(dataset, { factory: DataFactory });
  const report = (await validator.validate({ dataset: new Store(turtle()) })) as {
    results: Result[];
  };
  return report.results
    .filter((result) => result.severity.value.endsWith(severity))
    .map(
      (result) =>
        `${result.focusNode?.value} ${JSON.stringify(result.path)?.slice(0, 160)} ${result.message.map(({ value }) => value).join(" ")}`,
    );
}

describe.skipIf(!existsSync(shapes))(
  "official DCAT-AP 3.0.1 shapes (skipped where the shapes folder is absent)",
  () => {
    test.each(["shapes.ttl", "range.ttl", "mdr-vocabularies.shape.ttl", "dcat-ap-SHACL.ttl"])(
      "no violation of %s",
      async (file) => {
        expect((await violationsOf(file, "Violation")).slice(0, 20)).toEqual([]);
      },
    );
  },
);

test("JSON-LD and Turtle are the same graph", async () => {
  const document = JSON.parse(readFileSync(join(site, "catalog.jsonld"), "utf8"));
  const canon = async (quads: unknown, options: object) =>
    jsonld.canonize(quads as object, {
      algorithm: "URDNA2015",
      format: "application/n-quads",
      ...options,
    });
  const writer = turtle().map(({ subject, predicate, object }) => {
    const term = (node: {
      termType: string;
      value: string;
      language?: string;
      datatype?: { value: string };
    }) =>
      node.termType === "NamedNode"
        ? `<${node.value}>`
        : node.termType === "BlankNode"
          ? `_:${node.value.replace(/[^a-z0-9]/gi, "")}`
          : `${JSON.stringify(node.value)}${node.language ? `@${node.language}` : node.datatype && !node.datatype.value.endsWith("#string") ? `^^<${node.datatype.value}>` : ""}`;
    return `${term(subject)} ${term(predicate)} ${term(object)} .`;
  });
  const fromTurtle = await canon(`${writer.join("\n")}\n`, { inputFormat: "application/n-quads" });
  const fromJson = await canon(document, {
    documentLoader: () => Promise.reject(new Error("no remote context")),
  });
  expect(fromJson).toBe(fromTurtle);
});

test("every output lists the same datasets", () => {
  const ids = readdirSync(join(project, "data/datasets")).sort();
  const json = JSON.parse(readFileSync(join(site, "datasets.json"), "utf8")).datasets.map(
    ({ id }: { id: string }) => id,
  );
  const csv = readFileSync(join(site, "datasets.csv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]);
  const dcat = turtle()
    .filter(
      ({ predicate, object }) =>
        predicate.value.endsWith("#type") && object.value.endsWith("dcat#Dataset"),
    )
    .map(({ subject }) => subject.value.split("/").at(-1));
  // A former identifier's folder holds the way to the dataset, no descriptor.
  const pages = readdirSync(join(site, "dataset")).filter((name) =>
    existsSync(join(site, "dataset", name, "datapackage.json")),
  );
  for (const list of [json, csv, dcat, pages]) expect([...list].sort()).toEqual(ids);
});

test("a data file is served byte for byte", () => {
  expect(readFileSync(join(site, "dataset/streets/streets.csv"))).toEqual(
    readFileSync(join(project, "data/datasets/streets/streets.csv")),
  );
});
