import { isOfficial } from "../../model/mailbox.ts";
import { idPattern } from "../../schemas/text.ts";
import { toSlug } from "../../table/layout/transliterate.ts";
import { isPersonalText } from "../../table/people/personal.ts";
import { ckanGroups } from "../../vocabularies/ckan/groups.ts";
import { ckanTag, withLetterApostrophe } from "../../vocabularies/ckan/tags.ts";
import {
  type FileType,
  fileTypeOf,
  fileTypes,
  isFileType,
} from "../../vocabularies/dcat/file-types.ts";
import { type Frequency, frequencies } from "../../vocabularies/dcat/frequencies.ts";
import { type Licence, licences } from "../../vocabularies/dcat/licences.ts";
import { addressOf, fieldOf, listOf, momentOf, oneLine, tidy } from "./package-fields.ts";
import type { RemotePackage } from "./push.ts";

/** What could not be carried over as it was: which value of which dataset, and what was done with it. Ukrainian. */
export type Gap = { dataset: string; field: string; value: string; note: string };

export type ImportedResource = {
  name: string;
  title: string;
  description?: string;
  path?: string;
  page?: string;
  format?: FileType;
  bytes?: number;
  modified?: string;
};

/** A package as a dataset descriptor, in the order people write one; files not yet fetched. */
export type ImportedDataset = {
  id: string;
  descriptor: Record<string, unknown>;
  resources: ImportedResource[];
  publisher: { id: string; title: string; edrpou?: string };
  gaps: Gap[];
};

