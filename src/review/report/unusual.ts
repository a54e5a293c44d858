import type { Line } from "../../model/blocks.ts";
import type { UnusualChange, UnusualKind } from "../../model/reports/review.ts";
import { counted, number } from "./words.ts";

const rowsOf = (count: number) => counted(count, "рядку", "рядках", "рядках");
const percent = (share: number) => `${number(Math.round(share * 1000) / 10)} %`;
/** A number as people read it; a text as it is. */
const shownNumber = (value: string): string =>
  value !== "" && Number.isFinite(Number(value)) ? number(Number(value)).replace(/^-/, "−") : value;
/** To two digits. */
const rounded = (value: number): number => Number(value.toPrecision(2));
/** A figure to two digits: «близько 3 400». */
const about = (value: string): string => number(rounded(Number(value)));
const plural = new Intl.PluralRules("uk");
/** «у 21 раз», «у 4 рази», «у 3,2 раза», «у 1 000 разів». */
function timesText(times: number): string {
  const figure = rounded(times);
  const words: Partial<Record<Intl.LDMLPluralRule, string>> = {
    one: "раз",
    few: "рази",
    other: "раза",
  };
  return `у ${number(figure)} ${words[plural.select(figure)] ?? "разів"}`;
}
const more = (count: number): string =>
  count > 1 ? ` та ще ${counted(count - 1, "комірка", "комірки", "комірок")}` : "";

type Words = (one: UnusualChange) => string;

const magnitude: Words = ({ spots: [first], was, is, count }) => {
  const [before, after] = [Number(first?.before), Number(is)];
  const times = first?.before && before !== 0 ? Math.abs(after / before) : undefined;
  const rest = more(count);
  if (times !== undefined && Number.isFinite(times))
    return `число стало ${times >= 1 ? `більшим ${timesText(times)}` : `меншим ${timesText(1 / times)}`}: ${shownNumber(first?.before ?? "")} → ${shownNumber(is)}${rest}`;
  return `число ${shownNumber(is)} іншого порядку, ніж решта${was === "" ? "" : ` (звичне — близько ${about(was)})`}${rest}`;
};

const words: Record<UnusualKind, Words> = {
  magnitude,
  sign: ({ is, count }) =>
    `число ${shownNumber(is)} менше за нуль, а досі від’ємних не було${more(count)}`,
  dates: ({ was, is, count }) => `дата ${is} далека від решти (${was})${more(count)}`,
  category: ({ was, is, spots: [first] }) =>
    is === "1"
      ? `нове значення «${first?.after ?? ""}», а досі було ${counted(Number(was), "значення", "значення", "значень")}`
      : `${counted(Number(is), "нове значення", "нові значення", "нових значень")}, зокрема «${first?.after ?? ""}», а досі було ${number(Number(was))}`,
  nulls: ({ was, is }) =>
    `порожніх комірок стало ${percent(Number(is))} замість ${percent(Number(was))}`,
  repeated: ({ spots: [first], count }) =>
    `значення «${first?.after ?? ""}» повторюється, а досі в кожного рядка було своє${more(count)}`,
  replaced: ({ was, is, count }) =>
    `у ${rowsOf(count)} однакова заміна: «${was === "" ? "порожньо" : was}» → «${is}»`,
  collapsed: ({ is, count }) => `у ${rowsOf(count)} різні значення стали одним: «${is}»`,
  rescaled: ({ is, count }) =>
    `у ${rowsOf(count)} числа помножено на ${shownNumber(String(Number(is)))}`,
  "sum-jump": ({ was, is }) => {
    const share = (Number(is) - Number(was)) / Math.abs(Number(was));
    const moved = Number.isFinite(share)
      ? ` (${share > 0 ? "+" : "−"}${percent(Math.abs(share))})`
      : "";
    return `змінені комірки зсунули суму: ${shownNumber(was)} → ${shownNumber(is)}${moved}`;
  },
  "row-jump": ({ was, is }) => `рядків стало ${shownNumber(is)} замість ${shownNumber(was)}`,
  copies: ({ count }) =>
    `${counted(count, "новий рядок повторює інший", "нові рядки повторюють інші", "нових рядків повторюють інші")} в усьому, крім ключа`,
};

/** What is unusual in one sentence; of a column, with its name. */
export const unusualText = (one: UnusualChange): string =>
  `${one.column === "" ? "" : `колонка ${one.column}: `}${words[one.kind](one)}`;

/** The rows where it stands: line and key, and of a cell what it was and is. */
const spotsLine = ({ spots, column }: UnusualChange): Line =>
  spots.flatMap(({ key, line, before, after }, at) => [
    `${at === 0 ? "" : "; "}рядок ${line} `,
    { code: key.replace(/^рядок \d+: /, "") },
    ...(column === "" ? [] : [": ", { code: before || "—" }, " → ", { code: after || "—" }]),
  ]);

/** Everything unusual of a table, rarest first, each with its rows. */
export const unusualLines = (list: readonly UnusualChange[]): Line[] =>
  list.flatMap((one) => [
    [`незвично: ${unusualText(one)}`],
    ...(one.spots.length > 0 ? [spotsLine(one)] : []),
  ]);
