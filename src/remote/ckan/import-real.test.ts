import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal } from "../../rules/example-portal.ts";
import { checkRepository } from "../../rules/index.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { closedAfterEach } from "../../test/fixtures/ckan-stand-in.ts";
import { before } from "../../test/fixtures/imported-before.ts";
import { openReach } from "../reach.ts";
import { openCkan } from "./client.ts";
import { importCkan } from "./import.ts";

const standIn = closedAfterEach();
type Package = NonNullable<NonNullable<Parameters<typeof standIn>[0]>["packages"]>[number];

const shared = join(project, "../shared/kropyvnytskyi");

describe.skipIf(!existsSync(shared))(
  "57 real records (skipped where the shared folder is absent)",
  () => {
    type Real = Record<string, unknown> & {
      source_url: string;
      resources?: Record<string, unknown>[];
    };
    const records: Real[] = existsSync(shared)
      ? [
          ...JSON.parse(readFileSync(join(shared, "datasets.json"), "utf8")),
          ...JSON.parse(readFileSync(join(shared, "reference-datasets-other-cities.json"), "utf8"))
            .datasets,
        ]
      : [];
    /** A record of a saved page in the form the portal's API gave it. */
    const toPackage = (record: Real, index: number): Package => ({
      id: String(record.identifier ?? `real-${index}`),
      name: String(record.portalSlug ?? new URL(record.source_url).pathname.split("/").at(-1)),
      title: record.title ?? "",
      notes: record.description ?? "",
      purpose_of_collecting_information: record.legalBasis ?? "",
      update_frequency: record.frequency ?? "",
      language: record.language ?? "",
      maintainer_email: record.contactEmail ?? "",
      organization: { name: record.publisherSlug ?? "", title: record.publisher ?? "" },
      metadata_created: record.created,
      metadata_modified: record.updated,
      version: record.version ?? "",
      license_id: record.licenseId ?? "",
      tags: (Array.isArray(record.keywords) ? record.keywords : []).map((name) => ({ name })),
      extras: [
        { key: "publisherIdentifier", value: record.publisherEdrpou ?? "" },
        { key: "koatuu", value: record.koatuu ?? "" },
      ],
      resources: (record.resources ?? []).map((resource, position) => ({
        id: `${index}-${position}`,
        url: resource.url ?? "",
        ...resource,
      })),
    });

    test("are imported, every one; what comes out is understood, and only its gaps are found in it", async () => {
      const packages = new Map(
        records.map((record, index) => {
          const one = toPackage(record, index);
          return [one.id, one];
        }),
      );
      const portal = await standIn({ packages: [...packages.values()] });
      const files = new Map<string, string>(
        Object.entries(examplePortal).filter(
          ([path]) => path === "data/portal.yaml" || path.startsWith("data/publishers"),
        ),
      );
      const result = await importCkan(
        openCkan({ fetch: openReach({ allowLoopback: true }), url: portal.address }),
        before(files),
        {
          portal: "https://data.example.gov.ua",
          files: false,
          day: "2026-11-30",
          mailDomains: ["krmr.gov.ua"],
          places: new Set(),
          territory: { places: new Set() },
        },
        {
          download: async () => ({ problem: "" }),
          write: (path, content) => files.set(path, content),
          tell: () => {},
        },
      );
      expect(result.imported).toHaveLength(packages.size);
      const repository = readRepository(treeOf(Object.fromEntries(files)));
      expect(repository.problems).toEqual([]);
      const errors = checkRepository(repository).filter(({ severity }) => severity === "error");
      expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      expect(result.gaps.length).toBeGreaterThan(packages.size);
    });
  },
);
