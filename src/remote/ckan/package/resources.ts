import { deviceName } from "../../../schemas/text.ts";
import { toSlug } from "../../../table/layout/transliterate.ts";
import {
  type FileType,
  fileTypeOf,
  fileTypes,
  isFileType,
} from "../../../vocabularies/dcat/file-types.ts";
import type { RemotePackage } from "../client.ts";
import { addressOf, listOf, oneLine, pastMoment } from "./fields.ts";
import type { Note } from "./gaps.ts";
import { freeName } from "./names.ts";
import { translated } from "./translations.ts";

/** A file of a package, or the page where it is; not yet fetched. */
export type ImportedResource = {
  name: string;
  title: string;
  description?: string;
  path?: string;
  page?: string;
  format?: FileType;
  bytes?: number;
  modified?: string;
};

function formatOf(source: Record<string, unknown>, url: string | undefined): FileType | undefined {
  const written = oneLine(source.format).replace(/^\./, "").toUpperCase();
  if (isFileType(written)) return written;
  const media = [oneLine(source.mimetype), oneLine(source.format)].map((text) =>
    text.toLowerCase(),
  );
  const known = Object.entries(fileTypes).find(([, { mediaType }]) => media.includes(mediaType));
  return (known?.[0] as FileType | undefined) ?? (url === undefined ? undefined : fileTypeOf(url));
}

/** A file's name, no other's in the package: of its title, without an ending. */
function nameOf(title: string, index: number, taken: ReadonlySet<string>): string {
  const slug = toSlug(title.replace(/\.(csv|xlsx?|json|xml|ods|zip|pdf)$/i, ""));
  return freeName(slug === "" || deviceName.test(slug) ? `file-${index + 1}` : slug, taken);
}

/** A file's name in words: «name», and on some portals «title». */
const titleIn = (resource: Record<string, unknown>): string =>
  oneLine(translated(resource, "name").text) || oneLine(translated(resource, "title").text);

/** What a file's record does not say, or not as it should. */
function noteGaps(
  resource: Record<string, unknown>,
  { title, path, format }: ImportedResource,
  index: number,
  gap: Note,
): void {
  if (titleIn(resource) === "") gap("resources", `файл ${index + 1}`, "У файлу немає назви.");
  if (path === undefined)
    gap(
      "resources",
      title,
      "У файлу немає адреси, яку можна відкрити; лишено посилання на сторінку набору.",
    );
  if (format === undefined)
    gap(
      "resources",
      `${title}: ${oneLine(resource.format)}`,
      "Формату немає в переліку; не вказано.",
    );
}

/** The files of a package; `page` stands for one whose address cannot be opened. `day` is the day of the import. */
export function resourcesOf(
  source: RemotePackage,
  { portal, page, day }: { portal: string; page: string; day: string },
  gap: Note,
): ImportedResource[] {
  const names = new Set<string>();
  const resources = listOf(source.resources).map((resource, index): ImportedResource => {
    const title = titleIn(resource) || `Файл ${index + 1}`;
    const url = addressOf(resource.url, portal);
    const name = nameOf(title, index, names);
    names.add(name);
    const format = formatOf(resource, url);
    const bytes = Number(resource.size);
    const description = translated(resource, "description").text;
    const [modified] = [resource.last_modified, resource.created].flatMap(
      (moment) => pastMoment(moment, day, "resources", gap) ?? [],
    );
    const imported: ImportedResource = {
      name,
      title,
      ...(description ? { description } : {}),
      ...(url === undefined ? { page } : { path: url }),
      ...(format ? { format } : {}),
      ...(Number.isSafeInteger(bytes) && bytes > 0 ? { bytes } : {}),
      ...(modified ? { modified } : {}),
    };
    noteGaps(resource, imported, index, gap);
    return imported;
  });
  if (resources.length === 0) gap("resources", "", "Файлів у записі немає.");
  return resources;
}
