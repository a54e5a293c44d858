import { ckanGroups } from "../../../vocabularies/ckan/groups.ts";
import { type Frequency, frequencies } from "../../../vocabularies/dcat/frequencies.ts";
import { type Licence, licences } from "../../../vocabularies/dcat/licences.ts";
import type { RemotePackage } from "../client.ts";
import { fieldOf, listOf, oneLine } from "./fields.ts";
import type { Note } from "./gaps.ts";

const byLabel = new Map<string, Frequency>([
  ...Object.entries(frequencies).flatMap(([id, { uk, en, ckan }]): [string, Frequency][] =>
    [uk, en, ckan ?? id].map((label) => [label.toLowerCase(), id as Frequency]),
  ),
  // As other tools and older forms of the national portal write them.
  ["кожні півроку", "half-yearly"],
  ["більше одного разу на день", "several-a-day"],
  ["раз на рік", "yearly"],
  ["no longer updated", "never"],
]);
const byLicence = new Map<string, Licence>(
  Object.entries(licences).flatMap(([id, { ckan, path, title }]): [string, Licence][] =>
    [ckan, path, title, id, path.replace("https:", "http:")].map((label) => [
      label.toLowerCase(),
      id as Licence,
    ]),
  ),
);

/** Themes of the national portal's groups. */
export function themesOf(source: RemotePackage, gap: Note): string[] {
  const groups = listOf(source.groups).map(({ name }) => oneLine(name));
  for (const name of groups)
    if (!Object.hasOwn(ckanGroups, name))
      gap("themes", name, "Групи немає серед дванадцяти; пропущено.");
  const themes = groups.flatMap((name) => ckanGroups[name]?.themes.slice(0, 1) ?? []);
  if (themes.length === 0) gap("themes", groups.join(", "), "Теми не визначено: вкажіть themes.");
  return [...new Set(themes)];
}

/** How often the data are renewed, by any of the words portals use for it. */
export function frequencyOf(source: RemotePackage, gap: Note): Frequency | undefined {
  const written = fieldOf(source, "update_frequency", "frequency", "accrualPeriodicity");
  const known = byLabel.get(oneLine(written).toLowerCase());
  if (known === "several-a-day")
    gap("frequency", written, "Більш як раз на день: перевірте, чи справді так часто.");
  if (known === undefined)
    gap(
      "frequency",
      written,
      written === "" ? "Періодичності немає." : "Такої періодичності в переліку немає; пропущено.",
    );
  return known;
}

/** The licence, by its id, address or title. */
export function licenceOf(source: RemotePackage, gap: Note): Licence | undefined {
  const written = fieldOf(source, "license_id", "license_url", "license_title");
  const known = byLicence.get(written.toLowerCase());
  if (known === undefined)
    gap(
      "licenses",
      written,
      written === "" ? "Ліцензії немає." : "Такої ліцензії портал не приймає; пропущено.",
    );
  return known;
}

/** The language of the data; Ukrainian where nothing readable is said. */
export function languageOf(source: RemotePackage, gap: Note): "uk" | "en" {
  const written = fieldOf(source, "language");
  if (/^(en|eng|англ)/i.test(written)) return "en";
  if (written !== "" && !/^(ua|uk|укр)/i.test(written))
    gap("language", written, "Мови немає в переліку; записано українську.");
  return "uk";
}

/** КАТОТТГ codes of the territories, those the new portal knows. */
export function placesOf(source: RemotePackage, places: ReadonlySet<string>, gap: Note): string[] {
  const codes = fieldOf(source, "spatial_katottg", "katottg", "spatial").match(/UA\d{17}/g) ?? [];
  for (const code of codes)
    if (!places.has(code)) gap("spatial", code, "Такої території в portal.yaml немає; пропущено.");
  const koatuu = fieldOf(source, "koatuu", "Код КОАТУУ");
  if (koatuu !== "") gap("spatial", koatuu, "Код КОАТУУ скасовано: вкажіть код КАТОТТГ.");
  return codes.filter((code) => places.has(code));
}
