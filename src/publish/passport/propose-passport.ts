import { parse } from "yaml";
import type { Inspection } from "../../model/reports/inspection.ts";
import type { TableReport } from "../../model/table.ts";
import { passportFields, type WrittenPassport } from "../../schemas/data/dataset.ts";
import type { PortalDescriptor } from "../../schemas/data/portal.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { ckanTag, withLetterApostrophe } from "../../vocabularies/ckan/tags.ts";
import { structures } from "../../vocabularies/structures.ts";
import { safeName, wordsOfFile } from "./file-name.ts";
import { publishersOf } from "./find-publisher.ts";
import { type ProposedColumns, proposeColumns, schemaOf } from "./propose-columns.ts";
import { proposeFrequency, proposePeriod } from "./propose-period.ts";
import { type Question, questionsFor } from "./questions.ts";
import { themesOf } from "./theme-words.ts";

/** What is known of a clerk's table before anything is asked. */
export type KnownTable = {
  /** The clerk's file, its sheet. */
  inspection: Pick<Inspection, "file" | "sheet" | "structure">;
  /** The clean table, read (readClean). */
  report: TableReport;
  /** The official structure the clerk agreed to; none where the table follows none. */
  structure?: string;
  /** Id of the publisher, where the person is known. */
  publisher?: string;
  /** What the person has said already: proposals are made from it. */
  title?: string;
};

type PassportKey = keyof WrittenPassport | "id";

/** Where a value was found, of what a person is asked to agree with; its words are `publish.because.…`. */
export type Because =
  | "said"
  | "file"
  | "sheet"
  | "resolution"
  | "listed"
  | "behalf"
  | "title"
  | "columns"
  | "rhythm"
  | "dates";

/** A value that was found. */
type Proposal = { field: PassportKey; value: unknown; because?: Because };

export type ProposedPassport = {
  id: string;
  /** File name of the table in the set's folder. */
  path: string;
  /** Everything proposed, as a passport; what is asked is not in it. */
  values: Partial<WrittenPassport>;
  proposals: Proposal[];
  columns: ProposedColumns;
  /** What cannot be found out, a step each, in the order to ask. */
  questions: Question[];
};

/** Names of sheets that spreadsheets give themselves. */
const ownSheet = /^(аркуш|лист|sheet|дані|data|table|таблиця)\s*\d*$/i;
const isReadable = (words: string): boolean =>
  /\p{Script=Cyrillic}.*\p{Script=Cyrillic}/u.test(words) && words.length >= 4;
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

type Found = { value: string; because: Because };

/** A title: of what the person said, the file's name, the sheet's, the structure's set. */
function titleOf({ inspection, structure, title }: KnownTable): Found | undefined {
  if (title !== undefined) return { value: title, because: "said" };
  const ofFile = wordsOfFile(inspection.file);
  if (isReadable(ofFile)) return { value: upper(ofFile), because: "file" };
  const sheet = inspection.sheet?.trim() ?? "";
  if (isReadable(sheet) && !ownSheet.test(sheet))
    return { value: upper(sheet.replace(/\s+/g, " ")), because: "sheet" };
  const set = structure === undefined ? undefined : structures.get(structure)?.set;
  return (
    set && {
      value: set.title.slice(0, passportFields.title.limit),
      because: "resolution",
    }
  );
}

const small =
  /^(міст\p{L}*|рок\p{L}*|рік|дані|щодо|або|для|від|про|при|під|над|також|інш\p{L}*|переліки?|список|інформація|відомості|станом|україни?|число|числі|тому)$/iu;

/**
 * The beginning of the hromada's name in all its forms: every set of the portal is about it. «Полтавська міська
 * територіальна громада» → «полтав»; undefined where the name is no adjective of a place.
 */
