import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { type Catalogue, published } from "../model/catalogue.ts";
import type { Repository } from "../model/repository.ts";
import { pinnedFile } from "../schemas/data/pinned.ts";
import type { PublishedSite } from "./addresses/address.ts";
import { toDataPackage } from "./dataset/datapackage.ts";
import { renderGenerated } from "./reports/registry.ts";

/** Where the archive lies on the site. */
export const archiveName = "archive.zip";

type ArchivedFile = { path: string; bytes: number; sha256: string; dataset?: string };

/** A file that is not in the archive and of which it is known what it holds. */
type OutsideFile = { url: string; bytes: number; sha256: string; dataset: string };

/** Files that lie outside the portal, each once for its set, as the passports pin them. */
const outsideFiles = (catalogue: Catalogue): OutsideFile[] =>
  published(catalogue).flatMap(({ id, passport }) => {
    const pinned = passport.resources.flatMap((resource) => pinnedFile(resource) ?? []);
    return [...new Map(pinned.map((file) => [file.url, { ...file, dataset: id }])).values()];
  });

const outsideWords = `Великі файли поза порталом, розмір і SHA-256 яких записано в паспортах, перелічено в manifest.json (outside): адреса (url),
розмір (bytes) і sha256. Самих файлів в архіві немає: завантажте їх за адресами й звірте із sha256.
`;

const readMe = (site: string, outside: readonly OutsideFile[]) =>
  `Дані порталу ${site} одним архівом.

datasets/<набір>/     таблиці й інші файли набору, байт у байт як на порталі, і його паспорт datapackage.json
registry.csv          реєстр наборів
manifest.json         що в архіві: файл, набір, розмір, SHA-256; коміт, з якого його складено
SHA256SUMS            перевірити цілість: sha256sum -c SHA256SUMS

Файли інших порталів, на які цей лише посилається, в архів не входять: їхні адреси є в паспортах.
${outside.length > 0 ? outsideWords : ""}Умови використання зазначено в паспорті кожного набору (licenses); якщо там немає — CC BY 4.0.
`;

/** Every file of the archive, in order; texts come from `content` when they are asked for. */
function* archivedFiles(
  catalogue: Catalogue,
  { tree }: Repository,
): Generator<{ path: string; dataset?: string; content: Uint8Array }> {
  const encoder = new TextEncoder();
  const text = readMe(catalogue.portal.site, outsideFiles(catalogue));
  yield { path: "README.txt", content: encoder.encode(text) };
  yield { path: "registry.csv", content: renderGenerated("/registry.csv", catalogue) };
  for (const dataset of published(catalogue)) {
    const folder = `datasets/${dataset.id}`;
    const passport = `${JSON.stringify(toDataPackage(dataset, catalogue), null, 2)}\n`;
    yield {
      path: `${folder}/datapackage.json`,
      dataset: dataset.id,
      content: encoder.encode(passport),
    };
    for (const file of new Set(dataset.resources.map((resource) => resource.file))) {
      const entry = file === undefined ? undefined : tree.get(file);
      if (file !== undefined && entry)
        yield {
          path: `${folder}/${file.split("/").at(-1)}`,
          dataset: dataset.id,
          content: entry.bytes(),
        };
    }
  }
}

/**
 * The whole portal's data and passports as one ZIP with a manifest and checksums, part by part: a large portal never
 * lies in memory. The same commit gives the same bytes.
 */
export function* renderArchive(
  catalogue: Catalogue,
  repository: Repository,
  { commit, deflate }: { commit?: string | undefined } & Pick<PublishedSite, "deflate">,
): Generator<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  // ZIP keeps the time of the clock on the wall: a moment of its own, the same everywhere.
  const mtime = new Date(1980, 0, 1);
  const add = (path: string, content: Uint8Array, sha256 = hashOf(content)): Uint8Array[] => {
    const file: ZipInputFile = {
      filename: path,
      mtime,
      size: content.length,
      crc: crc32(content),
      // Deflated (APPNOTE.TXT, 4.4.5).
      compression: 8,
    };
    zip.add(file);
    file.ondata?.(null, deflate(content, sha256), true);
    return parts.splice(0);
  };
  const files: ArchivedFile[] = [];
  for (const { path, dataset, content } of archivedFiles(catalogue, repository)) {
    const sha256 = hashOf(content);
    yield* add(path, content, sha256);
    files.push({
      path,
      bytes: content.length,
      sha256,
      ...(dataset === undefined ? {} : { dataset }),
    });
  }
  const { title, site } = catalogue.portal;
  const outside = outsideFiles(catalogue);
  const manifest = {
    title,
    site,
    date: catalogue.today,
    ...(commit === undefined ? {} : { commit }),
    datasets: published(catalogue).length,
    files,
    ...(outside.length > 0 ? { outside } : {}),
  };
  const encoder = new TextEncoder();
  yield* add("manifest.json", encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`));
  const sums = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
  yield* add("SHA256SUMS", encoder.encode(sums));
  zip.end();
  yield* parts;
}

const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");
