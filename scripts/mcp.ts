import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import packageJson from "../package.json" with { type: "json" };
import { openPortal } from "../src/mcp/catalogue.ts";
import { type Files, folderFiles, renderedFiles, siteFiles, Unread } from "../src/mcp/files.ts";
import { portalServer } from "../src/mcp/server.ts";
import type { Content } from "../src/published/addresses/address.ts";
import { publishedFiles } from "../src/published/addresses/index.ts";
import { openReach, refusalOf } from "../src/remote/reach.ts";
import { openSite } from "../src/site/open-site.ts";
import { loadPortal, portalDate } from "../src/site/portal.ts";
import { command, loopbackOption, WrongCall } from "./command.ts";

await command(
  {
    about:
      "Дає порталу голос у програмах із мовною моделлю (Model Context Protocol, stdio): пошук у каталозі, описи наборів, запити SQL, джерело з кожною відповіддю. Програма запускає цю команду сама: як налаштувати, сказано на сторінці порталу /api/.",
    options: {
      url: {
        type: "string",
        value: "АДРЕСА",
        about: "адреса порталу: https://data.example.gov.ua",
      },
      root: {
        type: "string",
        value: "ТЕКА",
        about: "тека порталу або зібраного сайту замість адреси",
      },
      ...loopbackOption,
    },
    environment: { PORTAL_DATE: "день, яким рахувати портал із теки, рррр-мм-дд" },
  },
  async ({ values: { url, root, "allow-loopback": allowLoopback } }) => {
    if ((url === undefined) === (root === undefined))
      throw new WrongCall("Вкажіть одне з двох: --url https://… або --root ТЕКА.");
    const files = url === undefined ? filesIn(resolve(root ?? ".")) : filesAt(url, allowLoopback);
    const portal = await openPortal(files).catch((error) => {
      if (error instanceof Unread) throw new WrongCall(error.message);
      throw error;
    });
    const { version } = packageJson;
    serveStdio(() => portalServer(portal, version));
  },
);

function filesAt(url: string, allowLoopback: boolean): Files {
  const address = URL.parse(url);
  const refusal = address ? refusalOf(address, { allowLoopback }) : "це не адреса";
  if (refusal !== undefined) throw new WrongCall(`Портал ${url} не відкрити: ${refusal}.`);
  return siteFiles(url, (most) => openReach({ allowLoopback, most }));
}

/** A built site as it lies, or what a portal's folder would be published as. */
function filesIn(folder: string): Files {
  if (existsSync(join(folder, "datasets.json"))) return folderFiles(folder);
  if (!existsSync(join(folder, "data/portal.yaml")))
    throw new WrongCall(
      `У теці ${folder} немає ні зібраного сайту, ні порталу (data/portal.yaml).`,
    );
  const { catalogue, repository } = loadPortal(folder, portalDate(process.env));
  if (!catalogue) throw new WrongCall("У порталі є помилки: npm run validate скаже які.");
  const site = openSite(folder, { catalogue, repository });
  return renderedFiles(
    new Map(
      publishedFiles(site).map(({ path, render }) => [path, async () => toBytes(await render())]),
    ),
  );
}

function toBytes(content: Content): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : Buffer.concat([...content]);
}
