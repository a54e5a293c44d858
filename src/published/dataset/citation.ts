import { speak } from "../../i18n/translate.ts";
import type { Dataset, Shared } from "../../model/catalogue.ts";

/** What a citation says: of which publisher's data, as they were in which commit, with which fingerprints. */
export type Citation = {
  author: string;
  year?: string;
  title: string;
  version?: string;
  portal: string;
  url: string;
  day?: string;
  commit?: string;
  checksums: { file: string; sha256: string }[];
};

export function citationOf(dataset: Dataset, { portal }: Shared): Citation {
  const { passport, modified, history, resources } = dataset;
  const commit = history[0]?.hash;
  return {
    author: dataset.publisher.title,
    ...(modified === undefined ? {} : { year: modified.slice(0, 4), day: modified.slice(0, 10) }),
    title: dataset.title.uk,
    ...(passport.version === undefined ? {} : { version: passport.version }),
    portal: portal.title,
    url: `${portal.site}/dataset/${dataset.id}/`,
    ...(commit === undefined ? {} : { commit }),
    checksums: resources.flatMap(({ path, sha256 }) =>
      path !== undefined && sha256 !== undefined
        ? [{ file: path.split("/").at(-1) ?? path, sha256 }]
        : [],
    ),
  };
}

/** As ДСТУ 8302:2015 orders an electronic resource: author, title, portal, year, address; then what pins it. */
export function citationText({ author, year, title, version, portal, url, day, commit }: Citation) {
  const part = version === undefined ? "" : `, версія ${version}`;
  const pin =
    commit === undefined || day === undefined
      ? ""
      : ` Станом на ${speak("uk").date(day)} (коміт ${commit.slice(0, 10)}).`;
  return `${author}. ${title}${part} [Набір даних]. ${portal}${year === undefined ? "" : `, ${year}`}. URL: ${url}.${pin}`;
}

/** Signs that TeX has commands for. Braces are among them: BibTeX counts an escaped one too, and a field ends at its own. */
const commands = new Map([
  ["\\", "textbackslash"],
  ["{", "textbraceleft"],
  ["}", "textbraceright"],
  ["^", "textasciicircum"],
  ["~", "textasciitilde"],
]);

/** A text inside a field of BibTeX: what TeX would read as its own is written so that it stands for itself. */
const asTex = (text: string): string =>
  text.replace(/[\\{}^~%$#&_]/g, (sign) => {
    const command = commands.get(sign);
    return command === undefined ? `\\${sign}` : `\\${command}{}`;
  });

const fingerprint = ({ commit, checksums }: Citation): string =>
  [
    ...(commit === undefined ? [] : [`git ${commit}`]),
    ...checksums.map(({ file, sha256 }) => `${file} sha256:${sha256}`),
  ].join("; ");

/** BibTeX, type @misc: a dataset has no type of its own in it; BibLaTeX reads `entrysubtype`. */
export function renderBibtex(id: string, citation: Citation): string {
  const { author, year, title, version, portal, url, day } = citation;
  const fields = {
    author: `{${asTex(author)}}`,
    title: `{${asTex(title)}}`,
    ...(year === undefined ? {} : { year }),
    howpublished: asTex(portal),
    url,
    ...(day === undefined ? {} : { urldate: day }),
    ...(version === undefined ? {} : { version: asTex(version) }),
    entrysubtype: "dataset",
    note: asTex(fingerprint(citation)),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${year === undefined ? id : `${id}-${year}`},\n${lines.join(",\n")}\n}\n`;
}

/** RIS, type DATA; a tag's text is one line. */
export function renderRis(citation: Citation): string {
  const { author, year, title, version, portal, url, day } = citation;
  const one = (text: string) => text.replace(/\s+/g, " ");
  return [
    "TY  - DATA",
    `AU  - ${one(author)}`,
    `TI  - ${one(title)}`,
    ...(year === undefined ? [] : [`PY  - ${year}`]),
    ...(day === undefined ? [] : [`DA  - ${day.replaceAll("-", "/")}`]),
    `PB  - ${one(portal)}`,
    ...(version === undefined ? [] : [`ET  - ${one(version)}`]),
    `UR  - ${url}`,
    `N1  - ${fingerprint(citation)}`,
    "ER  - ",
    "",
  ].join("\r\n");
}

/** A text as an address that holds it whole: a link to it is a file to take away, and the site has none. */
export const dataAddress = (mediaType: string, text: string): string =>
  `data:${mediaType};charset=utf-8;base64,${Buffer.from(text).toString("base64")}`;
