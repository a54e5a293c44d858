import { expect, test } from "vitest";
import type { PortalDescriptor } from "../../../schemas/data/portal.ts";
import { territoryOf } from "./territory.ts";

const place = (code: string, bbox?: [number, number, number, number]) => ({
  code,
  title: code,
  ...(bbox ? { bbox } : {}),
});
const portal = (...places: ReturnType<typeof place>[]) =>
  ({ places }) as unknown as PortalDescriptor;
const west = place("west", [32.1, 48.4, 32.3, 48.5]);
const east = place("east", [32.4, 48.3, 32.6, 48.6]);
const whole = new Set(["west", "east"]);

test("the box lies around the places a set is about, and around the first where it names none", () => {
  expect(territoryOf(portal(west, east), ["east"])).toEqual({ places: whole, box: east.bbox });
  expect(territoryOf(portal(west, east), [])).toEqual({ places: whole, box: west.bbox });
  expect(territoryOf(portal(west, east), ["west", "east"])).toEqual({
    places: whole,
    box: [32.1, 48.3, 32.6, 48.6],
  });
});

test("where a place has no box, or is not the portal's, there is none to lie in", () => {
  expect(territoryOf(portal(west, place("east")), ["west", "east"])).toEqual({ places: whole });
  expect(territoryOf(portal(west, east), ["elsewhere"])).toEqual({ places: whole });
  expect(territoryOf(undefined, ["west"])).toEqual({ places: new Set() });
});
