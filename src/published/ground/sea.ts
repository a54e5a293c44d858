import type { Geometry, Position } from "geojson";
import type { Box } from "./box.ts";

/** A line of coast as it is walked: land on its left, water on its right. */
type Line = readonly Position[];
/** A line whose ends lie on the box, and how far along the box, clockwise from its north-western corner. */
type Crossing = { line: Position[]; starts: number; ends: number };

/** Lines of a geometry that says where a coast is; an island may be written as an area. */
export function coastOf(geometry: Geometry | null): Position[][] {
  switch (geometry?.type) {
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

/** The part of a way between two places that lies in a box, from 0 to 1 (Liang and Barsky, 1984). */
function shareInside(
  [ax = 0, ay = 0]: Position,
  [bx = 0, by = 0]: Position,
  [west, south, east, north]: Box,
): [from: number, to: number] | undefined {
  let [from, to] = [0, 1];
  const sides = [
    [ax - bx, ax - west],
    [bx - ax, east - ax],
    [ay - by, ay - south],
    [by - ay, north - ay],
  ] as const;
  for (const [towards, left] of sides) {
    if (towards === 0 && left < 0) return undefined;
    if (towards < 0) from = Math.max(from, left / towards);
    if (towards > 0) to = Math.min(to, left / towards);
  }
  return from < to ? [from, to] : undefined;
}

/** Parts of a line that lie in a box. */
function clipped(line: Line, box: Box): Position[][] {
  const parts: Position[][] = [];
  let open: Position[] | undefined;
  line.slice(1).forEach((to, index) => {
    const from = line[index] ?? to;
    const share = shareInside(from, to, box);
    if (!share) {
      open = undefined;
      return;
    }
    const at = (part: number): Position =>
      part === 0
        ? from
        : part === 1
          ? to
          : [0, 1].map((axis) => (from[axis] ?? 0) + part * ((to[axis] ?? 0) - (from[axis] ?? 0)));
    if (!open) {
      open = [at(share[0])];
      parts.push(open);
    }
    open.push(at(share[1]));
    if (share[1] < 1) open = undefined;
  });
  return parts;
}

const keyOf = (place: Position | undefined): string => String(place);
const isRing = (line: Line): boolean => keyOf(line[0]) === keyOf(line.at(-1));

/** Lines of which one begins where another ends, made one; never turned round, because a side of them is the sea. */
function walked(lines: readonly Position[][]): Position[][] {
  const left = new Map(lines.map((line) => [keyOf(line[0]), line]));
  const ends = new Set(lines.map((line) => keyOf(line.at(-1))));
  const walk = (first: Position[]): Position[] => {
    const way: Position[] = [];
    for (let next: Position[] | undefined = first; next; next = left.get(keyOf(way.at(-1)))) {
      left.delete(keyOf(next[0]));
      way.push(...(way.length === 0 ? next : next.slice(1)));
    }
    return way;
  };
  // Those that begin a walk first, so that none is begun in its middle; what is left then goes round.
  const firsts = lines.filter(([place]) => !ends.has(keyOf(place)));
  return [...firsts, ...lines].flatMap((line) =>
    left.get(keyOf(line[0])) === line ? [walk(line)] : [],
  );
}

/** The place of a box's edge that is nearest, and how far along the box it is. */
function edgeOf([x = 0, y = 0]: Position, [west, south, east, north]: Box) {
  const [wide, high] = [east - west, north - south];
  const [lon, lat] = [Math.min(east, Math.max(west, x)), Math.min(north, Math.max(south, y))];
  const edges = [
    { off: north - lat, place: [lon, north], along: lon - west },
    { off: east - lon, place: [east, lat], along: wide + north - lat },
    { off: lat - south, place: [lon, south], along: wide + high + east - lon },
    { off: lon - west, place: [west, lat], along: 2 * wide + high + lat - south },
  ];
  return edges.reduce((nearest, edge) => (edge.off < nearest.off ? edge : nearest));
}

/** A line led to the box where it ends before: an extract ends somewhere, and the sea does not. */
function ledToEdge(line: Line, box: Box): Crossing {
  const first = edgeOf(line[0] ?? [], box);
  const last = edgeOf(line.at(-1) ?? [], box);
  return { line: [first.place, ...line, last.place], starts: first.along, ends: last.along };
}

/** Open lines → rings: from where a coast leaves the box clockwise along it, water on the right, to where one enters. */
function closedAlong(lines: readonly Line[], box: Box): Position[][] {
  const [west, south, east, north] = box;
  const [wide, high] = [east - west, north - south];
  const round = 2 * (wide + high);
  const ahead = (from: number, to: number) => (to - from + round) % round;
  const corners = [
    { place: [east, north], along: wide },
    { place: [east, south], along: wide + high },
    { place: [west, south], along: 2 * wide + high },
    { place: [west, north], along: 0 },
  ];
  const left = new Set(lines.map((line) => ledToEdge(line, box)));
  const rings: Position[][] = [];
  for (const first of left) {
    const ring: Position[] = [];
    for (let one: Crossing | undefined = first; one; ) {
      const { line, ends }: Crossing = one;
      ring.push(...line);
      left.delete(one);
      const next: Crossing = [first, ...left].reduce((nearest, other) =>
        ahead(ends, other.starts) < ahead(ends, nearest.starts) ? other : nearest,
      );
      const passed = corners
        .filter(({ along }) => ahead(ends, along) < ahead(ends, next.starts))
        .sort((a, b) => ahead(ends, a.along) - ahead(ends, b.along));
      ring.push(...passed.map(({ place }) => place));
      one = next === first ? undefined : next;
    }
    rings.push([...ring, ring[0] ?? []]);
  }
  return rings;
}

/** Twice the area of a ring; above nought where it is walked against the clock: land inside. */
const areaOf = (ring: Line): number =>
  ring.reduce((sum, [x = 0, y = 0], at) => {
    const [fromX = x, fromY = y] = ring[at - 1] ?? [];
    return sum + fromX * y - x * fromY;
  }, 0);

/** Whether a place lies inside a ring: a ray to the east crosses it an odd number of times. */
export function inRing([x = 0, y = 0]: Position, ring: Line): boolean {
  let inside = false;
  ring.forEach(([ax = 0, ay = 0], at) => {
    const [bx = 0, by = 0] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/**
 * Lines of coast → the sea in a box: areas with islands as holes; none where there is no coast. Ways of
 * `natural=coastline` have water on their right (https://wiki.openstreetmap.org/wiki/Tag:natural%3Dcoastline). A coast
 * that breaks off inside the box is led to its nearest edge.
 */
export function seaOf(coast: readonly Line[], box: Box): Position[][][] {
  const [west, south, east, north] = box;
  const lines = walked(coast.flatMap((line) => clipped(line, box)));
  const closed = lines.filter(isRing);
  const islands = closed.filter((ring) => areaOf(ring) > 0);
  const waters = [
    ...closedAlong(
      lines.filter((line) => !isRing(line)),
      box,
    ),
    ...closed.filter((ring) => areaOf(ring) < 0),
  ];
  const whole: Position[] = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const around = waters.length === 0 && islands.length > 0 ? [whole] : waters;
  return around.map((water) => [
    water,
    ...islands.filter(([place]) => place && inRing(place, water)),
  ]);
}
