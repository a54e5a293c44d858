import type { Theme } from "./dcat/themes.ts";

/** Signs of themes, drawn by ruler on a field of 24: lines to be stroked. */
export const themeIcons: Record<Theme, string> = {
  AGRI: "M12 21V6m0 5L8 8m4 3 4-3m-4 7-4-3m4 3 4-3m-4-6-2-3m2 3 2-3",
  ECON: "M4 20v-9h4v9m2 0V5h4v15m2 0v-6h4v6M3 20h18",
  EDUC: "M3 5h7l2 2 2-2h7v14h-7l-2 2-2-2H3zm9 2v14",
  ENER: "M13 3 5 14h6l-1 7 8-11h-6z",
  ENVI: "M12 21v-5M12 3 6 10h3l-4 6h14l-4-6h3z",
  GOVE: "M3 9l9-5 9 5zm2 0v9m5-9v9m4-9v9m5-9v9M3 20h18",
  HEAL: "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
  INTR: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18m0-18c5 5 5 13 0 18",
  JUST: "M12 4v16m-6 0h12M4 7h16M4 7l-2 6h5zm16 0-3 6h5z",
  REGI: "M3 11l9-7 9 7M5 10v10h14V10m-9 10v-6h4v6",
  SOCI: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm8 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 20v-3l3-3h6l3 3v3m2-6h3l3 3v3",
  TECH: "M7 7h10v10H7zm3-4v4m4-4v4m-4 10v4m4-4v4M3 10h4m-4 4h4m10-4h4m-4 4h4",
  TRAN: "M5 4h14v13H5zm0 7h14M8 17v3m8-3v3M12 4v7",
};

const kinds = {
  table: "M2 3h12v10H2zm0 4h12M6 3v10",
  record: "M6 3H4v4L2 8l2 1v4h2m4-10h2v4l2 1-2 1v4h-2",
  map: "M8 14 3 8V4l5-2 5 2v4zM8 5v3",
  page: "M4 2h6l3 3v9H4zm2 6h5m-5 3h5",
  archive: "M3 5h10v9H3zm0 0 2-3h6l2 3M7 8h2",
};

/** The sign of a file's format, on a field of 16: a table, records, a map, an archive or a page. */
export const formatIcon = (format: string): string =>
  kinds[
    /^(CSV|XLSX?|ODS|TSV|PARQUET)$/.test(format)
      ? "table"
      : /^(GEOJSON|KML|KMZ|SHP|GPKG|GPX)$/.test(format)
        ? "map"
        : /JSON|XML|RDF|TTL|YAML|OWL/.test(format)
          ? "record"
          : /^(ZIP|7Z|RAR|TAR|GZ)/.test(format)
            ? "archive"
            : "page"
  ];
