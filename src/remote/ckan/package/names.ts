import { deviceName, idPattern } from "../../../schemas/text.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A name not taken, by number where the wish is: table, table-2, table-3. */
export function freeName(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish;
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`;
}

/** A name somebody thought of, not a number CKAN gave. */
export const isOwnId = (name: string): boolean =>
  idPattern.test(name) && !uuid.test(name) && !deviceName.test(name);