function nameOfHromada({ places = [] }: PortalDescriptor): string | undefined {
  const [, stem] = /^([\p{L}’'ʼ]+)ька(?!\p{L})/iu.exec(places[0]?.title ?? "") ?? [];
  const short = stem?.replace(/с$/, "");
  const name = short !== undefined && short.length > 4 ? short : stem;
  return name && withLetterApostrophe(name.toLowerCase());
}

/** Words a set would be looked for by: those of its title that say what it is about. */
function keywordsOf(title: string, hromada: string | undefined): string[] {
  const words = title.match(/\p{Script=Cyrillic}[\p{L}’'ʼ-]*/gu) ?? [];
  const telling = words
    .map((word) => withLetterApostrophe(word.toLowerCase()))
    .filter((word) => word.length > 3 && !small.test(word) && ckanTag.test(word))
    .filter((word) => hromada === undefined || !word.startsWith(hromada));
  return [...new Set(telling)].slice(0, 5);
}

/** An id nobody has: of the structure's table where there is one, else of the title. */
function idOf(title: string, { structure }: KnownTable, { datasets }: PortalFacts): string {
  const taken = new Set(
    datasets.flatMap(({ id, aliases = [], identifier }) =>
      [id, ...aliases, ...(identifier === undefined ? [] : [identifier])].map((name) =>
        name.toLowerCase(),
      ),
    ),
  );
  const table = structure
    ?.replace(/^\d+-/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
  const long = safeName(title);
  const names = [...(table && table.length > 4 ? [table] : []), long];
  const free = names.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  let again = 2;
  while (taken.has(`${long}-${again}`)) again++;
  return `${long}-${again}`;
}

const portalOf = ({ files }: PortalFacts): PortalDescriptor =>
  parse(files["data/portal.yaml"] ?? "{}");

/** Where the table is about: the one place of the portal that its column of codes names, else the hromada. */
function spatialOf(report: TableReport, { places = [] }: PortalDescriptor): string[] {
  const known = new Set(places.map(({ code }) => code));
  const named = report.columns
    .map(({ profile }) => profile)
    .find(
      ({ distinct, minimum = "", top }) => distinct === 1 && known.has(top[0]?.value ?? minimum),
    );
  const code = named ? (named.top[0]?.value ?? named.minimum) : places[0]?.code;
  return code === undefined ? [] : [code];
}

const act = "Постанова Кабінету Міністрів України від 21 жовтня 2015 р. № 835";

/**
 * A passport from what is known: the table, its structure, the portal, the publisher. What can be found out is proposed
 * with the reason, the rest is left as questions.
 */
export function proposePassport(known: KnownTable, facts: PortalFacts): ProposedPassport {
  const { report, structure, publisher } = known;
  const portal = portalOf(facts);
  const columns = proposeColumns(report, structure);
  const title = titleOf(known);
  const words = `${title?.value ?? ""} ${wordsOfFile(known.inspection.file)}`;
  const set = structure === undefined ? undefined : structures.get(structure)?.set;
  const id = idOf(title?.value ?? wordsOfFile(known.inspection.file), known, facts);
  const card = publishersOf(facts).find((one) => one.id === publisher);
  const period = proposePeriod(report.columns, words, facts.today);
  const frequency = proposeFrequency(report.columns, words);
  const keywords = keywordsOf(title?.value ?? "", nameOfHromada(portal));
  const themes = themesOf(
    `${words} ${set?.title ?? ""} ${report.columns.map(({ title: name, field }) => name ?? field).join(" ")}`,
  );
  const mandated =
    set && facts.mandated.some(({ code }) => code === set.code) ? set.code : undefined;
  const path = `${id}.csv`;

  const proposals: Proposal[] = [];
  const propose = (field: PassportKey, value: unknown, because?: Because) => {
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) proposals.push({ field, value, ...(because ? { because } : {}) });
  };
  propose("id", id);
  propose("title", title?.value, title?.because);
  if (set)
    propose("purpose", `${act}: ${set.title}`.slice(0, passportFields.purpose.limit), "listed");
  propose("publisher", card?.id, "behalf");
  propose("contact", { email: card?.email ?? portal.contact?.email });
  propose("keywords", keywords, "title");
  propose("themes", themes, "columns");
  propose("frequency", frequency, "rhythm");
  propose("language", ["uk"]);
  propose("licenses", portal.licenses?.slice(0, 1));
  propose("spatial", spatialOf(report, portal));
  propose("temporal", period, "dates");
  propose("mandated", mandated === undefined ? undefined : [mandated]);
  propose("resources", [{ name: id, title: title?.value ?? id, path, ...schemaOf(columns) }]);
  const values = Object.fromEntries(
    proposals.filter(({ field }) => field !== "id").map(({ field, value }) => [field, value]),
  ) as Partial<WrittenPassport>;
  return { id, path, values, proposals, columns, questions: questionsFor(values, columns, facts) };
}
