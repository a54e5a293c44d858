import type { MarkDescriptor } from "../../schemas/data/portal.ts";
import { escapeXml } from "../xml.ts";

const dark = "#2b2119";
const light = "#e6b53d";
const svg = (box: string, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}</svg>\n`;

/** A star of as many bastions as the fortress had. */
function starOf(bastions: number): string {
  const at = (radius: number, angle: number) => {
    const turn = ((angle - 90) * Math.PI) / 180;
    return `${(50 + radius * Math.cos(turn)).toFixed(1)},${(50 + radius * Math.sin(turn)).toFixed(1)}`;
  };
  const step = 360 / bastions;
  const points = Array.from(
    { length: bastions },
    (_, index) => `${at(49, index * step)} ${at(30, (index + 0.5) * step)}`,
  ).join(" ");
  return `<polygon points="${points}" fill="${dark}"/><circle cx="50" cy="50" r="14" fill="${light}"/>`;
}

const lettersOf = (letters: string): string =>
  `<rect width="100" height="100" rx="18" fill="${dark}"/><text x="50" y="50" fill="${light}" font-family="sans-serif" font-weight="700" font-size="${letters.length === 1 ? 64 : 44}" text-anchor="middle" dominant-baseline="central">${escapeXml(letters)}</text>`;

/** The portal's sign as an icon. */
export function renderMark({ bastions = 6, letters, paths, box }: MarkDescriptor): string {
  if (paths && box)
    return svg(box.join(" "), paths.map((path) => `<path d="${path}" fill="${dark}"/>`).join(""));
  return svg("0 0 100 100", letters === undefined ? starOf(bastions) : lettersOf(letters));
}
