import type { Speech } from "../i18n/speech.ts";
import { type Finding, printable, quoteIn } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import { type ColumnReport, columnLetter, type TableReport } from "../model/table.ts";
import { encodingWords } from "../vocabularies/table-words.ts";

/** Rules whose faults are mended in a clean table, each with the words of what it mends. */
const mended = [
  "table-readable",
  "cells-joined",
  "header-rows",
  "header-clean",
  "rows-rectangular",
  "spaces-trimmed",
  "characters-visible",
  "missing-written",
  "numbers-written",
  "dates-written",
  "edrpou-valid",
  "katottg-valid",
] as const;

/** What a rule mends, in words. */
export function mendWords(rule: string, { t }: Speech): string {
  const known = mended.find((one) => one === rule);
  return known ? t(`check.mend.${known}`) : rule;
}

/** A figure as people write it, a date as it is. */
const figure = (text: string, { number }: Speech): string =>
  /^-?\d+(\.\d+)?$/.test(text) && Number.isSafeInteger(Math.trunc(Number(text)))
    ? number(Number(text))
    : text;

function columnText({ profile, type }: ColumnReport, speech: Speech): string {
  const { t, number, quotes } = speech;
  const { minimum, maximum, mean, missing, distinct, distinctExact, top } = profile;
  return [
    t(`check.type.${type}`),
    t("check.column.distinct", {
      count: `${distinctExact === false ? "≈" : ""}${number(distinct)}`,
    }),
    missing > 0 ? t("check.column.missing", { count: number(missing) }) : "",
    minimum !== undefined && maximum !== undefined
      ? t("column.range", {
          minimum: figure(minimum, speech),
          maximum: figure(maximum, speech),
        })
      : "",
    mean === undefined ? "" : t("check.column.mean", { value: number(mean) }),
    type === "string" && top[0]
      ? t("check.column.top", {
          value: quoteIn(quotes, top[0].value.slice(0, 30)),
          count: number(top[0].count),
        })
      : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** A file's encoding, and how sure it is. */
function encodingText({ name, sure }: TableReport["encoding"], { t }: Speech): string {
  const encoding =
    name === "windows-1252"
      ? t("check.file.western")
      : name === "windows-1250"
        ? t("check.file.central")
        : (encodingWords[name] ?? name);
  return sure === "certain" ? encoding : t(`check.file.${sure}`, { encoding });
}

const delimiters = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** What the file is, in a sentence. */
export function fileText({ file, format, report, sheet }: Inspection, speech: Speech): string {
  const { t, number, quotes } = speech;
  const name = printable(file);
  if (!report) return t("check.file.unread", { name });
  const { encoding, separators, header, rows, columns } = report;
  const delimiter = delimiters[separators.delimiter as keyof typeof delimiters];
  return `${name}: ${[
    sheet === undefined
      ? format
      : t("check.file.sheet", { format: format ?? "", sheet: quoteIn(quotes, sheet) }),
    ...(format === "CSV"
      ? [encodingText(encoding, speech), ...(delimiter ? [t(`check.file.${delimiter}`)] : [])]
      : []),
    header.length === 0 ? t("check.file.noNames") : t("check.file.above", { count: header.length }),
    t("check.file.rows", { count: number(rows) }),
    t("check.file.columns", { count: columns.length }),
  ].join(", ")}.`;
}

/** The columns that have a name or a value, each with its letter, its name and what is in it. */
export const columnTexts = (
  { report }: Inspection,
  speech: Speech,
): { letter: string; name: string; text: string }[] =>
  (report?.columns ?? []).flatMap((column, index) => {
    const { name, field, profile } = column;
    if (name.trim() === "" && profile.missing === profile.count) return [];
    const written =
      name.trim() === "" ? speech.t("check.column.unnamed") : quoteIn(speech.quotes, name);
    return [
      {
        letter: columnLetter(index),
        name: name === field ? field : `${written} → ${field}`,
        text: columnText(column, speech),
      },
    ];
  });

/** How much is wrong, in a sentence; where the clean table was read again, how much of it is left to a person. */
export function verdictText(
  findings: readonly Finding[],
  { t }: Speech,
  left?: readonly Finding[],
): string {
  if (findings.length === 0) return t("help.fine");
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const counted = t("check.verdict", { errors, warnings: findings.length - errors });
  if (left === undefined) return counted;
  const rest =
    left.length === 0 ? t("check.verdict.mended") : t("check.verdict.left", { count: left.length });
  return `${counted} ${rest}`;
}

/** Said first, and again beside the clean table: clean does not mean that it may be published. */
export const personalWarning = (findings: readonly Finding[], { t }: Speech): string | undefined =>
  findings.some(({ rule, severity }) => rule === "personal-data" && severity === "error")
    ? t("check.personal")
    : undefined;
