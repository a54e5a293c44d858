/** Colours of the pages that a portal's own stand beside: web/layouts/tokens.css has the same. */
export const pageColours = {
  paper: "#fbf8f1",
  paperDark: "#17120d",
  onSoil: "#f6eedd",
} as const;

/** «#0a4a86» → its red, green and blue, 0 to 255. */
const channelsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance of a colour (WCAG 2.2): 0 of black, 1 of white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How two colours, each «#rrggbb», stand against each other (WCAG 2.2, «contrast ratio»): from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour mixed with another: a share of 0 leaves it, 1 gives the other. */
export const mixed = (colour: string, other: string, share: number): string => {
  const others = channelsOf(other);
  return `#${channelsOf(colour)
    .map((channel, index) => Math.round(channel + ((others[index] ?? 0) - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
};
