import type { Catalogue } from "../../model/catalogue.ts";

/** The portal's sign as an icon: a star of as many bastions as the fortress had. */
export function renderMark({ bastions }: Catalogue["portal"]["mark"]): string {
  const at = (radius: number, angle: number) => {
    const turn = ((angle - 90) * Math.PI) / 180;
    return `${(50 + radius * Math.cos(turn)).toFixed(1)},${(50 + radius * Math.sin(turn)).toFixed(1)}`;
  };
  const step = 360 / bastions;
  const points = Array.from(
    { length: bastions },
    (_, index) => `${at(49, index * step)} ${at(30, (index + 0.5) * step)}`,
  ).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><polygon points="${points}" fill="#2b2119"/><circle cx="50" cy="50" r="14" fill="#e6b53d"/></svg>\n`;
}
