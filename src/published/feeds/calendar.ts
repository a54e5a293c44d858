import type { Dataset } from "../../model/catalogue.ts";
import { type Frequency, frequencies } from "../../vocabularies/dcat/frequencies.ts";

/** How an expected update comes again (RFC 5545, section 3.3.10); a set that changes as it must has no rule. */
const rules: Partial<Record<Frequency, string>> = {
  "several-a-day": "FREQ=DAILY",
  daily: "FREQ=DAILY",
  weekly: "FREQ=WEEKLY",
  monthly: "FREQ=MONTHLY",
  quarterly: "FREQ=MONTHLY;INTERVAL=3",
  "half-yearly": "FREQ=MONTHLY;INTERVAL=6",
  yearly: "FREQ=YEARLY",
};

/** A rule whose day some months have not takes their last day instead: otherwise those months have none. */
function ruleOn(rule: string, due: string): string {
  const day = Number(due.slice(8, 10));
  if (day < 29 || !/MONTHLY|YEARLY/.test(rule)) return rule;
  const days = Array.from({ length: day - 27 }, (_, at) => 28 + at).join(",");
  const month = rule.includes("YEARLY") ? `;BYMONTH=${Number(due.slice(5, 7))}` : "";
  return `${rule}${month};BYMONTHDAY=${days};BYSETPOS=-1`;
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\s+/g, " ");

/** A line of a calendar takes 75 octets; what is longer goes on after a line break and a space, between letters. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, length] = ["", 0];
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (length + octets > 75) {
      parts.push(part);
      [part, length] = ["", 1];
    }
    part += letter;
    length += octets;
  }
  return [...parts, part].join("\r\n ");
}

const dateOnly = (date: string): string => date.slice(0, 10).replaceAll("-", "");
/** A moment without a zone, as some imported passports have it, is taken for one in UTC: everywhere the same. */
const moment = (date: string): string => {
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(date) || !date.includes("T") ? date : `${date}Z`;
  return `${new Date(zoned).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
};

/** What one whole day of a calendar says; `stamp` is when that was last true to say. */
type Day = { stamp: string; date: string; rule?: string; summary: string; description: string };

/** The last day a set is still in time, coming again as the set does; of one that is closed or of unknown frequency, none. */
function dueDay({ title, freshness, frequency, publisher, modified }: Dataset): Day | undefined {
  if (!("due" in freshness) || frequency === undefined || modified === undefined) return undefined;
  const rule = rules[frequency] && ruleOn(rules[frequency], freshness.due);
  return {
    stamp: modified,
    date: freshness.due,
    ...(rule === undefined ? {} : { rule }),
    summary: `Оновлення: ${title.uk}`,
    description: `${publisher.title}. ${frequencies[frequency].uk}.`,
  };
}

/** The day a set was last updated, or was withdrawn: what there is to say of one from which nothing is due. */
function lastDay({ title, publisher, modified, frequency, passport }: Dataset): Day | undefined {
  const { withdrawn } = passport;
  if (withdrawn)
    return {
      stamp: withdrawn.date,
      date: withdrawn.date,
      summary: `Вилучено: ${title.uk}`,
      description: withdrawn.reason,
    };
  if (modified === undefined) return undefined;
  const often = frequency === undefined ? "" : ` ${frequencies[frequency].uk}.`;
  return {
    stamp: modified,
    date: modified,
    summary: `Оновлено: ${title.uk}`,
    description: `${publisher.title}.${often}`,
  };
}

/** A calendar of RFC 5545 holds at least one component: one without days says what time zone it has. */
const noDays = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/**
 * Days when datasets are expected to be updated, as a calendar to subscribe to (RFC 5545): a whole day an event. Where
 * none is expected, the days the sets were last updated or were withdrawn, so that an address once given still answers.
 */
export function renderCalendar(name: string, datasets: readonly Dataset[], site: string): string {
  const { hostname } = new URL(site);
  const eventsOf = (dayOf: (dataset: Dataset) => Day | undefined): string[] =>
    datasets.flatMap((dataset) => {
      const day = dayOf(dataset);
      return day === undefined
        ? []
        : [
            "BEGIN:VEVENT",
            `UID:${dataset.id}@${hostname}`,
            `DTSTAMP:${moment(day.stamp)}`,
            `DTSTART;VALUE=DATE:${dateOnly(day.date)}`,
            ...(day.rule === undefined ? [] : [`RRULE:${day.rule}`]),
            `SUMMARY:${escaped(day.summary)}`,
            `DESCRIPTION:${escaped(day.description)}`,
            `URL:${site}/dataset/${dataset.id}/`,
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
          ];
    });
  const days = [eventsOf(dueDay), eventsOf(lastDay), noDays].find((one) => one.length > 0) ?? [];
  return `${[
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${hostname}//open data//UK`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...days,
    "END:VCALENDAR",
  ]
    .map(folded)
    .join("\r\n")}\r\n`;
}
