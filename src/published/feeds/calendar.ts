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

/**
 * Days when datasets are expected to be updated, as a calendar to subscribe to (RFC 5545): a whole day an event, the
 * last day a set is still in time, coming again as the set does. Sets that are closed or of unknown frequency have none.
 */
export function renderCalendar(name: string, datasets: readonly Dataset[], site: string): string {
  const events = datasets.flatMap(({ id, title, freshness, frequency, publisher, modified }) => {
    if (!("due" in freshness) || frequency === undefined || modified === undefined) return [];
    const rule = rules[frequency] && ruleOn(rules[frequency], freshness.due);
    return [
      "BEGIN:VEVENT",
      `UID:${id}@${new URL(site).hostname}`,
      `DTSTAMP:${moment(modified)}`,
      `DTSTART;VALUE=DATE:${dateOnly(freshness.due)}`,
      ...(rule === undefined ? [] : [`RRULE:${rule}`]),
      `SUMMARY:${escaped(`Оновлення: ${title.uk}`)}`,
      `DESCRIPTION:${escaped(`${publisher.title}. ${frequencies[frequency].uk}.`)}`,
      `URL:${site}/dataset/${id}/`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  return `${[
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${new URL(site).hostname}//open data//UK`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    "END:VCALENDAR",
  ]
    .map(folded)
    .join("\r\n")}\r\n`;
}
