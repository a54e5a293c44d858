import type { PublisherScore } from "../../catalogue/measures/quality/rating.ts";
import { escapeXml } from "../xml.ts";

/** Width of a text in a badge, in its units: letters of the font it is drawn with are about so wide. */
const widthOf = (text: string): number => Math.ceil(text.length * 7.1) + 16;

/** A publisher's score as a small picture for its own site: SVG, no script, no font of its own. */
export function renderBadge(score: PublisherScore, place: number, of: number): string {
  const [name, value] = [
    "Відкриті дані",
    `${String(score.score).replace(".", ",")} зі 100 · ${place} місце з ${of}`,
  ];
  const [left, right] = [widthOf(name), widthOf(value)];
  const label = escapeXml(`${name}: ${value}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="28" role="img" aria-label="${label}"><title>${label}</title><path fill="#2b2119" d="M0 0h${left}v28H0z"/><path fill="#e6b53d" d="M${left} 0h${right}v28H${left}z"/><g font-family="Verdana,DejaVu Sans,sans-serif" font-size="12" text-anchor="middle"><text x="${left / 2}" y="18" fill="#f6eedd">${name}</text><text x="${left + right / 2}" y="18" fill="#211a13">${escapeXml(value)}</text></g></svg>\n`;
}
