import { once } from "../../model/once.ts";
import { openTypeface, type Typeface } from "./typeface.ts";

const open = once((weight: { of: 400 | 700 }): Typeface => openTypeface(weight.of));
const [regular, bold] = [{ of: 400 } as const, { of: 700 } as const];

/** How wide a line of text is in the portal's typeface, in pixels; the half-bold is measured as the bold, which is a little wider. */
export const measureText = (text: string, size: number, weight: 400 | 600): number =>
  open(weight === 400 ? regular : bold).width(text, size);
