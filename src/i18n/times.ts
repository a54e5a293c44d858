import type { Speech } from "./speech.ts";

/** Up to here a difference is told in per cent, from here on in times. */
const tellsTimes = 1.9;
/** A ratio so near to a whole number is that number: exactly, or nearly. */
const [exactly, nearly] = [0.015, 0.07];

/**
 * How much more one number is than another, both above nothing: «на 34 % більше, ніж», «майже утричі більше, ніж».
 * Nothing where they do not differ by as much as one per cent.
 */
export function timesText(more: number, less: number, { t, number, count }: Speech): string {
  const ratio = more / less;
  if (!(less > 0) || !Number.isFinite(ratio) || ratio < 1.01) return "";
  if (ratio < tellsTimes)
    return t("times.percent", { percent: number(Math.round((ratio - 1) * 100)) });
  const whole = Math.round(ratio);
  const off = (ratio - whole) / whole;
  const words =
    whole >= 2 && whole <= 5 ? t(`times.${whole as 2 | 3 | 4 | 5}`) : count("times.many", whole);
  if (Math.abs(off) <= exactly || ratio >= 20) return words;
  if (Math.abs(off) <= nearly) return t(off < 0 ? "times.almost" : "times.over", { times: words });
  return count("times.many", Math.round(ratio * 10) / 10);
}

/** How many percentage points more one share is than another, to a tenth: «на 1,3 відсоткового пункту більше, ніж». Nothing of less than a tenth. */
export function pointsText(more: number, less: number, { count }: Speech): string {
  const points = Math.round((more - less) * 10) / 10;
  return points > 0 ? count("times.points", points) : "";
}
