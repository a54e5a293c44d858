import { speak } from "../../i18n/translate.ts";
import type { Line } from "../../model/blocks.ts";
import type { Dataset, Resource, Shared } from "../../model/catalogue.ts";
import { namesOf } from "../../schemas/data/table-schema.ts";
import { frequencies } from "../../vocabularies/dcat/frequencies.ts";
import { type PlainBlock, renderPlainMarkdown } from "../blocks/plain-markdown.ts";
import { citationOf, citationText } from "./citation.ts";

const { t, date, size, count } = speak("uk");

const heading = (text: string): PlainBlock => ({ kind: "heading", level: 1, text });
const text = (...line: Line): PlainBlock => ({ kind: "text", line });
const named = (label: string, ...line: Line): Line => [{ strong: `${label}:` }, " ", ...line];

/** What a set is, whose, how fresh and under which licence. */
function aboutOf({ passport, publisher, contact, ...dataset }: Dataset, page: string): Line[] {
  const { licence, frequency, freshness, modified, issued, temporal } = dataset;
  return [
    named(t("field.publisher"), publisher.title),
    named(t("field.email"), contact.email),
    named(t("field.issued"), issued === undefined ? t("status.undated") : date(issued)),
    named(
      t(passport.modified === undefined ? "field.modified" : "field.changed"),
      modified === undefined ? t("status.undated") : date(modified),
    ),
    // The last day it is fresh, not whether it is: that changes without the set.
    named(
      t("field.frequency"),
      frequency ? frequencies[frequency].uk : t("value.unknown"),
      "due" in freshness ? `, ${t("fresh.due", { date: date(freshness.due) })}` : "",
    ),
    ...(temporal ? [named(t("field.temporal"), `${temporal.start} – ${temporal.end ?? "…"}`)] : []),
    licence
      ? named(t("field.licence"), { link: licence.uk, href: licence.path })
      : named(t("field.licence"), t("value.unknown")),
    ...(passport.version === undefined ? [] : [named(t("markdown.version"), passport.version)]),
    named(t("markdown.page"), { link: page, href: page }),
  ];
}

/** When and why a set was withdrawn, and the page of what stands in its place. */
function withdrawnText(
  { date: day, reason, successor }: NonNullable<Dataset["passport"]["withdrawn"]>,
  site: string,
): Line {
  const told = { date: date(day), reason: reason.replace(/([^.!?…])$/, "$1.") };
  return [
    { strong: t("dataset.withdrawn", told) },
    ...(successor === undefined
      ? []
      : [
          ` ${t("dataset.successor")}: `,
          { link: successor, href: `${site}/dataset/${successor}/` },
          ".",
        ]),
  ];
}

/** A file: its address, how large it is, of what it is. */
function fileOf({ title, description, ...file }: Resource): { line: Line; more: Line[] } {
  const { url, page, format, bytes, table, modified, sha256 } = file;
  const told = [
    format,
    bytes === undefined ? undefined : size(bytes),
    table && count("rows", table.rows),
    modified && date(modified),
  ].filter((part) => part !== undefined);
  return {
    line: [{ link: title.uk, href: url ?? page }, told.length > 0 ? ` — ${told.join(", ")}` : ""],
    more: [
      ...(description ? [[description.uk]] : []),
      ...(sha256 === undefined ? [] : [["SHA-256: ", { code: sha256 }]]),
    ],
  };
}

/** What the rows of a table are told apart by, and what each of its columns means. */
function columnsOf({ title, schema }: Resource, alone: boolean): PlainBlock[] {
  if (!schema) return [];
  const keys = namesOf(schema.primaryKey);
  return [
    ...(alone ? [] : [{ kind: "heading", level: 2, text: title.uk } as const]),
    ...(keys.length > 0
      ? [
          text(
            t("markdown.key"),
            ...keys.flatMap((key, at): Line => [at > 0 ? ", " : " ", { code: key }]),
          ),
        ]
      : []),
    {
      kind: "list",
      items: schema.fields.map(
        ({ name, type, title: meaning, description, constraints: { required } }): Line => [
          { code: name },
          ` — ${meaning} (${[t(`type.${type}`), ...(required ? [t("markdown.required")] : [])].join(", ")})`,
          description ? `. ${description}` : "",
        ],
      ),
    },
  ];
}

/** A dataset’s page as Markdown, for programs that read words: what it is, its files, its columns, how to cite it. */
export function renderDatasetMarkdown(dataset: Dataset, shared: Shared): string {
  const { id, title, description, resources, passport } = dataset;
  const page = `${shared.portal.site}/dataset/${id}/`;
  const tables = resources.filter(({ schema }) => schema !== undefined);
  const blocks: PlainBlock[] = [
    ...(passport.withdrawn ? [text(...withdrawnText(passport.withdrawn, shared.portal.site))] : []),
    ...(description ? [text(description.uk)] : []),
    { kind: "list", items: aboutOf(dataset, page) },
    ...(resources.length > 0
      ? [heading(t("dataset.files")), { kind: "list", items: resources.map(fileOf) } as const]
      : []),
    ...(tables.length > 0
      ? [
          heading(t("dataset.columns")),
          ...tables.flatMap((table) => columnsOf(table, tables.length === 1)),
        ]
      : []),
    heading(t("dataset.cite")),
    text(citationText(citationOf(dataset, shared))),
  ];
  return renderPlainMarkdown(title.uk, blocks);
}
