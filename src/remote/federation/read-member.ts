import { parse } from "yaml";
import type { z } from "zod";
import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { type PublisherDescriptor, publisherSchema } from "../../schemas/data/publisher.ts";
import { type MemberDescriptor, memberSchema } from "../../schemas/federation/member.ts";
import { portalFactsSchema } from "../../schemas/reports/portal-facts.ts";
import { idPattern } from "../../schemas/text.ts";
import { reasonOf, retry } from "../retry.ts";
import { describedSet, idHere } from "./described-set.ts";

/** Everything a portal says of itself, by the ids it has in a catalogue of many. */
export type Member = {
  portal: MemberDescriptor;
  publishers: Map<string, PublisherDescriptor>;
  datasets: Map<string, WrittenPassport>;
  /** Ids of sets whose description could not be understood. */
  unread: string[];
};

export type Read = { member: Member } | { problem: string };

type Asking = {
  fetch: typeof fetch;
  /** Milliseconds before each further try. */
  pauses?: readonly number[];
};

/** Descriptions asked for at once: the portal that is read is often a small machine. */
const together = 4;

/** A portal of this engine, read whole or not at all: half of one would be taken for sets that are gone. */
export async function readMember(
  { id, site }: { id: string; site: string },
  { fetch: ask, pauses = [1000, 4000] }: Asking,
): Promise<Read> {
  const base = site.replace(/\/+$/, "");
  const json = (path: string): Promise<unknown> =>
    retry(() => answerOf(ask, base + path), pauses, isMissing);
  try {
    const facts = portalFactsSchema.safeParse(await json("/publish/portal.json"));
    if (!facts.success) return { problem: "на порталі працює інший або старіший рушій" };
    const { files, datasets: known } = facts.data;
    const portal = portalOf(files["data/portal.yaml"], base);
    if (!portal) return { problem: "опису порталу (data/portal.yaml) не прочитано" };
    const publishers = publishersOf(id, files, portal.iriBase);
    const ids = known.map((set) => set.id).filter((set) => idPattern.test(set));
    const answers = await inTurns(ids, (set) => json(`/dataset/${set}/datapackage.json`));
    const described = answers.map(([set, answer]) => [set, describedSet(id, answer)] as const);
    return {
      member: {
        portal,
        publishers,
        datasets: new Map(
          described.flatMap(([set, one]) =>
            one && publishers.has(one.passport.publisher) ? [[idHere(id, set), one.passport]] : [],
          ),
        ),
        unread: described.flatMap(([set, one]) =>
          one && publishers.has(one.passport.publisher) ? [] : [set],
        ),
      },
    };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

/** An address that is not there now will not be there in a moment. */
class Missing extends Error {}
const isMissing = (error: unknown): boolean => error instanceof Missing;

async function answerOf(ask: typeof fetch, address: string): Promise<unknown> {
  const response = await ask(address, { headers: { accept: "application/json" } });
  if (response.status === 404 || response.status === 410)
    throw new Missing(`${address}: такої сторінки немає`);
  if (!response.ok) throw new Error(`${address}: сервер відповів ${response.status}`);
  return response.json().catch(() => {
    throw new Error(`${address}: відповідь обірвалася або це не JSON`);
  });
}

async function inTurns<Answer>(
  ids: readonly string[],
  ask: (id: string) => Promise<Answer>,
): Promise<[string, Answer][]> {
  const answers: [string, Answer][] = [];
  for (let from = 0; from < ids.length; from += together)
    answers.push(
      ...(await Promise.all(
        ids
          .slice(from, from + together)
          .map(async (id): Promise<[string, Answer]> => [id, await ask(id)]),
      )),
    );
  return answers;
}

/** Fields the schema knows; a newer portal may have more. */
const known = (schema: z.ZodObject, value: unknown): unknown =>
  Object.fromEntries(
    Object.entries((value ?? {}) as object).filter(([key]) => key in schema.shape),
  );

function portalOf(text: string | undefined, site: string): MemberDescriptor | undefined {
  const parsed = memberSchema.safeParse({
    ...(known(memberSchema, parse(text ?? "")) as object),
    site,
  });
  return parsed.data;
}

/** Cards of publishers: who they are. Who answers for them on GitHub, and to whom they answer, is the home portal's. */
function publishersOf(
  portal: string,
  files: Readonly<Record<string, string>>,
  iriBase: string,
): Member["publishers"] {
  return new Map(
    Object.entries(files).flatMap(([path, text]) => {
      const id = /^data\/publishers\/([a-z0-9-]+)\.yaml$/.exec(path)?.[1];
      if (id === undefined) return [];
      const card = known(publisherSchema, parse(text)) as Record<string, unknown>;
      const { owners: _, parent, ...rest } = card;
      const parsed = publisherSchema.safeParse({
        ...rest,
        ...(typeof parent === "string" ? { parent: idHere(portal, parent) } : {}),
        home: { portal, iri: `${iriBase}/publisher/${id}` },
      });
      return parsed.success ? [[idHere(portal, id), parsed.data] as const] : [];
    }),
  );
}
