import type { PortalDescriptor } from "../../../schemas/data/portal.ts";
import type { Territory } from "./role-marks.ts";

/** Codes of the portal's places, and the box around those a set is about, where each has one. */
export function territoryOf(
  portal: PortalDescriptor | undefined,
  spatial: readonly string[],
): Territory {
  const places = portal?.places ?? [];
  const about =
    spatial.length === 0 ? places.slice(0, 1) : places.filter(({ code }) => spatial.includes(code));
  const boxes = about.flatMap(({ bbox }) => (bbox ? [bbox] : []));
  return {
    places: new Set(places.map(({ code }) => code)),
    ...(boxes.length > 0 && boxes.length === about.length
      ? {
          box: [
            Math.min(...boxes.map(([west]) => west)),
            Math.min(...boxes.map(([, south]) => south)),
            Math.max(...boxes.map(([, , east]) => east)),
            Math.max(...boxes.map(([, , , north]) => north)),
          ],
        }
      : {}),
  };
}
