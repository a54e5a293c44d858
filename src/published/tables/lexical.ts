import type { ColumnProfile } from "../../model/table.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { formOf, isDate, isZoned, momentOf } from "../../table/moment.ts";

type TimeType = "datetime" | "time";
type Forms = NonNullable<ColumnProfile["forms"]>;
type Limit = string | number | undefined;

const isWhole = (form: Forms[number]): boolean => form.startsWith("hh:mm:ss");

/** A limit of moments or times with its seconds, as XML Schema writes it; undefined where it is none of the type. */
export function fullLimit(type: TimeType, limit: string): string | undefined {
  const moment = momentOf(limit);
  if (!moment || moment.isOfDay !== (type === "time")) return undefined;
  if (isDate(limit)) return `${limit}T00:00:00`;
  return isWhole(formOf(limit)) ? limit : limit.replace(/:\d\d(?=Z$|[+-]\d\d:\d\d$|$)/, "$&:00");
}

/**
 * A limit of a column of whole numbers is a whole number in both standards: of 0.5 and more that is 1. Other limits, as they are.
 * Undefined where a limit of whole numbers is no number at all.
 */
export function wholeLimit(
  type: Field["type"],
  limit: string | number,
  name: "minimum" | "maximum",
): string | number | undefined {
  if (type !== "integer" && type !== "year") return limit;
  const value = Number(limit);
  if (Number.isInteger(value)) return limit;
  if (!Number.isFinite(value)) return undefined;
  return name === "minimum" ? Math.ceil(value) : Math.floor(value);
}

/** Forms that Table Schema takes for the type where nothing is said (https://datapackage.org/standard/table-schema/#time). */
const usual: Record<TimeType, (form: Forms[number]) => boolean> = {
  datetime: isWhole,
  time: (form) => form === "hh:mm:ss",
};
/** Of one other form, its pattern (strptime of C and Python). */
const patterns: Partial<Record<Forms[number], string>> = {
  "hh:mm": "%H:%M",
  "hh:mmZ": "%H:%M%z",
  "hh:mm:ssZ": "%H:%M:%S%z",
};

/** A limit in the one form of the cells; undefined where it cannot be said so. */
function limitIn(form: Forms[number], limit: string): string | undefined {
  const said = isWhole(form) ? limit : limit.replace(/:00(\.0+)?(?=Z$|[+-]\d\d:\d\d$|$)/, "");
  return formOf(said) === form && isZoned(said) === isZoned(limit) ? said : undefined;
}

/**
 * How Table Schema has a column of moments or times whose cells are written in these forms: nothing where they are as it takes
 * them, a pattern where all are in another form, `any` where they, or the limits, are in several. Limits as the format reads them.
 */
export function timesOf(
  type: TimeType,
  forms: Forms,
  { minimum, maximum }: { minimum?: Limit; maximum?: Limit },
): { format?: string; limits: { minimum?: string | undefined; maximum?: string | undefined } } {
  const full = (limit: Limit) => (limit === undefined ? undefined : fullLimit(type, String(limit)));
  const limits = { minimum: full(minimum), maximum: full(maximum) };
  if (forms.every(usual[type])) return { limits };
  const [form, ...others] = forms;
  const pattern = form && others.length === 0 ? patterns[form] : undefined;
  if (!form || !pattern) return { format: "any", limits };
  const said = (limit: string | undefined) => (limit === undefined ? limit : limitIn(form, limit));
  const shown = { minimum: said(limits.minimum), maximum: said(limits.maximum) };
  const isSaid = (["minimum", "maximum"] as const).every(
    (name) => (limits[name] === undefined) === (shown[name] === undefined),
  );
  return isSaid
    ? { format: type === "datetime" ? `%Y-%m-%dT${pattern}` : pattern, limits: shown }
    : { format: "any", limits };
}

/** The format of CSVW where cells have no seconds (https://www.w3.org/TR/tabular-data-model/#formats-for-dates-and-times); undefined where some have them and some have not. */
export function csvwTimes(type: TimeType, forms: Forms): { format?: string } | undefined {
  if (forms.every(isWhole)) return {};
  if (forms.length > 1) return undefined;
  const clock = forms[0] === "hh:mm" ? "HH:mm" : "HH:mmXXX";
  return { format: type === "datetime" ? `yyyy-MM-ddT${clock}` : clock };
}
