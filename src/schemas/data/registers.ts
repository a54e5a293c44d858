import type { z } from "zod";
import { acts } from "../registers/acts.ts";
import { cards } from "../registers/cards.ts";
import type { Register } from "../registers/common/register.ts";
import { consultations } from "../registers/consultations.ts";
import { events } from "../registers/events.ts";
import { exemptions } from "../registers/exemptions.ts";
import { materials } from "../registers/materials.ts";
import { measures } from "../registers/measures.ts";
import { meetings } from "../registers/meetings.ts";
import { orders } from "../registers/orders.ts";
import { polls } from "../registers/polls.ts";
import { products } from "../registers/products.ts";
import { publications } from "../registers/publications.ts";
import { ratings } from "../registers/ratings.ts";
import { recommendations } from "../registers/recommendations.ts";
import { requests } from "../registers/requests.ts";
import { trainings } from "../registers/trainings.ts";

/** Registers under data/registers/<name>/<id>.yaml: one entry a file, so that two pull requests never touch the same. */
export const registers = {
  acts,
  orders,
  meetings,
  trainings,
  measures,
  recommendations,
  cards,
  polls,
  requests,
  publications,
  materials,
  consultations,
  products,
  events,
  exemptions,
  ratings,
};

export type RegisterName = keyof typeof registers;
export type RegisterEntry<N extends RegisterName> = z.infer<(typeof registers)[N]["schema"]>;
export const registerNames = Object.keys(registers) as RegisterName[];
export const isRegister = (name: string): name is RegisterName => Object.hasOwn(registers, name);

/** The registers one by one, in the order readers see them. */
export const registerList: readonly (Register & { name: RegisterName })[] = registerNames.map(
  (name) => ({ name, ...registers[name] }),
);

/** What an entry is called: its title; without one the unit it names, or the mandated set. */
export function entryTitle({ title, unit, mandated }: Record<string, unknown>): string | undefined {
  const named = title ?? unit ?? mandated;
  return typeof named === "string" && named !== "" ? named : undefined;
}

/** What an entry of each register may hold. */
export const registerSchemas = Object.fromEntries(
  registerNames.map((name) => [name, registers[name].schema]),
) as { [N in RegisterName]: (typeof registers)[N]["schema"] };
