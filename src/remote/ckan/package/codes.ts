import { ckanGroups } from "../../../vocabularies/ckan/groups.ts";
import { type Frequency, frequencies } from "../../../vocabularies/dcat/frequencies.ts";
import { isTheme } from "../../../vocabularies/dcat/themes.ts";
import type { RemotePackage } from "../client.ts";
import { fieldOf, namesIn, oneLine, wordsOf } from "./fields.ts";
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
/** How DCAT-AP, ISO 8601 and portals in English write the same. */
const byCode = new Map<string, Frequency>([
  ...Object.entries(frequencies).map(([id, { iri }]): [string, Frequency] => [
    iri.toLowerCase(),
    id as Frequency,
  ]),
  ...(
    [
      ["daily", "daily", "p1d"],
      ["weekly", "weekly", "p1w", "p7d"],
      ["monthly", "monthly", "p1m"],
      ["quarterly", "quarterly", "p3m"],
      ["half-yearly", "semiannual", "p6m"],
      ["yearly", "annual", "annually", "p1y"],
    ] as const
  ).flatMap(([id, ...words]) => words.map((word): [string, Frequency] => [word, id])),
]);

const themeIri = /data-theme\/([A-Z]{4})\b/g;

/** Themes of the national portal's groups, and those of DCAT-AP, by their codes or addresses. */
export function themesOf(source: RemotePackage, gap: Note): string[] {
  const groups = namesIn(source.groups).filter((name) => name !== "");
  const stated = wordsOf(source, "theme", "themes").join(" ");
  const found = groups.map((name) => {
    const code = name.toUpperCase();
    // A stranger's word: «constructor» is in every object.
    const group = Object.hasOwn(ckanGroups, name) ? ckanGroups[name] : undefined;
    const theme = group?.themes[0] ?? (isTheme(code) ? code : undefined);
    if (theme === undefined) gap("themes", name, "Групи немає серед дванадцяти; пропущено.");
    return theme;
  });
  const themes = [...found, ...[...stated.matchAll(themeIri)].map(([, code = ""]) => code)].filter(
    (theme) => theme !== undefined && isTheme(theme),
  );
  if (themes.length === 0)
    gap("themes", [...groups, stated].join(", "), "Теми не визначено: вкажіть themes.");
  return [...new Set(themes as string[])];
}

/** How often the data are renewed, by any of the words portals use for it. */
export function frequencyOf(source: RemotePackage, gap: Note): Frequency | undefined {
  const written = fieldOf(source, "update_frequency", "frequency", "accrualPeriodicity");
  const word = oneLine(written).toLowerCase();
  const known =
    byLabel.get(word) ?? byCode.get(word.replace(/^r\//, "").replace(/^https:/, "http:"));
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

const languageCodes: readonly [words: RegExp, code: "uk" | "en"][] = [
  [/^(?:uk|ua|ukr|укр)(?![a-z])|^укр|^ukrainian$|\/language\/UKR$/i, "uk"],
  [/^(?:en|eng)(?![a-z])|^англ|^english$|\/language\/ENG$/i, "en"],
];

/** Languages of the data that are said; none where none is, or where this project has no word for it. */
export function languagesOf(source: RemotePackage, gap: Note): ("uk" | "en")[] {
  const written = wordsOf(source, "language", "languages");
  const known = written.map((word) => languageCodes.find(([words]) => words.test(word))?.[1]);
  written.forEach((word, index) => {
    if (known[index] === undefined)
      gap("language", word, "Мови немає в переліку порталу; не вказано.");
  });
  if (written.length === 0) gap("language", "", "Мови не вказано: впишіть language.");
  return [...new Set(known.filter((code) => code !== undefined))];
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
