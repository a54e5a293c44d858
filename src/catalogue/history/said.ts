import type { Commit, DatasetSource, History } from "../../model/repository.ts";
import type { PortalDescriptor } from "../../schemas/data/portal.ts";

/**
 * What is served of a set, by the part of a file it comes from: a file may be rewritten, reordered or commented without
 * a word of it changing for a reader. Each part has a date of its own.
 */
type Parts = Readonly<Record<string, unknown>>;
type Written = Readonly<Record<string, unknown>>;

const pick = (written: Written, ...keys: string[]): Written =>
  Object.fromEntries(keys.map((key) => [key, written[key]]));
const without = (written: Written, ...keys: string[]): Written =>
  Object.fromEntries(Object.entries(written).filter(([key]) => !keys.includes(key)));

/** Fields of a passport that no CKAN package has: it is Ukrainian, and knows no plan, series, charts or laws. */
const besidePackage = [
  "charts",
  "en",
  "series",
  "legalBasis",
  "sources",
  "mandated",
  "planTasks",
  "restriction",
  "note",
  "versionNotes",
  "sourceChanged",
  "highValue",
  "aliases",
];

/** A portal's file → the parts of it that are said of sets; undefined of a file that says nothing of them. */
export function partsOf(path: string): ((written: Written) => Parts) | undefined {
  if (path === "data/portal.yaml")
    return (portal) => ({
      // With the copies of tables, each of which is a file of its set.
      site: pick(portal, "site", "iriBase", "copies"),
      ckan: pick(portal, "description", "publisher", "ckan"),
      contact: portal.contact,
      catalogue: pick(portal, "title", "description", "en", "languages", "licenses", "issued"),
    });
  if (/^data\/publishers\/[^/]+\.yaml$/.test(path))
    return (card) => ({
      card: without(card, "owners", "note", "parent"),
      ckan: pick(card, "title", "edrpou", "email"),
      title: card.title,
    });
  if (/^data\/datasets\/[^/]+\/datapackage\.yaml$/.test(path))
    return (passport) => ({
      passport: without(passport, "charts", "planTasks", "mandated"),
      notes: passport.versionNotes,
      status: passport.status,
      ckan: without(passport, ...besidePackage),
    });
  return undefined;
}

/** The commit that last changed a part of a file; where that is not known, the last that changed the file. */
const saidIn = ({ commits, said }: History, path: string, part: string): Commit | undefined =>
  said?.(path)?.[part] ?? commits.get(path)?.[0];

/** The commit that brought the passport's words on its newest version; nothing where that is not known. */
export const notedIn = (history: History, folder: string): Commit | undefined =>
  saidIn(history, `${folder}/datapackage.yaml`, "notes");

/** The commit that last changed what the catalogue says of the portal. */
export const entitledIn = (history: History): Commit | undefined =>
  saidIn(history, "data/portal.yaml", "catalogue");

/** The commit that withdrew a set which is withdrawn. */
export const withdrawnIn = (history: History, folder: string): Commit | undefined =>
  saidIn(history, `${folder}/datapackage.yaml`, "status");

/**
 * The commits that last changed what is served of a set, and of those what a CKAN package has: of its passport, of its
 * publisher's card, and of the portal as far as the set has no contact of its own.
 */
export function saidOf(
  { folder, value: passport }: Pick<DatasetSource, "folder" | "value">,
  portal: PortalDescriptor,
  history: History,
): Record<"described" | "packaged", (Commit | undefined)[]> {
  const inPortal = (part: string) => saidIn(history, "data/portal.yaml", part);
  const inCard = (id: string, part: string) => saidIn(history, `data/publishers/${id}.yaml`, part);
  const inPassport = (part: string) => saidIn(history, `${folder}/datapackage.yaml`, part);
  const fromPortal = [inPortal("site"), ...(passport.contact ? [] : [inPortal("contact")])];
  return {
    described: [inPassport("passport"), inCard(passport.publisher, "card"), ...fromPortal],
    packaged: [
      inPassport("ckan"),
      inCard(passport.publisher, "ckan"),
      // The portal is one organisation there, named after who keeps it.
      inCard(portal.publisher, "title"),
      inPortal("ckan"),
      ...fromPortal,
    ],
  };
}
