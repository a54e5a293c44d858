import { entryTitle, type RegisterName } from "../../schemas/data/registers.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { bytesOf } from "../change/new-dataset.ts";
import { safeName } from "../passport/file-name.ts";
import { renderMap } from "../passport/yaml/render-yaml.ts";
import type { Submission } from "../submission.ts";

type Values = Readonly<Record<string, unknown>>;

const entryPath = (register: RegisterName, id: string): string =>
  `data/registers/${register}/${id}.yaml`;

/** What an entry says → the text of its file, as the portal's registers are written. */
export const entryText = (register: RegisterName, values: Values): string =>
  `# yaml-language-server: $schema=../../../src/schemas/json/${register}.schema.json\n${renderMap(values)}`;

/** The day, or the year, an entry is of. */
const dayOf = ({ date, start, year }: Values): string | undefined => {
  const day = date ?? start ?? year;
  return day === undefined ? undefined : String(day);
};

/** A free name for an entry: its day, if it has one, and its title in Latin letters; numbered where that is taken. */
export function proposeEntryId(
  register: RegisterName,
  values: Values,
  { entries }: Pick<PortalFacts, "entries">,
): string {
  const name = safeName(
    [dayOf(values), entryTitle(values)].filter((part) => part !== undefined).join(" "),
    "entry",
  );
  const taken = new Set(entries[register]?.map(({ id }) => id));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/** An entry of a register as it is sent: one file. */
export const newEntry = (register: RegisterName, id: string, values: Values): Submission => ({
  kind: "register-entry",
  id,
  title: entryTitle(values) ?? id,
  files: new Map([[entryPath(register, id), bytesOf(entryText(register, values))]]),
});
