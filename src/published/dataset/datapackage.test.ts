import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { type Catalogue, type Dataset, sharedOf } from "../../model/catalogue.ts";
import type { TableSchema } from "../../schemas/data/table-schema.ts";
import { loadPortal } from "../../site/portal.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { columnOf } from "../../test/fixtures/column-of.ts";
import { dataPackageSchema } from "../../test/fixtures/data-package-schema.ts";
import { fullPortal } from "../../test/fixtures/full-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { toDataPackage } from "./datapackage.ts";

type Written = { $schema?: string; resources: { schema?: object }[] } & Record<string, unknown>;

const judge = new Ajv({ strict: false, allErrors: true }).compile(dataPackageSchema);
const faultsOf = (written: unknown): string[] => {
  judge(written);
  return (judge.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
/** As readers get it: what is undefined is not written. */
const written = (dataset: Dataset, catalogue: Catalogue): Written =>
  JSON.parse(JSON.stringify(toDataPackage(dataset, sharedOf(catalogue))));

const full = catalogueOf(fullPortal);
const [stops] = full.datasets.filter(({ id }) => id === "stops");
if (!stops) throw new Error("no set");
const fieldOf = (field: object, cells: string[] = []): unknown => {
  const schema = {
    fields: [{ name: "a", title: "А", constraints: {}, ...field }],
    foreignKeys: [],
    missingValues: [""],
  } as unknown as TableSchema;
  const { profile } = columnOf(cells, { field });
  const columns = schema.fields.map((one) => ({ field: one, profile }));
  const resources = stops.resources.slice(0, 1).map((resource) => ({
    ...resource,
    schema,
    table: { ...resource.table, columns } as NonNullable<typeof resource.table>,
  }));
  const made = written({ ...stops, resources }, full);
  expect(faultsOf(made)).toEqual([]);
  return (made.resources[0]?.schema as TableSchema | undefined)?.fields[0];
};

describe("who names the profile of Data Package v2 keeps it", () => {
  const loaded = loadPortal(project, "2026-11-23").catalogue;
  if (!loaded) throw new Error("The portal has errors.");
  test.for(
    [loaded, full].map((catalogue) => {
      const all = catalogue.datasets.map((dataset) => written(dataset, catalogue));
      const claimed = all.filter(({ $schema }) => $schema !== undefined);
      return {
        title: catalogue.portal.title,
        sets: all.length,
        claim: claimed.length,
        all,
        claimed,
      };
    }),
  )("$title: $claim descriptors of $sets", async ({ title, all, claimed }, { annotate }) => {
    const faults = claimed.flatMap((made) =>
      faultsOf(made).map((fault) => `${made.name}: ${fault}`),
    );
    expect(faults).toEqual([]);
    expect(claimed.length).toBeGreaterThan(3);
    // Every set with files names it, and none without: a package has at least one.
    for (const { $schema, resources } of all)
      expect($schema === undefined).toBe(resources.length === 0);
    await annotate(
      `datapackage.json by the JSON Schema of Data Package v2: ${claimed.length} of ${claimed.length} valid («${title}»)`,
      "counted",
    );
  });
});

describe("a column is written as Table Schema has it", () => {
  test.each<[situation: string, field: object, as: object]>([
    [
      "an example that is a number",
      { type: "number", example: 4.5 },
      { type: "number", example: "4.5" },
    ],
    [
      "an example that is a sign",
      { type: "boolean", example: true },
      { type: "boolean", example: "true" },
    ],
    ["no limits", { type: "string" }, { type: "string" }],
    [
      "codes that YAML read as numbers",
      { type: "string", constraints: { enum: [1, 2, 2] } },
      { type: "string", constraints: { enum: ["1", "2"] } },
    ],
    [
      "numbers",
      { type: "integer", constraints: { enum: [1, 2], minimum: 1, maximum: "9" } },
      { type: "integer", constraints: { enum: [1, 2], minimum: 1, maximum: "9" } },
    ],
    [
      "numbers and texts",
      { type: "number", constraints: { enum: [1, "2.0"] } },
      { type: "number", constraints: { enum: ["1", "2.0"] } },
    ],
    [
      "a date whose limit is a year",
      { type: "date", constraints: { minimum: 2000 } },
      { type: "date", constraints: { minimum: "2000" } },
    ],
    [
      "signs",
      { type: "boolean", constraints: { enum: ["true", "False"] } },
      { type: "boolean", constraints: { enum: [true, false] } },
    ],
    [
      "whole numbers whose limits are not",
      { type: "integer", constraints: { minimum: 0.5, maximum: "9.5" } },
      { type: "integer", constraints: { minimum: 1, maximum: 9 } },
    ],
    ["a mailbox", { type: "string", format: "email" }, { type: "string", format: "email" }],
    ["a format of another type", { type: "integer", format: "uri" }, { type: "integer" }],
  ])("%s", (_, field, as) => {
    expect(fieldOf(field)).toEqual({ name: "a", title: "А", ...as });
  });

  test.each<[cells: string[], field: object, as: object]>([
    [["09:30:00"], { type: "time" }, {}],
    [["09:30", "11:00"], { type: "time", format: "default" }, { format: "%H:%M" }],
    [["11:00+02:00"], { type: "time" }, { format: "%H:%M%z" }],
    [["11:00:00Z"], { type: "time" }, { format: "%H:%M:%S%z" }],
    [["09:30", "11:00+02:00"], { type: "time" }, { format: "any" }],
    [["09:30", "11:00:00"], { type: "time" }, { format: "any" }],
    [["09:30:00.5"], { type: "time" }, { format: "any" }],
    [["2026-03-01T09:30:00Z", "2026-03-01T09:30:00.5"], { type: "datetime" }, {}],
    [["2026-03-01T09:30"], { type: "datetime" }, { format: "%Y-%m-%dT%H:%M" }],
    [["2026-03-01T09:30+02:00"], { type: "datetime" }, { format: "%Y-%m-%dT%H:%M%z" }],
    [["2026-03-01T09:30", "2026-03-01T09:30:00"], { type: "datetime" }, { format: "any" }],
    [
      ["09:30:00"],
      { type: "time", constraints: { minimum: "08:00" } },
      { constraints: { minimum: "08:00:00" } },
    ],
    [
      ["09:30"],
      { type: "time", constraints: { minimum: "08:00:00", maximum: "20:00" } },
      { format: "%H:%M", constraints: { minimum: "08:00", maximum: "20:00" } },
    ],
    [
      ["09:30"],
      { type: "time", constraints: { minimum: "08:00:30", maximum: "20:00" } },
      { format: "any", constraints: { minimum: "08:00:30", maximum: "20:00:00" } },
    ],
    [
      ["2026-03-01T09:30+02:00"],
      { type: "datetime", constraints: { minimum: "2026-01-01T00:00Z" } },
      { format: "%Y-%m-%dT%H:%M%z", constraints: { minimum: "2026-01-01T00:00Z" } },
    ],
    [
      ["2026-03-01T09:30+02:00"],
      { type: "datetime", constraints: { minimum: "2026-01-01" } },
      { format: "any", constraints: { minimum: "2026-01-01T00:00:00" } },
    ],
    [["2026-03-01T09:30:00"], { type: "datetime", constraints: { minimum: "08:00" } }, {}],
  ])("times are named as they are written: %s, %s", (cells, field, as) => {
    const { type } = field as { type: string };
    expect(fieldOf(field, cells)).toEqual({ name: "a", title: "А", type, ...as });
  });
});

test("keys to other tables are lists on both sides, and where there are none nothing is said", () => {
  const routes = full.datasets.find(({ id }) => id === "routes");
  if (!routes) throw new Error("no set");
  expect(written(routes, full).resources.map(({ schema }) => schema)).toMatchObject([
    expect.not.objectContaining({ foreignKeys: expect.anything() }),
    {
      foreignKeys: [
        {
          fields: ["kind", "number"],
          reference: { resource: "routes", fields: ["kind", "number"] },
        },
        { fields: ["next"], reference: { resource: "", fields: ["id"] } },
      ],
    },
  ]);
});

test.each([
  ["2026-01-02T03:04:05+02:00", "2026-01-02T03:04:05+02:00"],
  ["2026-01-02T03:04:05", undefined],
  ["2026-01-02", undefined],
])("a package is created at a moment with its zone: %s", (issued, created) => {
  const made = written({ ...stops, issued }, full);
  expect([made.created, made.issued, faultsOf(made)]).toEqual([created, issued, []]);
});

test("without keywords nothing is said of them", () => {
  const passport = { ...stops.passport, keywords: [] };
  expect(faultsOf(written({ ...stops, passport }, full))).toEqual([]);
});
