import type { Catalogue } from "../../model/catalogue.ts";
import type { Address } from "./address.ts";

/** An address with its files on one portal, for the page that shows it and for its OpenAPI description. */
export type DescribedAddress = Omit<Address, "files" | "page"> & {
  group: NonNullable<Address["group"]>;
  /** The path of one of its files. */
  example: string;
  /** Of all its files, its own first. */
  mediaTypes: string[];
};

const fileName = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
const identifier = "^[a-z0-9]+(-[a-z0-9]+)*$";
/** What may stand in a slot, and what it is. */
const slots: Record<string, { description: string; pattern: string }> = {
  dataset: { description: "Ідентифікатор набору", pattern: identifier },
  file: { description: "Назва файлу набору", pattern: fileName },
  table: { description: "Назва файлу таблиці без закінчення", pattern: fileName },
  version: { description: "Перші десять знаків коміту", pattern: "^[0-9a-f]{10}$" },
  page: { description: "Номер сторінки каталогу, від другої", pattern: "^[0-9]+$" },
  year: { description: "Рік", pattern: "^[0-9]{4}$" },
  publisher: { description: "Ідентифікатор розпорядника", pattern: identifier },
  theme: { description: "Код теми DCAT малими літерами", pattern: "^[a-z]{4}$" },
  register: { description: "Назва реєстру", pattern: "^[a-z]+$" },
  structure: { description: "Ідентифікатор структури", pattern: "^[A-Za-z0-9-]+$" },
  schema: { description: "Назва схеми", pattern: "^[a-z]+$" },
  tool: { description: "Програма, для якої зошит", pattern: "^(duckdb|polars|r)$" },
};

const parametersOf = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const slot = slots[name];
    if (!slot) throw new Error(`The slot {${name}} of ${path} is not described.`);
    const { description, pattern } = slot;
    return { name, in: "path", required: true, description, schema: { type: "string", pattern } };
  });

const isCkan = ({ group, path }: DescribedAddress): boolean =>
  group === "ckan" || path.endsWith("/ckan.json");

const pathOf = (address: DescribedAddress): object => {
  const { path, mediaTypes, group, title } = address;
  const schema = isCkan(address) ? { $ref: "#/components/schemas/CkanAnswer" } : {};
  return {
    ...(path.includes("{") ? { parameters: parametersOf(path) } : {}),
    get: {
      operationId: path.replace(/[^\w]+/g, "_").replace(/^_|_$/g, ""),
      tags: [group],
      summary: title.uk,
      description: title.en,
      responses: {
        "200": {
          description: title.uk,
          content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }])),
        },
        "404": { description: "Такого файлу немає" },
      },
    },
  };
};

/** OpenAPI 3.1 of the interface: every address, one answer each, and that nothing else is answered. */
export function renderOpenApi(
  { portal }: Catalogue,
  addresses: readonly DescribedAddress[],
): string {
  const envelope = {
    type: "object",
    required: ["help", "success", "result"],
    properties: { help: { type: "string", format: "uri" }, success: { const: true }, result: {} },
  };
  const description = {
    openapi: "3.1.0",
    info: {
      title: portal.title,
      version: "1",
      description: `${portal.description} Статичні файли: ключа й параметрів запиту немає.`,
      contact: { email: portal.contact.email, url: `${portal.site}/api/` },
      license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: portal.site }],
    tags: [
      { name: "catalogue", description: "Каталог" },
      { name: "dataset", description: "Набір" },
      { name: "structures", description: "Структури й схеми" },
      { name: "ckan", description: "Знімок CKAN Action API" },
      { name: "changes", description: "Зміни" },
    ],
    paths: Object.fromEntries(addresses.map((address) => [address.path, pathOf(address)])),
    components: { schemas: { CkanAnswer: envelope } },
  };
  return `${JSON.stringify(description, null, 1)}\n`;
}
