import { z } from "zod";
import { datasetSchema, type WrittenPassport } from "../../schemas/data/dataset.ts";
import type { Home } from "../../schemas/federation/home.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";

/** A set as its own portal describes it in /dataset/<id>/datapackage.json: only what is read here by itself. */
const packageSchema = z.looseObject({
  id: z.url(),
  homepage: z.url(),
  publisher: z.string(),
  aliases: z.array(z.string()).catch([]),
  licenses: z
    .array(
      z.object({
        name: z.string().optional(),
        title: z.string().optional(),
        path: z.string().optional(),
      }),
    )
    .catch([]),
  resources: z
    .array(
      z.looseObject({
        name: z.string(),
        path: z.string().optional(),
        page: z.string().optional(),
        format: z.string().optional(),
      }),
    )
    .catch([]),
});

/** What another portal knows better, or only it can say: the plan its sets answer to, its series, the size of its list. */
const ofHomeAlone = ["series", "mandated", "planTasks", "charts", "home"] as const;

const resourceSchema = datasetSchema.shape.resources.unwrap().element;
type WrittenResource = z.input<typeof resourceSchema>;
type PackageResource = z.infer<typeof packageSchema>["resources"][number];

/** An id of this catalogue: the portal's short name, then the set's (or publisher's) own. */
export const idHere = (portal: string, id: string): string => `${portal}-${id}`;

/** A value of a schema's shape with the fields that are empty, or that its schema refuses, left out. */
function fitting(shape: z.ZodRawShape, value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      const field = value[key];
      const isEmpty = field === undefined || (Array.isArray(field) && field.length === 0);
      return !isEmpty && z.safeParse(schema, field).success ? [[key, field]] : [];
    }),
  );
}

const typeByExtension: ReadonlyMap<string, string> = new Map(
  Object.entries(fileTypes).map(([name, { extension }]) => [extension, name]),
);

/** A file of the package → the same where it lies; nothing of one whose address leads out of the web. */
function resourceOf(resource: PackageResource, homepage: string): WrittenResource[] {
  const { path, page, format, ...rest } = resource;
  const url = path === undefined || path === page ? undefined : new URL(path, homepage).href;
  const type = format === undefined ? undefined : typeByExtension.get(format);
  const written = fitting(resourceSchema.shape, {
    ...rest,
    path: url,
    page,
    format: type ?? format?.toUpperCase(),
  });
  const parsed = z.safeParse(resourceSchema, written);
  return parsed.success ? [written as WrittenResource] : [];
}

/**
 * A Data Package of another hromada's portal → its passport in a catalogue of many: the same words, ids that begin with
 * the portal's name, addresses of its files as they are, the way home. Fields this engine would refuse are left out.
 * @param portal short name of that portal
 * @param answer the parsed datapackage.json
 * @returns undefined where it is no description of a set
 */
export function describedSet(
  portal: string,
  answer: unknown,
): { iri: string; passport: WrittenPassport } | undefined {
  const read = z.safeParse(packageSchema, answer);
  if (!read.success || read.data.home !== undefined) return undefined;
  const { id: iri, homepage, publisher, aliases, licenses, resources, ...rest } = read.data;
  const own = Object.fromEntries(
    Object.entries(rest).filter(([key]) => !(ofHomeAlone as readonly string[]).includes(key)),
  );
  const home: Home = { portal, iri };
  const candidate: Record<string, unknown> = {
    ...own,
    publisher: idHere(portal, publisher),
    // A licence that has a name here is known by it alone.
    licenses: licenses
      .slice(0, 1)
      .map(({ name, ...foreign }) => (name === undefined ? foreign : { name })),
    withdrawn: withdrawnHere(portal, rest.withdrawn),
    importedFrom: homepage,
    home,
    identifier: iri,
    resources: resources.flatMap((resource) => resourceOf(resource, homepage)),
  };
  const former = aliases.map((alias) => idHere(portal, alias));
  const written = fitting(datasetSchema.shape, {
    ...candidate,
    aliases: former.filter((alias) => datasetSchema.shape.aliases.safeParse([alias]).success),
  });
  return z.safeParse(datasetSchema, written).success
    ? { iri, passport: written as WrittenPassport }
    : undefined;
}

function withdrawnHere(portal: string, withdrawn: unknown): unknown {
  const parsed = datasetSchema.shape.withdrawn.safeParse(withdrawn);
  if (!parsed.success || !parsed.data) return undefined;
  const { successor, ...rest } = parsed.data;
  return successor === undefined ? rest : { ...rest, successor: idHere(portal, successor) };
}
