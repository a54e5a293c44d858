import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { toCkanPackage } from "../../published/dataset/ckan.ts";
import { renderNationalPortal } from "../../published/reports/checks.ts";
import { nationalPortalSchema } from "../../schemas/reports/checks.ts";
import { openCkanStandIn } from "../../test/fixtures/ckan-stand-in.ts";
import { catalogueOf, generatedPortal } from "../../test/fixtures/generated-portal.ts";
import { openCkan } from "../ckan/client.ts";
import { openReach } from "../reach.ts";
import { checkNationalPortal } from "./national-portal.ts";

const catalogue = catalogueOf(generatedPortal(3));
const [first, second] = catalogue.datasets;
const standIn = await openCkanStandIn({
  packages: [
    // Harvested: under our IRI, with a name of the portal's own choice.
    {
      id: "11111111-1111-4111-8111-111111111111",
      name: "any-name",
      owner_org: "council",
      metadata_modified: "2026-11-20T10:00:00",
      extras: [{ key: "uri", value: first?.iri }],
    },
    {
      id: "22222222-2222-4222-8222-222222222222",
      name: second ? toCkanPackage(second, catalogue).name : "",
      owner_org: "council",
      metadata_modified: "2026-11-21T10:00:00",
    },
    { id: "33333333-3333-4333-8333-333333333333", name: "somebody-elses", owner_org: "council" },
  ],
});
afterAll(() => standIn.close());

test("a set is found under its IRI or its name; the third is not there", async () => {
  const check = await checkNationalPortal(
    openCkan({ fetch: openReach({ allowLoopback: true }), url: standIn.address }),
    catalogue,
    {
      url: "https://data.example.org",
      organization: "council",
    },
  );
  expect(check).toEqual({
    checked: "2026-11-23",
    url: "https://data.example.org",
    found: [
      { id: first?.id, modified: "2026-11-20T10:00:00" },
      { id: second?.id, modified: "2026-11-21T10:00:00" },
    ],
  });
  expect(nationalPortalSchema.parse(parse(renderNationalPortal(check)))).toEqual(check);
});
