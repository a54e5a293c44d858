const eu = (code: string) => `http://publications.europa.eu/resource/authority/file-type/${code}`;

/**
 * Formats of files: EU file-type IRI and IANA media type. `stored` ones may lie in the repository itself;
 * `machineReadable` and `open` (not proprietary) are those of the lists data.europa.eu assesses metadata by (MQA).
 */
export const fileTypes = {
  CSV: {
    extension: "csv",
    mediaType: "text/csv",
    iri: eu("CSV"),
    stored: true,
    machineReadable: true,
    open: true,
  },
  JSON: {
    extension: "json",
    mediaType: "application/json",
    iri: eu("JSON"),
    stored: true,
    machineReadable: true,
    open: true,
  },
  GEOJSON: {
    extension: "geojson",
    mediaType: "application/geo+json",
    iri: eu("GEOJSON"),
    stored: true,
    machineReadable: true,
    open: true,
  },
  XLSX: {
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    iri: eu("XLSX"),
    stored: false,
    machineReadable: true,
    open: false,
  },
  XLS: {
    extension: "xls",
    mediaType: "application/vnd.ms-excel",
    iri: eu("XLS"),
    stored: false,
    machineReadable: true,
    open: false,
  },
  ODS: {
    extension: "ods",
    mediaType: "application/vnd.oasis.opendocument.spreadsheet",
    iri: eu("ODS"),
    stored: false,
    machineReadable: true,
    open: true,
  },
  XML: {
    extension: "xml",
    mediaType: "application/xml",
    iri: eu("XML"),
    stored: false,
    machineReadable: true,
    open: true,
  },
  ZIP: {
    extension: "zip",
    mediaType: "application/zip",
    iri: eu("ZIP"),
    stored: false,
    machineReadable: false,
    open: true,
  },
  PDF: {
    extension: "pdf",
    mediaType: "application/pdf",
    iri: eu("PDF"),
    stored: false,
    machineReadable: false,
    open: false,
  },
  HTML: {
    extension: "html",
    mediaType: "text/html",
    iri: eu("HTML"),
    stored: false,
    machineReadable: false,
    open: true,
  },
} as const;

export type FileType = keyof typeof fileTypes;
export const isFileType = (name: string): name is FileType => Object.hasOwn(fileTypes, name);

/** Format by the ending of a path: "a/b.csv" → CSV; nothing for an ending the list does not have. */
export function fileTypeOf(path: string): FileType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(path.replace(/[?#].*$/, ""))?.[1]?.toLowerCase();
  const known = Object.entries(fileTypes).find(([, type]) => type.extension === extension);
  return known?.[0] as FileType | undefined;
}
