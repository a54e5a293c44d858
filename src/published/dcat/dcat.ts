import { type Catalogue, type Dataset, published, type Shared } from "../../model/catalogue.ts";
import { once } from "../../model/once.ts";
import { frequencies, isFrequency, unknownFrequency } from "../../vocabularies/dcat/frequencies.ts";
import { isLicence, licences } from "../../vocabularies/dcat/licences.ts";
import { datasetNodes, isRecorded, recordIri, weighNodes } from "./dcat-dataset.ts";
import { inOrder, withStubs } from "./dcat-stubs.ts";
import {
  agent,
  authority,
  both,
  contactPoint,
  document,
  type GraphNode,
  given,
  languages,
  moment,
  publicAccess,
  ref,
  text,
  ukraine,
} from "./dcat-terms.ts";

/** Sets and bytes on one page of the catalogue: harvesters refuse a file above 50 MB (ckanext-dcat, MAX_FILE_SIZE). */
const pageSets = 5000;
const pageBytes = 40_000_000;
/** N-Triples, the longest serialisation, against the compact JSON of the same nodes: at most so many times longer. */
const longest = 2.5;

/** Sets of each page of the catalogue, in its order: one page for all but the largest portals. */
function pagesOf(catalogue: Catalogue): Dataset[][] {
  const pages: Dataset[][] = [[]];
  const most = catalogue.portal.catalogPageSets ?? pageSets;
  let bytes = 0;
  for (const dataset of published(catalogue)) {
    const size = longest * weighNodes(dataset, catalogue);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length === most || bytes + size > pageBytes)) {
      pages.push([dataset]);
      bytes = size;
    } else {
      page.push(dataset);
      bytes += size;
    }
  }
  return pages;
}

/** Where a page of a catalogue lies: /catalog.ttl, then /catalog/2.ttl. */
export type PageOf = { page: number; stem: "catalog" | "catalog-ckan"; extension: string };
const pathOf = ({ page, stem, extension }: PageOf): string =>
  page === 1 ? `/${stem}.${extension}` : `/${stem}/${page}.${extension}`;

const pages = once(pagesOf);

/** How many pages the catalogue takes. */
export const countPages = (catalogue: Catalogue): number => pages(catalogue).length;

/**
 * The catalogue as a DCAT-AP 3.0.1 graph, or one page of it. Pages follow one another by hydra:next, as ckanext-dcat
 * and uData read it; their addresses, unlike everything else, differ by the serialisation they are for.
 */
export function buildCatalogueGraph(
  catalogue: Catalogue,
  { page = 1, stem = "catalog", extension = "jsonld" }: Partial<PageOf> = {},
): GraphNode[] {
  const all = countPages(catalogue);
  const nodes = nodesOf(catalogue, page);
  if (all === 1) return nodes;
  const { site } = catalogue.portal;
  const at = (number: number) => ref(site + pathOf({ page: number, stem, extension }));
  const view: GraphNode = {
    "@id": site + pathOf({ page, stem, extension }),
    // ckanext-dcat before 2.1 knows only the second class and nextPage.
    "@type": ["hydra:PartialCollectionView", "hydra:PagedCollection"],
    "hydra:first": at(1),
    "hydra:last": at(all),
    ...(page > 1 ? { "hydra:previous": at(page - 1) } : {}),
    ...(page < all ? { "hydra:next": at(page + 1), "hydra:nextPage": at(page + 1) } : {}),
  };
  return inOrder([...nodes, view]);
}

/** The page that was built last: all its serialisations are made one after another. */
let built: { catalogue: Catalogue; page: number; nodes: GraphNode[] } | undefined;

function nodesOf(catalogue: Catalogue, page: number): GraphNode[] {
  if (built?.catalogue !== catalogue || built.page !== page)
    built = { catalogue, page, nodes: buildNodes(catalogue, pages(catalogue)[page - 1] ?? []) };
  return built.nodes;
}

/** Everything on one page of the catalogue but what it says of the others. */
function buildNodes(catalogue: Catalogue, sets: readonly Dataset[]): GraphNode[] {
  const inSeries = new Set(sets.flatMap(({ series }) => series ?? []));
  return withStubs(
    [
      ...ownNodes(catalogue, sets),
      ...sets.flatMap((dataset) => datasetNodes(dataset, catalogue)),
      ...catalogue.series
        .filter(({ id }) => inSeries.has(id))
        .flatMap((series) => seriesNodes(series, catalogue)),
    ],
    catalogue,
  );
}

/** What the catalogue says beside what it says of its sets: of itself, its publisher, its files, and which sets it has. */
export const nodesSaid = (catalogue: Catalogue): GraphNode[] =>
  ownNodes(catalogue, published(catalogue));

