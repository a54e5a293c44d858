import type { Language } from "../../../i18n/translate.ts";
import type { Rule } from "../../../rules/rule.ts";
import type { RuleId } from "../../../vocabularies/rule-ids.ts";

/** Why the portal asks for it, in English: what the rules themselves say in Ukrainian. */
const english: Record<RuleId, string> = {
  "text-readable":
    "The portal reads descriptions, cards and news as text in UTF-8. In another encoding Ukrainian letters turn into illegible signs, and different programs read invisible control characters differently.",
  "schema-version":
    "When fields of descriptions change, the version of the schema changes too (schemaVersion in data/portal.yaml). The portal would misread descriptions of another version, so it checks them no further: a command rewrites them first.",
  "yaml-readable":
    "A description in YAML is read by a program: a stray indent, an open quote or a key written twice changes what it means. Anchors, references and tags of YAML are not allowed, as they hide values.",
  "key-known":
    "A mistyped key silently loses its value: the portal does not know it and will not show it. So an unknown key is an error.",
  "value-present": "Without this value the portal cannot show the record.",
  "value-valid":
    "Dates, codes, addresses and lists have a fixed form, so that people and programs understand them alike. Codes with leading zeros stand in quotes.",
  "text-plain":
    "Titles and descriptions are read beyond this portal: other catalogues show them as they are, and a tag or code would come to life there; the list of datasets is opened in Excel, where a title beginning with “=” would become a formula.",
  "id-shape":
    "The name of a dataset’s folder is its identifier and a part of its permanent address: lower-case Latin letters, digits and hyphens, as the recommendations to Resolution No. 835 ask. It never changes.",
  "id-unique":
    "The national portal knows a dataset by its identifier. If two have the same one, one of them disappears.",
  "home-known":
    "A dataset of another hromada is shown by the description on its own portal: it was checked there, and only a link lies here. So npm run federate writes such a description, and it has no files.",
  "identity-kept":
    "The national portal, data.europa.eu and others know a dataset by its IRI and identifier, and a file by the name of its resource. If they change, a second dataset appears there, and the first is gone with all links to it. So a renamed dataset keeps its first name in renamedFrom and opens at both addresses.",
  "skeleton-filled":
    "A template is valid in form, so without this rule a dataset called “Title of the dataset”, or a news post with questions to its writer, would get onto the portal.",
  "passport-complete":
    "Paragraph 7 of the Regulation approved by Resolution No. 835 of 21 October 2015 names what no dataset is published without. For a passport moved from another portal a gap is a warning.",
  "passport-length":
    "The national portal takes a title of up to 254 characters, a description of up to 4,000, grounds and purpose of up to 512. A longer text would stop the dataset from being harvested.",
  "passport-impersonal":
    "A dataset’s passport and a publisher’s card are open to all and stay in the history for ever. A post, a unit and an office telephone are enough for readers.",
  "publisher-known":
    "Every dataset belongs to a publisher whose card lies in the folder data/publishers.",
  "licence-known":
    "Readers have to know what they may do, so the licence must be a known one. A dataset moved from another portal keeps the licence it had there, by its address.",
  "frequency-known":
    "By the frequency the portal reckons whether a dataset is updated on time, and the national portal takes only the exact values of its list.",
  "theme-known": "Themes group datasets on this portal, on the national one and on data.europa.eu.",
  "place-known":
    "The portal takes the name and bounds of a territory from its list in data/portal.yaml by the KATOTTH code.",
  "series-known":
    "Readers find datasets of one content for different years together through their series; it is described in a file of the folder data/series.",
  "contact-functional":
    "A passport is open to all and stays in the history for ever. An employee’s own mailbox is personal data, and it disappears together with the employee.",
  "keyword-carried":
    "The national portal silently drops keywords with a comma, quotes or the apostrophe ’. Inside a word the apostrophe is written as the letter ʼ (U+02BC).",
  "period-ordered": "Swapped dates make a dataset invisible to a search by years.",
  "dates-derived":
    "Dates written by hand go out of date unnoticed. The portal takes them from the history of changes; only dates of a record moved from another portal are written. A date that has not come is not shown: with it nobody would notice a newer change.",
  "withdrawn-explained":
    "Links to a dataset stay in programs and articles of others. A dataset is withdrawn with status: withdrawn, a date, a reason and, where there is one, a successor. Its page and identifier stay.",
  "breaking-told":
    "Programs read a dataset and expect the same names, columns, types and rows. When something of this goes or changes, the passport says so with a new version and an explanation (versionNotes). The check compares the change with what is already published.",
  "resource-unique":
    "The name of a resource makes the permanent address of its file; of two alike only one would be seen. The same goes for former names of files (aliases), by which they still open.",
  "file-exists": "If the file is not there, a reader presses “Download” and gets nothing.",
  "file-impersonal":
    "CSV tables are checked by columns, while in a JSON file a name or a telephone may stand anywhere; an Excel workbook also has hidden sheets, notes and its author’s name. The history keeps a file for ever, so one must look before publishing.",
  "path-inside":
    "A path with “..”, with the root of a disk or a symbolic link could publish somebody else’s file.",
  "file-referenced":
    "A browser renames a repeated download to “data(4).csv”, the old file stays on the site, and nobody notices. So a file that no description names is an error.",
  "file-place":
    "Nobody sees a file outside the portal’s folders: it was uploaded to the wrong place.",
  "file-name":
    "The name of a file becomes a part of its address, which programs see. Each reads Cyrillic, spaces, quotes or invisible characters in its own way, and two names that differ only in capitals are one file on Windows.",
  "file-size":
    "GitHub takes at most 25 MB through a browser; divide a larger file by years. An empty file is left by an upload that was cut off.",
  "file-extension":
    "The portal keeps CSV, JSON and GeoJSON: changes in them can be seen, and any program reads them. The portal itself makes XLSX for readers.",
  "file-pinned":
    "A file at somebody else’s address may become another at any time. When the passport has its size (bytes) and SHA-256 (hash), the portal downloads that very file, checks and describes it as its own.",
  "file-fetched":
    "The portal first downloads such a file and compares it with the passport, then checks it as its own. Until that is done, only what the publisher said is known of it: the page has no rows and no columns.",
  "address-elsewhere":
    "An address names a file that lies elsewhere. An address of this very portal, left from the one before it, will not open after the move: this site is there now, and it has no such file.",
  "json-readable":
    "One comma too many, and no program reads the file. So it is checked by the standard RFC 8259, and the line and place are shown.",
  "geojson-valid":
    "A map is read by the standard RFC 7946: first longitude, then latitude, in degrees of WGS 84. Swapped numbers or metres move things thousands of kilometres away, and the map is empty.",
  "structure-known":
    "The recommendations to Resolution No. 835 have 109 tables. A dataset that names one of them is checked by its columns, and data of all hromadas can be put together.",
  "pattern-known":
    "A pattern is run on every cell, so the portal takes only those that cannot hang: without lookaround and backreferences (\\1). A pattern that cannot be understood checks nothing.",
  "table-size":
    "Most programs will not open such a table, or will cut it. Most often it is a table turned on its side or a whole document pasted into one cell.",
  "table-readable":
    "Programs read CSV of open data: in UTF-8, with commas between columns, with quotes by RFC 4180.",
  "file-whole":
    "When an upload is cut off, the last row stays unfinished, and nobody sees how many rows after it are lost.",
  "sheet-plain":
    "CSV has no hidden rows, notes or formats: what was hidden becomes visible to all, a note disappears, and 12.5% becomes the number 0.125.",
  "formulas-counted":
    "A workbook keeps a formula and the value a program has computed. If another program wrote it and did not compute, there is no value: the table would get an empty cell.",
  "cells-joined":
    "A merged cell has one value for several rows: a program sees it in the first only, and the other rows without it.",
  "header-rows":
    "The first row of a CSV is the names of columns, all the rest is data. A program would read the table’s title, units or a second heading row as data.",
  "header-clean":
    "A program misreads a column without a name or with somebody else’s, or skips it altogether.",
  "rows-rectangular":
    "An extra comma moves all cells to the right, and numbers end up in a wrong column.",
  "table-one":
    "A program reads a file as one table: it takes rows of a second one below for data of the first, and columns of one beside it for its columns.",
  "columns-match":
    "A dataset’s structure promises readers certain columns in a certain order; their programs rely on it.",
  "cells-valid":
    "A dataset’s structure promises readers the type and limits of every column. Errors of one kind in a column make one record. Times are compared with a limit as moments, by their time zones; where only the cell or only the limit names a zone, nothing closer than 14 hours is an error.",
  "missing-written":
    "An empty cell or null is the only way to say “none” that all programs understand. They read “-”, “n/a” or #REF! as text and spoil their sums.",
  "numbers-written":
    "The recommendations to Resolution No. 835 ask for a decimal point and no spaces. A program reads a number with a comma or a unit as text and does not add it.",
  "dates-written":
    "ISO 8601 is the only way to write a date that all read alike: 03.04.24 is April to some and March to others. The recommendations to Resolution No. 835 ask for it too.",
  "types-mixed":
    "A word among numbers makes the whole column text: it can be neither added nor sorted. Programs know “yes” and “no” as true and false.",
  "totals-apart":
    "Whoever adds a column with a “Total” row gets twice as much. Programs compute totals themselves.",
  "rows-alike":
    "The name of a district in a row of its own, a note or a signature under the table is a record like the rest to a program: it counts them and cannot tell what belongs to which district.",
  "columns-filled":
    "An empty column promises data that are not there: readers think the mistake is theirs.",
  "rows-distinct":
    "Rows alike in all cells are mostly left by copying twice; counts and sums come out too large.",
  "spaces-trimmed":
    "“Station” and “Station ” are two different stops to a program: searching and counting part them.",
  "characters-visible":
    "An invisible character makes equal words different, and one that changes direction shows another text than is written. Spoilt letters nobody will read again.",
  "alphabet-one":
    "The Latin and the Ukrainian i look the same, but no search finds a word with a foreign letter in it.",
  "markup-free":
    "Tags come from a site’s editor: readers see <br> in the middle of an address, and programs do not recognise it.",
  "formula-like":
    "Excel runs a cell that begins with =, @, + or -, in other people’s files too: data of those who open it are stolen this way. The portal does not change published files, so it warns.",
  "edrpou-valid":
    "Tables of different institutions are joined by the EDRPOU code. Excel takes the code for a number and loses leading zeros; its last digit is a check digit and betrays slips.",
  "katottg-valid":
    "KATOTTH is the codifier of administrative units that replaced KOATUU. Programs find a hromada on the map by it; a mistake in one sign leads elsewhere.",
  "iban-valid": "Check digits of an IBAN betray a slip before money goes to the wrong place.",
  "postcode-valid": "Postcodes of Kyiv and its oblast begin with a zero, and Excel loses it.",
  "phone-written":
    "So the recommendations to Resolution No. 835 ask: a telephone dials a number without spaces and brackets at one touch.",
  "hours-written":
    "So the recommendations to Resolution No. 835 ask: from days and hours written to one pattern a program tells whether a place is open now.",
  "coordinates-plausible":
    "Swapped latitude and longitude move a stop to Iraq, and one coordinate in all rows puts every stop in one place.",
  "personal-data":
    "Personal data are published as open data only if they are made impersonal, if the person has agreed, or if a law provides for it (the Law “On Access to Public Information”, Article 10-1, part three). The history keeps them for ever: what is published cannot be taken back.",
  "keys-hold":
    "A primary key shows which row has changed; a foreign key ties tables of a dataset together. A repeated one, or a reference to nowhere, is an error in the data; a row without a key is recognised by nobody.",
  "chart-drawn":
    "A chart is made from a table of its dataset: the resource and columns it names must exist, and the values be numbers. Labels of bars must differ, or no reader knows which bar is which.",
  "finding-supported":
    "A table is updated, and the headline stays. So every number and every “three times as many” in it is compared each time with what the chart shows.",
  "news-safe":
    "People from outside send news, and MDX is run when the portal is built. So Markdown text and the inserts Chart, DatasetCard, Figure, Quality with plain quoted values are all that is allowed.",
  "news-datasets": "From a dataset’s page readers get to news about it, and back.",
  "links-lead":
    "Whoever presses a link in a news post or on a dashboard should see a dataset and not “no such page”. Addresses of the portal begin with a slash: /dataset/stops/ — the portal adds the path it is hosted under.",
  "query-answered":
    "A dashboard’s chart or number is computed from a dataset’s table each time the portal is built: the dataset and columns it names must be there.",
  "register-linked":
    "Records of registers prove that the Action Plan is fulfilled: a link to nowhere proves nothing.",
  "register-impersonal":
    "Registers stay in the history for ever. Readers need not know who exactly was trained or signed: a post, a unit or a body is enough.",
  "register-ordered":
    "Times of answers and the force of documents are reckoned from these dates: swapped dates give a negative time.",
  "exemption-grounded":
    "Access is limited only by the three-part test (Article 6 of the Law of Ukraine “On Access to Public Information”) and not for ever: without a decision, a conclusion and a day of review a limited dataset differs in nothing from one not published.",
  "audit-impersonal":
    "The form of Annex 17 has columns with an employee’s name, telephone and mailbox. All that gets here is open, and the portal’s history forgets nothing, so this file may not have them.",
  "portal-linked":
    "Updates of datasets listed in mergeCleanUpdates are accepted without a person. A mistyped name does nothing today and tomorrow would give this permission to quite another dataset.",
  "portal-whole":
    "An empty catalogue would make the national portal delete all the hromada’s datasets, and a history of one record would date everything today. Such a portal is not built.",
};

/** Why a rule asks what it asks, in the language of the page. */
export const ruleReason = ({ id, why }: Rule, language: Language): string =>
  language === "uk" ? why : english[id];
