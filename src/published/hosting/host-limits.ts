import { speak } from "../../i18n/translate.ts";
import type { SiteSize } from "./site-size.ts";

/** A host and what it takes, as its documentation said in November 2026. */
type Host = {
  name: string;
  /** Where sites stand that have no domain of their own. */
  domain: string;
  files?: number;
  bytes?: number;
  fileBytes?: number;
  inFolder?: number;
};

const hosts: readonly Host[] = [
  // https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits: a site «may be no larger
  // than 1 GB». Its soft limits, 100 GB of traffic a month and ten minutes of a deployment, no build can foresee.
  { name: "GitHub Pages", domain: "github.io", bytes: 1e9 },
  // https://developers.cloudflare.com/pages/platform/limits/: files of the Free plan (100,000 of a paid one), and of one
  // file 25 MiB on any.
  { name: "Cloudflare Pages", domain: "pages.dev", files: 20_000, fileBytes: 25 * 2 ** 20 },
  // https://docs.netlify.com/site-deploys/overview: «54,000 files per directory», no limit of files altogether.
  { name: "Netlify", domain: "netlify.app", inFolder: 54_000 },
];

/** From this part of a limit on it is told: bytes are estimated, and a portal grows. */
const near = 0.9;

const { number, size } = speak("uk");

/** What of a site a host would not take, in words. */
function brokenBy({ files, bytes, sized, mostInFolder }: SiteSize, host: Host): string[] {
  const tooLarge =
    host.fileBytes === undefined ? [] : sized.filter((file) => file.bytes > (host.fileBytes ?? 0));
  const [largest] = tooLarge.toSorted((a, b) => b.bytes - a.bytes);
  return [
    ...(host.files !== undefined && files > near * host.files
      ? [`бере щонайбільше ${number(host.files)} файлів`]
      : []),
    ...(host.bytes !== undefined && bytes > near * host.bytes
      ? [`бере сайт щонайбільше на ${size(host.bytes)}`]
      : []),
    ...(host.inFolder !== undefined && mostInFolder > near * host.inFolder
      ? [`бере щонайбільше ${number(host.inFolder)} файлів в одній теці`]
      : []),
    ...(largest
      ? [
          `не бере файлу, більшого за ${size(host.fileBytes ?? 0)}, а таких ${number(tooLarge.length)} (найбільший — ${largest.path}, ${size(largest.bytes)})`,
        ]
      : []),
  ];
}

/**
 * What the host will say against a site, in one sentence with what to do; undefined where nothing. The host is known by
 * the address; of a portal with a domain of its own every host that would refuse it is named.
 */
export function hostWarning(measured: SiteSize, site: string): string | undefined {
  const { hostname } = new URL(site);
  const own = hosts.filter(({ domain }) => hostname.endsWith(`.${domain}`));
  const refused = (own.length > 0 ? own : hosts).flatMap((host) => {
    const broken = brokenBy(measured, host);
    return broken.length > 0 ? [`${host.name} ${broken.join(", ")}`] : [];
  });
  if (refused.length === 0) return undefined;
  return `Увага: сайт матиме близько ${number(measured.files)} файлів, ${size(measured.bytes)}, а ${refused.join("; ")}. Складайте менше копій таблиць (copies у data/portal.yaml), тримайте великі файли на іншому сервері (їхня адреса — у path паспорта) або оберіть інший хостинг (.github/hosting.md).`;
}
