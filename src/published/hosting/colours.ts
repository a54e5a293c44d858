import type { ColoursDescriptor } from "../../schemas/data/portal.ts";
import { contrast, mixed, pageColours } from "../../vocabularies/colours.ts";

/** Contrast that links and buttons keep to their ground. */
const readable = 7;

/** A colour lightened until it can be read on the dark paper. */
function onDark(colour: string): string {
  for (let share = 0; share <= 1; share += 0.05) {
    const lighter = mixed(colour, "#ffffff", share);
    if (contrast(lighter, pageColours.paperDark) >= readable) return lighter;
  }
  return "#ffffff";
}

const rule = (tokens: Record<string, string | undefined>): string =>
  `:root{${Object.entries(tokens)
    .flatMap(([name, value]) => (value === undefined ? [] : [`--${name}:${value}`]))
    .join(";")}}`;

/**
 * A portal's own colours as the tokens that all styles are written in: links and buttons, what is highlighted, the ground
 * of the head and the foot. For a dark page they are made of the same, lighter.
 */
export function renderColours({ accent, highlight, ground }: ColoursDescriptor): string {
  const dark = onDark(accent);
  const light = rule({
    sky: accent,
    "sky-deep": mixed(accent, "#000000", 0.25),
    wheat: highlight,
    soil: ground,
  });
  const night = rule({ sky: dark, "sky-deep": mixed(dark, "#ffffff", 0.3) });
  return `${light}\n@media (prefers-color-scheme:dark){${night}}\n`;
}
