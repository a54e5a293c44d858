import { z } from "zod";
import { type Files, Unread } from "./files.ts";
import { plain } from "./texts.ts";

/** Bytes of the list of sets and of one set's description that are read. */
const mostDescribed = 30_000_000;

const text = (most?: number) => z.string().transform((value) => plain(value, most));
const optional = (most?: number) => text(most).optional().catch(undefined);
const texts = z.array(text()).catch([]);

const setId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A set in /datasets.json. */
const listed = z.object({
  id: setId,
  title: text(),
  titleEn: optional(),
  status: optional(),
  publisher: text(),
  publisherTitle: text(),
  themes: texts,
  keywords: texts,
  formats: texts,
  frequency: optional(),
  modified: optional(),
  licence: optional(),
  page: text(),
});
/** Is a set, as it is listed or described, one that its publisher gives no more? */
export const isWithdrawn = ({ status }: { status?: string | undefined }): boolean =>
  status === "withdrawn";
export type Listed = z.infer<typeof listed>;

const field = z.object({
  name: z.string().min(1).max(200),
  type: z.string().catch("string"),
  title: optional(),
  description: optional(),
});

const resource = z.object({
  name: z.string().catch(""),
  title: text().catch(""),
  path: z.string().catch(""),
  format: optional(),
  bytes: z.number().optional().catch(undefined),
  hash: z.string().optional().catch(undefined),
  schema: z
    .object({ fields: z.array(field), missingValues: z.array(z.string()).catch([""]) })
    .optional()
    .catch(undefined),
});

/** A set's datapackage.json (Data Package v2, with the fields of the Ukrainian passport). */
const described = z.object({
  name: z.string(),
  homepage: text(),
  title: text(),
  description: optional(2000),
  note: optional(1200),
  status: optional(),
  withdrawn: z
    .object({
      date: z.iso.date(),
      reason: text(600),
      successor: setId.optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  keywords: texts,
  version: z.coerce.string().optional().catch(undefined),
  modified: optional(),
  frequency: optional(),
  temporal: z.object({ start: optional(), end: optional() }).optional().catch(undefined),
  licenses: z.array(z.object({ name: optional(), title: optional(), path: optional() })).catch([]),
  contributors: z.array(z.object({ title: text() })).catch([]),
  resources: z.array(resource).catch([]),
});
export type Described = z.infer<typeof described>;
export type DescribedResource = Described["resources"][number];

/** A change in /changes.json. */
const changes = z.object({
  changes: z.array(
    z.object({ dataset: z.string(), files: z.array(z.string()), commit: z.string() }).catch({
      dataset: "",
      files: [],
      commit: "",
    }),
  ),
});

/** A portal's own descriptions, each read once. */
export type Portal = {
  title: string;
  /** Withdrawn ones too: their pages and files stay. */
  sets: readonly Listed[];
  describe(id: string): Promise<Described>;
  /** The lasting address of a file's last version, from the site's root; nothing where the portal keeps none. */
  lasting(id: string, file: string): Promise<string | undefined>;
  files: Files;
};

async function json<S extends z.ZodType>(
  files: Files,
  path: string,
  schema: S,
): Promise<z.infer<S>> {
  const bytes = await files(path, mostDescribed);
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Unread(
      `${path} не таке, як на порталах цього рушія: портал іншого рушія або іншої версії.`,
    );
  }
}

/** Reads the list of a portal's sets. Throws Unread where it is no portal of this kind. */
export async function openPortal(files: Files): Promise<Portal> {
  const list = await json(
    files,
    "/datasets.json",
    z.object({ title: text(), datasets: z.array(z.unknown()) }),
  );
  const sets = list.datasets.flatMap((set) => listed.safeParse(set).data ?? []);
  const known = new Map<string, Promise<Described>>();
  let lastChanges: Promise<z.infer<typeof changes>> | undefined;
  return {
    title: list.title,
    sets,
    files,
    async describe(id) {
      if (!sets.some((set) => set.id === id)) throw new Unread(noSet(id, sets), true);
      const asked = known.get(id) ?? json(files, `/dataset/${id}/datapackage.json`, described);
      known.set(id, asked);
      asked.catch(() => known.delete(id));
      return asked;
    },
    async lasting(id, file) {
      lastChanges ??= json(files, "/changes.json", changes).catch(() => ({ changes: [] }));
      const change = (await lastChanges).changes.find(
        (one) =>
          one.dataset === id && one.files.includes(file) && /^[0-9a-f]{10,}$/.test(one.commit),
      );
      return change && `/dataset/${id}/versions/${change.commit.slice(0, 10)}/${file}`;
    },
  };
}

/** That there is no such set, and those whose names are like it. */
function noSet(id: string, sets: readonly Listed[]): string {
  const parts = id.toLowerCase().split(/[^a-z0-9]+/);
  const near = sets.filter(
    (set) => !isWithdrawn(set) && set.id.split("-").some((part) => parts.includes(part)),
  );
  const way =
    near.length > 0
      ? `Можливо: ${near
          .slice(0, 5)
          .map((set) => set.id)
          .join(", ")}.`
      : "Знайдіть його інструментом search_datasets.";
  return `На порталі немає набору «${plain(id, 80)}». ${way}`;
}