function ownNodes(catalogue: Catalogue, sets: readonly Dataset[]): GraphNode[] {
  const { portal } = catalogue;
  const licence = portal.licenses[0]?.name;
  const licenceRef =
    licence !== undefined && isLicence(licence)
      ? { "dct:license": ref(licences[licence].iri) }
      : {};
  const title = { uk: portal.title, ...(portal.en?.title ? { en: portal.en.title } : {}) };
  const service = `${portal.iriBase}/service/files`;
  const contact = `${service}/contact`;
  const catalog: GraphNode = {
    "@id": `${portal.iriBase}/catalog`,
    "@type": "dcat:Catalog",
    "dct:title": both(title),
    "dct:description": both({
      uk: portal.description,
      ...(portal.en?.description ? { en: portal.en.description } : {}),
    }),
    "dct:publisher": ref(catalogue.publisher.iri),
    "dct:language": portal.languages.map((language) => ref(languages[language].iri)),
    "foaf:homepage": ref(`${portal.site}/`),
    "dcat:themeTaxonomy": ref(`${authority}/data-theme`),
    "dct:spatial": ref(ukraine),
    ...licenceRef,
    ...(portal.issued ? { "dct:issued": moment(portal.issued) } : {}),
    ...(catalogue.modified ? { "dct:modified": moment(catalogue.modified) } : {}),
    "dcat:service": ref(service),
    "dcat:dataset": sets.map(({ iri }) => ref(iri)),
    ...given(
      "dcat:record",
      sets.filter(isRecorded).map((set) => ref(recordIri(set, catalogue))),
    ),
  };
  const access: GraphNode = {
    "@id": service,
    "@type": "dcat:DataService",
    "dct:title": [
      text("Файли порталу за постійними адресами", "uk"),
      text("Files of the portal at permanent addresses", "en"),
    ],
    "dct:description": [
      text(
        "Статичний інтерфейс: перелік наборів, знімок CKAN Action API, каталог DCAT, самі файли. Ключ не потрібен.",
        "uk",
      ),
      text(
        "A static interface: list of datasets, snapshot of the CKAN Action API, DCAT catalogue, the files. No key is needed.",
        "en",
      ),
    ],
    "dct:publisher": ref(catalogue.publisher.iri),
    "dcat:contactPoint": ref(contact),
    "dcat:endpointURL": ref(`${portal.site}/`),
    "dcat:endpointDescription": ref(`${portal.site}/openapi.json`),
    "dcat:landingPage": ref(`${portal.site}/api/`),
    "dct:accessRights": ref(publicAccess),
    ...licenceRef,
    "dcat:servesDataset": sets.map(({ iri }) => ref(iri)),
  };
  return [
    catalog,
    access,
    contactPoint(contact, catalogue.publisher.name, portal.contact.email),
    agent(catalogue.publisher),
    document(`${portal.site}/`),
    document(`${portal.site}/api/`),
  ];
}

/** One dataset, its distributions and everything they refer to, readable without the catalogue. */
export function buildDatasetGraph(dataset: Dataset, shared: Shared): GraphNode[] {
  const series = shared.series.find(({ id }) => id === dataset.series);
  return withStubs(
    [...datasetNodes(dataset, shared), ...(series ? seriesNodes(series, shared) : [])],
    shared,
  );
}

/** The same without its record, which only dates it. */
export function graphSaid(dataset: Dataset, shared: Shared): GraphNode[] {
  const record = recordIri(dataset, shared);
  return buildDatasetGraph(dataset, shared).filter(({ "@id": iri }) => iri !== record);
}

function seriesNodes(series: Shared["series"][number], shared: Shared): GraphNode[] {
  const publisher = shared.publishers.find(({ id }) => id === series.publisher);
  const { frequency } = series;
  const contact = `${series.iri}/contact`;
  const landing = `${shared.portal.site}/series/${series.id}/`;
  return [
    {
      "@id": series.iri,
      "@type": "dcat:DatasetSeries",
      "dct:title": both(series.name),
      "dct:description": both(series.about),
      // uData takes a series for a dataset, and none without an identifier; no set can have this one.
      "dct:identifier": [{ "@value": `series/${series.id}` }],
      ...(publisher ? { "dct:publisher": ref(publisher.iri) } : {}),
      "dcat:contactPoint": ref(contact),
      "dct:spatial": ref(ukraine),
      "dcat:landingPage": ref(landing),
      "dct:accrualPeriodicity": ref(
        frequency !== undefined && isFrequency(frequency)
          ? frequencies[frequency].iri
          : unknownFrequency,
      ),
    },
    contactPoint(
      contact,
      (publisher ?? shared.publisher).name,
      publisher?.email ?? shared.portal.contact.email,
    ),
    document(landing),
  ];
}