export type ImportContext = {
  /** Address of the portal the packages come from. */
  portal: string;
  mailDomains: readonly string[];
  /** КАТОТТГ codes the new portal knows. */
  places: ReadonlySet<string>;
  /** Ids of datasets that are taken. */
  taken: ReadonlySet<string>;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const longestId = 60;

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
const placeholders =
  /^(звіт|дані|набір|набір даних|інформація|інформація для доступу до набору даних|-|\.)\.?$/i;
const lawText = /^Будь-яка особа може вільно копіювати/;
const unitWords =
  /управлінн|відділ|департамент|рад[аи]|комітет|служб|центр|сектор|підприємств|заклад|установ/i;
const emailPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

function formatOf(source: Record<string, unknown>, url: string | undefined): FileType | undefined {
  const written = oneLine(source.format).replace(/^\./, "").toUpperCase();
  if (isFileType(written)) return written;
  const media = [oneLine(source.mimetype), oneLine(source.format)].map((text) =>
    text.toLowerCase(),
  );
  const known = Object.entries(fileTypes).find(([, { mediaType }]) => media.includes(mediaType));
  return (known?.[0] as FileType | undefined) ?? (url === undefined ? undefined : fileTypeOf(url));
}

/** A name not taken, by number where the wish is: table, table-2, table-3. */
function freeName(wish: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wish)) return wish;
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`;
}

/** A name somebody thought of, not a number CKAN gave. */
const isOwnId = (name: string): boolean => idPattern.test(name) && !uuid.test(name);

/** A CKAN package → a dataset of this project and everything in it that had no place here. */
export function importPackage(source: RemotePackage, context: ImportContext): ImportedDataset {
  const gaps: Omit<Gap, "dataset">[] = [];
  const gap = (field: string, value: unknown, note: string) =>
    gaps.push({ field, value: oneLine(value).slice(0, 200), note });
  const key = oneLine(source.id) || oneLine(source.name);
  const name = oneLine(source.name);
  const page = addressOf(`/dataset/${name || key}`, context.portal) ?? context.portal;

  const title = titleOf(source, gap);
  const wish = isOwnId(name) && name.length <= longestId ? name : toSlug(title);
  const id = freeName(wish || `dataset-${key.slice(0, 8).toLowerCase()}`, context.taken);
  const publisher = publisherOf(source, gap);
  const contact = contactOf(source, context, gap);
  const description = descriptionOf(source, gap);
  const purpose = purposeOf(source, gap);
  const keywords = keywordsOf(source, gap);
  const themes = themesOf(source, gap);
  const frequency = frequencyOf(source, gap);
  const licence = licenceOf(source, gap);
  const version = fieldOf(source, "version", "Версія");
  const language = languageOf(source, gap);
  const spatial = placesOf(source, context, gap);
  const issued = momentOf(source.metadata_created);
  const modified = momentOf(source.metadata_modified);
  const resources = resourcesOf(source, context.portal, page, gap);
  const identifier = fieldOf(source, "identifier", "publisher_identifier") || key;
  const aliases = [...new Set([key, name, identifier])].filter((one) => one !== "" && one !== id);
  return {
    id,
    descriptor: {
      title,
      ...(description ? { description } : {}),
      ...(purpose ? { purpose } : {}),
      publisher: publisher.id,
      ...(contact ? { contact } : {}),
      keywords,
      themes,
      ...(frequency ? { frequency } : {}),
      language: [language],
      ...(licence ? { licenses: [{ name: licence }] } : {}),
      spatial,
      ...(version ? { version } : {}),
      importedFrom: page,
      identifier,
      aliases,
      ...(issued ? { issued } : {}),
      ...(modified ? { modified } : {}),
    },
    resources,
    publisher,
    gaps: gaps.map((one) => ({ dataset: id, ...one })),
  };
}

type Note = (field: string, value: unknown, note: string) => void;

function titleOf(source: RemotePackage, gap: Note): string {
  const title = oneLine(source.title);
  if (title !== "") {
    if (title.length > 254)
      gap("title", title, `Назва має ${title.length} знаків, а дозволено 254: скоротіть.`);
    if (placeholders.test(title))
      gap("title", title, "Назва нічого не каже про набір: напишіть справжню.");
    return title;
  }
  const [sentence = ""] = oneLine(source.notes).split(/(?<=[.!?])\s/);
  const made = sentence.slice(0, 254) || oneLine(source.name) || "Набір без назви";
  gap("title", made, "Назви немає; взято початок опису. Напишіть справжню.");
  return made;
}

function descriptionOf(source: RemotePackage, gap: Note): string | undefined {
  const text = tidy(source.notes);
  if (lawText.test(text)) {
    gap(
      "description",
      text,
      "Замість опису — текст статті 10-1 Закону; його пропущено. Опишіть набір.",
    );
    return undefined;
  }
  if (text === "") gap("description", "", "Опису немає.");
  else if (placeholders.test(text) || text.length < 25)
    gap("description", text, "Опис нічого не каже про дані: допишіть.");
  return text || undefined;
}

function purposeOf(source: RemotePackage, gap: Note): string | undefined {
  const text = oneLine(fieldOf(source, "purpose_of_collecting_information", "purpose"));
  if (text === "") gap("purpose", "", "Підстави та призначення збору немає.");
  if (text.length > 512)
    gap("purpose", text, `Підстава має ${text.length} знаків, а дозволено 512: скоротіть.`);
  const number = /№\s*(385|535|853|583)(?!\d)/.exec(text)?.[0];
  if (number && /постанов|ПКМУ|КМУ/i.test(text))
    gap("purpose", number, "Схоже на описку в номері постанови № 835: перевірте.");
  const year = /21[.\s]+(?:10|жовтня)[.\s]+(?!2015)(\d{4})/.exec(text)?.[0];
  if (year) gap("purpose", year, "Постанова № 835 — від 21.10.2015: перевірте рік.");
  return text || undefined;
}

function keywordsOf(source: RemotePackage, gap: Note): string[] {
  const tags = listOf(source.tags).map((tag) => tag.display_name ?? tag.name);
  const written = tags.length > 0 ? tags : fieldOf(source, "tag_string").split(",");
  const words = written
    .map((word) => withLetterApostrophe(oneLine(word)))
    .filter((word) => word !== "")
    .filter((word) => {
      const carried = ckanTag.test(word);
      if (!carried) gap("keywords", word, "Слово має знаки, яких CKAN не приймає; пропущено.");
      return carried;
    });
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}

function themesOf(source: RemotePackage, gap: Note): string[] {
  const groups = listOf(source.groups).map(({ name }) => oneLine(name));
  for (const name of groups)
    if (!Object.hasOwn(ckanGroups, name))
      gap("themes", name, "Групи немає серед дванадцяти; пропущено.");
  const themes = groups.flatMap((name) => ckanGroups[name]?.themes.slice(0, 1) ?? []);
  if (themes.length === 0) gap("themes", groups.join(", "), "Теми не визначено: вкажіть themes.");
  return [...new Set(themes)];
}

function frequencyOf(source: RemotePackage, gap: Note): Frequency | undefined {
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

function licenceOf(source: RemotePackage, gap: Note): Licence | undefined {
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

function languageOf(source: RemotePackage, gap: Note): "uk" | "en" {
  const written = fieldOf(source, "language");
  if (/^(en|eng|англ)/i.test(written)) return "en";
  if (written !== "" && !/^(ua|uk|укр)/i.test(written))
    gap("language", written, "Мови немає в переліку; записано українську.");
  return "uk";
}

function placesOf(source: RemotePackage, { places }: ImportContext, gap: Note): string[] {
  const codes = fieldOf(source, "spatial_katottg", "katottg", "spatial").match(/UA\d{17}/g) ?? [];
  for (const code of codes)
    if (!places.has(code)) gap("spatial", code, "Такої території в portal.yaml немає; пропущено.");
  const koatuu = fieldOf(source, "koatuu", "Код КОАТУУ");
  if (koatuu !== "") gap("spatial", koatuu, "Код КОАТУУ скасовано: вкажіть код КАТОТТГ.");
  return codes.filter((code) => places.has(code));
}

/** A mailbox of an office, and the unit behind it; the name of a person is never carried over. */
function contactOf(
  source: RemotePackage,
  { mailDomains }: ImportContext,
  gap: Note,
): { email: string; unit?: string } | undefined {
  const emails = [source.maintainer_email, source.author_email].flatMap(
    (value) => oneLine(value).match(emailPattern) ?? [],
  );
  const email = emails.find((address) => isOfficial(address, mailDomains))?.toLowerCase();
  if (new Set(emails).size > 1)
    gap("contact", `скриньок — ${new Set(emails).size}`, "Взято першу службову.");
  if (email === undefined)
    gap(
      "contact",
      emails.length === 0 ? "" : "скринька не службова",
      emails.length === 0
        ? "Скриньки немає."
        : "Скриньку не перенесено: потрібна службова, у домені розпорядника.",
    );
  const maintainer = oneLine(source.maintainer);
  const isUnit = unitWords.test(maintainer) && !isPersonalText(maintainer);
  if (maintainer !== "" && !isUnit)
    gap(
      "contact",
      "ім’я",
      "Ім’я відповідальної особи не перенесено: вкажіть підрозділ (contact.unit).",
    );
  return email === undefined ? undefined : { email, ...(isUnit ? { unit: maintainer } : {}) };
}

function publisherOf(source: RemotePackage, gap: Note): ImportedDataset["publisher"] {
  const organization = (source.organization ?? {}) as Record<string, unknown>;
  const title = oneLine(
    fieldOf(source, "publisherName") || organization.title || organization.name || source.author,
  );
  const edrpou = edrpouOf(source, gap);
  if (title === "") gap("publisher", "", "Розпорядника не вказано.");
  const name = oneLine(organization.name);
  const id = isOwnId(name) ? name : toSlug(title);
  return {
    id: id || "unknown-publisher",
    title: title || "Розпорядника не вказано",
    ...(edrpou === undefined ? {} : { edrpou }),
  };
}

/** The office's number in the state register, with the zeros it begins with; undefined where it is none. */
function edrpouOf(source: RemotePackage, gap: Note): string | undefined {
  const code = fieldOf(source, "publisherIdentifier", "edrpou", "Код ЄДРПОУ").replace(/\D/g, "");
  if (code === "") return undefined;
  const edrpou = code.padStart(8, "0");
  if (edrpou !== code) gap("edrpou", code, `Код ЄДРПОУ без початкових нулів; записано ${edrpou}.`);
  if (edrpou.length === 8) return edrpou;
  gap("edrpou", code, "Код ЄДРПОУ має 8 цифр; пропущено.");
  return undefined;
}

function resourcesOf(
  source: RemotePackage,
  portal: string,
  page: string,
  gap: Note,
): ImportedResource[] {
  const names = new Set<string>();
  const resources = listOf(source.resources).map((resource, index): ImportedResource => {
    const title = oneLine(resource.name) || `Файл ${index + 1}`;
    const url = addressOf(resource.url, portal);
    const wish =
      toSlug(title.replace(/\.(csv|xlsx?|json|xml|ods|zip|pdf)$/i, "")) || `file-${index + 1}`;
    const name = freeName(wish, names);
    names.add(name);
    if (oneLine(resource.name) === "")
      gap("resources", `файл ${index + 1}`, "У файлу немає назви.");
    if (url === undefined)
      gap(
        "resources",
        title,
        "У файлу немає адреси, яку можна відкрити; лишено посилання на сторінку набору.",
      );
    const format = formatOf(resource, url);
    if (format === undefined)
      gap(
        "resources",
        `${title}: ${oneLine(resource.format)}`,
        "Формату немає в переліку; не вказано.",
      );
    const bytes = Number(resource.size);
    const description = tidy(resource.description);
    const modified = momentOf(resource.last_modified) ?? momentOf(resource.created);
    return {
      name,
      title,
      ...(description ? { description } : {}),
      ...(url === undefined ? { page } : { path: url }),
      ...(format ? { format } : {}),
      ...(Number.isInteger(bytes) && bytes > 0 ? { bytes } : {}),
      ...(modified ? { modified } : {}),
    };
  });
  if (resources.length === 0) gap("resources", "", "Файлів у записі немає.");
  return resources;
}
