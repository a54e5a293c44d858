import type { Catalogue, Dataset } from "../../model/catalogue.ts";
import type { DatasetFile } from "../../vocabularies/portal-files.ts";
import { renderCalendar } from "../feeds/calendar.ts";
import {
  hasStructure,
  renderFileMetadata,
  renderStructureCsv,
  renderStructureJson,
  renderStructureXml,
} from "../tables/structure.ts";
import { citationOf, renderBibtex, renderDatacite, renderRis } from "./citation.ts";
import { renderCkan, toCkanPackage } from "./ckan.ts";
import { toDataPackage } from "./datapackage.ts";
import { renderPassportCsv, renderPassportXml } from "./passport.ts";

type Render = (dataset: Dataset, catalogue: Catalogue) => string;

const files: Record<DatasetFile, Render> = {
  "datapackage.json": (dataset, catalogue) =>
    `${JSON.stringify(toDataPackage(dataset, catalogue), null, 2)}\n`,
  "passport.csv": renderPassportCsv,
  "passport.xml": renderPassportXml,
  "structure.csv": renderStructureCsv,
  "structure.json": renderStructureJson,
  "structure.xml": renderStructureXml,
  "ckan.json": (dataset, catalogue) =>
    renderCkan("package_show", toCkanPackage(dataset, catalogue), catalogue),
  "citation.bib": (dataset, catalogue) => renderBibtex(dataset.id, citationOf(dataset, catalogue)),
  "citation.ris": (dataset, catalogue) => renderRis(citationOf(dataset, catalogue)),
  "datacite.json": (dataset, catalogue) => renderDatacite(dataset, citationOf(dataset, catalogue)),
  "updates.ics": (dataset, { portal }) => renderCalendar(dataset.title.uk, [dataset], portal.site),
};

/** Name and text of every file the portal makes for a dataset; those of the structure only where there is one. */
export const datasetFileTexts = (
  dataset: Dataset,
  catalogue: Catalogue,
): { name: string; render(): string }[] => [
  ...Object.entries(files)
    .filter(([name]) => !name.startsWith("structure.") || hasStructure(dataset))
    .map(([name, render]) => ({ name, render: () => render(dataset, catalogue) })),
  ...dataset.resources.flatMap(({ path, format }) => {
    const file = path?.split("/").at(-1);
    const text =
      file !== undefined && format === "CSV" ? renderFileMetadata(dataset, file) : undefined;
    return text === undefined ? [] : [{ name: `${file}-metadata.json`, render: () => text }];
  }),
];
