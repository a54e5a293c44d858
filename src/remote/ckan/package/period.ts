import { date } from "../../../schemas/text.ts";
import { isRecord, type RemotePackage } from "../client.ts";
import { fieldOf, listOf, oneLine } from "./fields.ts";
import type { Note } from "./gaps.ts";
import { asWritten } from "./shapes.ts";

/** The time data are of, as a passport has it. */
type Period = { temporal?: { start: string; end?: string }; validAsOf?: string };

/** What a portal says of a period: where it begins and ends, «» where nothing is said. */
type Said = { start: string; end: string };

/** A moment, day, month or year, also as people write a day here: 31.12.2020. */
const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;
const ours = /^(\d\d)\.(\d\d)\.(\d{4})$/;

/** The first or the last day of what is written; undefined where that is no day, month or year. */
function dayOf(written: string, edge: "first" | "last"): string | undefined {
  const text = written.replace(ours, "$3-$2-$1");
  const [, year, month, day] = iso.exec(text) ?? [];
  if (year === undefined) return undefined;
  const lastMonth = month ?? (edge === "first" ? "01" : "12");
  // The day before the first of the next month is the last of this one.
  const lastDay = String(new Date(Date.UTC(Number(year), Number(lastMonth), 0)).getUTCDate());
  const whole = `${year}-${lastMonth}-${day ?? (edge === "first" ? "01" : lastDay)}`;
  return date.safeParse(whole).success ? whole : undefined;
}

/** Fields that portals keep the two ends in: ckanext-dcat and this portal, data.gov.uk, canada.ca. */
const pairs = [
  ["temporal_start", "temporal_end"],
  ["temporal_coverage-from", "temporal_coverage-to"],
  ["time_period_coverage_start", "time_period_coverage_end"],
] as const;
/** Fields that hold both: a text of ISO 8601 (data.gov), records (opendata.swiss, ckanext-scheming). */
const wholes = ["temporal", "temporals", "temporal_coverage"] as const;

/** The ends in a text: «2019-01-01/2020-12-31», «2019/..»; one day or year is both. */
function endsIn(text: string): Said {
  const [start = "", end = start] = text.split(/\s*\/\s*|\s+[–—-]\s+/);
  return { start, end: /^(?:\.\.)?$/.test(end) ? "" : end };
}

const endsOf = (record: RemotePackage): Said => {
  const of = (...names: string[]) => oneLine(fieldOf(record, ...names));
  return {
    start: of("start_date", "startDate", "start", "from"),
    end: of("end_date", "endDate", "end", "to"),
  };
};

/** Every period a package states, in the order of its fields. */
function saidOf(source: RemotePackage): Said[] {
  const inPairs = pairs.map(([start, end]) => ({
    start: oneLine(fieldOf(source, start)),
    end: oneLine(fieldOf(source, end)),
  }));
  const inWholes = wholes.flatMap((name): Said[] => {
    const value = source[name];
    if (isRecord(value)) return [endsOf(value)];
    if (Array.isArray(value)) return listOf(value).map(endsOf);
    return [endsIn(oneLine(fieldOf(source, name)))];
  });
  return [...inPairs, ...inWholes].filter(({ start, end }) => start !== "" || end !== "");
}

/** The period of the data and the day they are true for; what is no such thing is noted. */
export function periodOf(source: RemotePackage, gap: Note): Period {
  const said = saidOf(source);
  const [first] = said;
  const others = said.filter((one) => JSON.stringify(one) !== JSON.stringify(first));
  if (others.length > 0)
    gap("temporal", asWritten(others), "Періодів кілька; записано перший з них.");
  const temporal = first && daysOf(first, gap);
  const written = oneLine(fieldOf(source, "valid_as_of"));
  const validAsOf = written === "" ? undefined : dayOf(written, "first");
  if (written !== "" && validAsOf === undefined)
    gap("validAsOf", written, "Дату актуальності записано не датою; пропущено.");
  // A portal of this kind states the day data are true for as a period too.
  const isDay = temporal?.start === validAsOf && temporal?.end === validAsOf;
  return {
    ...(temporal && !isDay ? { temporal } : {}),
    ...(validAsOf === undefined ? {} : { validAsOf }),
  };
}

function daysOf({ start, end }: Said, gap: Note): Period["temporal"] {
  const [from, to] = [dayOf(start, "first"), dayOf(end, "last")];
  const fault =
    from === undefined || (end !== "" && to === undefined)
      ? "Період записано не датами; пропущено."
      : to !== undefined && to < from
        ? "Період закінчується раніше, ніж починається; пропущено."
        : undefined;
  if (fault !== undefined) {
    gap("temporal", [start, end].join("/"), fault);
    return undefined;
  }
  return from === undefined ? undefined : { start: from, ...(to === undefined ? {} : { end: to }) };
}
