import type { Catalogue } from "../model/catalogue.ts";

/** Object → list → thing → its lists → their things: a catalogue's own levels; tables' rows and passports lie deeper. */
const levels = 6;

function freezeTo(value: unknown, depth: number): void {
  if (depth === 0 || typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freezeTo(part, depth - 1);
}

/** The catalogue as every reader gets it: one who would change it throws, so what is counted of it stays true. */
export function freezeCatalogue(catalogue: Catalogue): Catalogue {
  freezeTo(catalogue, levels);
  return catalogue;
}
