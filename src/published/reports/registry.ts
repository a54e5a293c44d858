import { generatedBytes } from "../../catalogue/generated.ts";
import { type RegistryRow, registryColumns, registryOf } from "../../catalogue/registry.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { asXstring } from "../../table/workbook/xstring.ts";
import type { GeneratedFile } from "../../vocabularies/portal-files.ts";
import { structures } from "../../vocabularies/structures.ts";

const cells = (row: RegistryRow): (string | null)[] => registryColumns.map((name) => row[name]);

/** The files the portal makes of the whole catalogue that a dataset may publish as its own. */
export const renderGenerated = (file: GeneratedFile, catalogue: Catalogue): Uint8Array =>
  generatedBytes(file, catalogue);

/** The register as a workbook: names for programs in the first row, Ukrainian titles in the second. */
export async function renderRegistryXlsx(catalogue: Catalogue): Promise<Uint8Array> {
  const fields = structures.get("07-register")?.fields ?? [];
  const titles = registryColumns.map(
    (column) => fields.find(({ name }) => name === column)?.title ?? column,
  );
  const { writeXlsx } = await import("hucre");
  return writeXlsx({
    // A moment of its own, so that two builds of the same commit give the same file.
    properties: { title: "Реєстр наборів даних", created: new Date(0), modified: new Date(0) },
    sheets: [
      {
        name: "register",
        rows: [[...registryColumns], titles, ...registryOf(catalogue).map(cells)].map((row) =>
          row.map(asXstring),
        ),
        columns: registryColumns.map((name) => ({
          width: ["title", "description", "purpose"].includes(name) ? 60 : 24,
          numFmt: "@",
        })),
        freezePane: { rows: 2 },
      },
    ],
  });
}
