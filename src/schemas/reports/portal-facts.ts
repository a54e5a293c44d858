import { z } from "zod";

const place = { line: z.int(), column: z.int() };

/** What of a set others need to know: that its id is taken, and under which other names it goes. */
const known = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  identifier: z.string().exactOptional(),
  aliases: z.array(z.string()).exactOptional(),
  /** Day of its withdrawal; absent while it is published. */
  withdrawn: z.string().exactOptional(),
  successor: z.string().exactOptional(),
  /** Another hromada's portal keeps it: only news may name it here. */
  home: z.string().exactOptional(),
});

/** A place that names sets: news, a dashboard, an entry of a register, the plan, the portal's own description. */
const use = z.object({
  file: z.string(),
  title: z.string(),
  kind: z.string(),
  /** Sets it names, and where each name stands. */
  datasets: z.array(z.object({ id: z.string(), ...place })),
  /** What in its body is made of a set: a card, a chart, a figure. */
  inserts: z.array(
    z.object({ name: z.string(), attributes: z.record(z.string(), z.string()), line: z.int() }),
  ),
});

/** An entry of a register: that its name is taken, and what others name it by. */
const entry = z.object({ id: z.string(), title: z.string() });

/**
 * What a site says of itself at /publish/portal.json to whoever describes a set outside it: all that a set is judged by
 * beside its own files. Bounded: publishers, series and the portal's description as people wrote them, of each set
 * and of each entry of a register a line.
 */
export const portalFactsSchema = z.object({
  /** The day the site was built for, yyyy-mm-dd. */
  today: z.iso.date(),
  /** Path from the portal's root → text, as people wrote it. */
  files: z.record(z.string(), z.string()),
  datasets: z.array(known),
  /** The list of resolution 835 with the proposals of the plan: code → title. */
  mandated: z.array(z.object({ code: z.string(), title: z.string() })),
  uses: z.array(use),
  /** News and dashboards: that their names are taken, and what may be corrected. */
  written: z.object({ news: z.array(entry), dashboards: z.array(entry) }),
  /** Entries of each register that has any, by its name. */
  entries: z.record(z.string(), z.array(entry)),
});

export type PortalFacts = z.infer<typeof portalFactsSchema>;
export type KnownDataset = PortalFacts["datasets"][number];
export type DatasetUse = PortalFacts["uses"][number];
