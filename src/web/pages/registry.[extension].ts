import { renderGenerated } from "../../published/reports/registry.ts";
import { getSite } from "../../site/site.ts";
import { type GeneratedFile, generatedFiles } from "../../vocabularies/portal-files.ts";

export const getStaticPaths = () =>
  generatedFiles.map((file) => ({
    params: { extension: file.split(".").at(-1) },
    props: { file },
  }));

export const GET = ({ props: { file } }: { props: { file: GeneratedFile } }) =>
  new Response(new Uint8Array(renderGenerated(file, getSite().catalogue)));
