import { isIP } from "node:net";
import { connect } from "node:tls";
import { judgedLookup, type ReachOptions, refusalOf } from "../reach.ts";
import { type Check, good, guide, lacking } from "./check.ts";

const day = 86_400_000;
/** Days before its end: by then a host that renews certificates itself has done so. */
const soon = 14;

/** When a site's certificate ends, as milliseconds of 1970; undefined where none was shown. */
export type CertificateOf = (site: URL) => Promise<number | undefined>;

/** Reads a certificate from its server, which is judged as any address is before it is visited. */
export const readCertificate =
  (options: ReachOptions = {}): CertificateOf =>
  (site) =>
    new Promise((told) => {
      if (refusalOf(site, options) !== undefined) return told(undefined);
      const socket = connect({
        host: site.hostname,
        port: Number(site.port || 443),
        ...(isIP(site.hostname) === 0 ? { servername: site.hostname } : {}),
        lookup: judgedLookup(options),
        timeout: 20_000,
        // One that has ended is looked at all the same: nothing is sent.
        rejectUnauthorized: false,
      });
      const end = (value?: number) => {
        socket.destroy();
        told(value);
      };
      socket.on("secureConnect", () => {
        const ends = Date.parse(socket.getPeerCertificate().valid_to ?? "");
        end(Number.isNaN(ends) ? undefined : ends);
      });
      socket.on("error", () => end());
      socket.on("timeout", () => end());
    });

const dated = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** How a site's certificate stands on a day, yyyy-mm-dd. */
export async function certificateCheck(
  site: URL,
  today: string,
  certificateOf: CertificateOf,
): Promise<Check> {
  const id = "certificate";
  if (site.protocol !== "https:")
    return lacking(
      id,
      "must",
      "Сайт відкривають без шифрування (http): частина харвестерів і браузерів його не прийме.",
      `Увімкніть HTTPS на хостингу й змініть site у data/portal.yaml на https://${site.host} (${guide}).`,
    );
  const ends = await certificateOf(site);
  if (ends === undefined)
    return lacking(
      id,
      "unseen",
      "Сертифіката не прочитано.",
      "Перевірте його в браузері: знак біля адреси сайту.",
    );
  const left = Math.floor((ends - Date.parse(today)) / day);
  if (left < 0)
    return lacking(
      id,
      "must",
      `Сертифікат сайту не чинний з ${dated(ends)}.`,
      "Поновіть його: хостинг робить це сам, коли DNS веде на нього; на своєму сервері — certbot renew.",
    );
  return left < soon
    ? lacking(
        id,
        "should",
        `Сертифікат сайту чинний лише до ${dated(ends)}.`,
        "Хостинг поновлює його за місяць до кінця: перевірте, чому цього не сталося (DNS, certbot).",
      )
    : good(id, `Сертифікат сайту чинний до ${dated(ends)}.`);
}
