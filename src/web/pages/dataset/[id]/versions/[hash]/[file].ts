import { published } from "../../../../../../model/catalogue.ts";
import { versionPath } from "../../../../../../published/dataset/version-path.ts";
import { getSite, getVersions } from "../../../../../../site/site.ts";

/** Every kept version of every file at an address of its own, which never shows anything else. */
export const getStaticPaths = () =>
  published(getSite().catalogue).flatMap((dataset) =>
    dataset.resources.flatMap(({ file, path }) =>
      file !== undefined && path !== undefined
        ? getVersions(file).map(({ hash }) => {
            const [, id, , short, name] = versionPath(path, hash).slice(1).split("/");
            return { params: { id, hash: short, file: name }, props: { source: file, hash } };
          })
        : [],
    ),
  );

export function GET({ props }: { props: { source: string; hash: string } }) {
  const version = getVersions(props.source).find(({ hash }) => hash === props.hash);
  if (!version) throw new Error(`No version ${props.hash} of ${props.source}.`);
  return new Response(new Uint8Array(version.content()));
}
