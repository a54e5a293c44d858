import type { Content, DatasetSite } from "../../../published/addresses/address.ts";
import { nameOf } from "../../../published/addresses/address.ts";
import { copyFiles, datasetFiles } from "../../../published/addresses/index.ts";
import type { CkanPackage } from "../../../published/dataset/ckan.ts";
import type { SentFile } from "../client.ts";

/** Files of a package that lie here, by the ids of their records; each is read or made when it is asked for. */
export type OwnFiles = ReadonlyMap<string, () => Promise<SentFile>>;

/** The files a portal can be sent: of what the package links to, all that this site publishes; links to elsewhere stay links. */
export function ownFiles(ours: CkanPackage, of: DatasetSite): OwnFiles {
  const { site } = of.shared.portal;
  const published = new Map(
    [...copyFiles(of), ...datasetFiles(of)].map((file) => [site + file.path, file]),
  );
  return new Map(
    ours.resources.flatMap(({ id, url }) => {
      const file = published.get(url);
      if (!file) return [];
      const { path, mediaType, render } = file;
      const send = async () => ({
        name: nameOf(path),
        mediaType,
        bytes: bytesOf(await render()),
      });
      return [[id, send]];
    }),
  );
}

const bytesOf = (content: Content): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    typeof content === "string" || content instanceof Uint8Array
      ? Buffer.from(content)
      : Buffer.concat([...content]),
  );
