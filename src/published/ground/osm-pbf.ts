import type { Feature, Geometry, Position } from "geojson";
import { PbfReader } from "pbf";
import { around, type Box } from "./box.ts";
import { inRing } from "./sea.ts";

/** Bytes of a file from a place on; the file may be larger than memory. */
export type ReadBytes = (from: number, length: number) => Uint8Array;

/** An extract that is not of this format, or not whole. */
export class NotPbf extends Error {}

/** An extract that is packed by a way this reader does not know: LZ4, LZMA, Zstandard. */
export class OtherPacking extends NotPbf {}

/** The parts of a block: its words, how its degrees are written, its groups. */
type Block = {
  words: string[];
  granularity: number;
  lat: number;
  lon: number;
  groups: Uint8Array[];
};
type Way = { tags: Record<string, string>; refs: number[] };

/** Blocks of a file one after another (https://wiki.openstreetmap.org/wiki/PBF_Format, «File format»). */
function* blocksOf(read: ReadBytes, size: number, inflate: (packed: Uint8Array) => Uint8Array) {
  for (let at = 0; at + 4 <= size; ) {
    const { buffer, byteOffset } = read(at, 4);
    const length = new DataView(buffer, byteOffset, 4).getUint32(0);
    if (length > 65_536) throw new NotPbf();
    const head = new PbfReader(read(at + 4, length)).readFields(
      (tag, into, pbf) => {
        if (tag === 1) into.type = pbf.readString();
        else if (tag === 3) into.bytes = pbf.readVarint();
      },
      { type: "", bytes: 0 },
    );
    if (head.type !== "OSMHeader" && head.type !== "OSMData") throw new NotPbf();
    if (head.type === "OSMData")
      yield blockOf(contentOf(read(at + 4 + length, head.bytes), inflate));
    at += 4 + length + head.bytes;
  }
}

function contentOf(blob: Uint8Array, inflate: (packed: Uint8Array) => Uint8Array): Uint8Array {
  const { raw, packed, otherwise } = new PbfReader(blob).readFields(
    (tag, into: { raw?: Uint8Array; packed?: Uint8Array; otherwise?: true }, pbf) => {
      if (tag === 1) into.raw = pbf.readBytes();
      else if (tag === 3) into.packed = pbf.readBytes();
      else if (tag > 3) into.otherwise = true;
    },
    {},
  );
  if (raw) return raw;
  if (!packed) throw otherwise ? new OtherPacking() : new NotPbf();
  return inflate(packed);
}

const blockOf = (content: Uint8Array): Block =>
  new PbfReader(content).readFields(
    (tag, block: Block, pbf) => {
      if (tag === 1)
        pbf.readMessage((field, words: string[], text) => {
          if (field === 1) words.push(text.readString());
        }, block.words);
      else if (tag === 2) block.groups.push(pbf.readBytes());
      else if (tag === 17) block.granularity = pbf.readVarint();
      else if (tag === 19) block.lat = pbf.readVarint(true);
      else if (tag === 20) block.lon = pbf.readVarint(true);
    },
    { words: [], granularity: 100, lat: 0, lon: 0, groups: [] },
  );

/** Numbers written as differences from the one before. */
function summed(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

const tagsOf = (words: readonly string[], keys: readonly number[], values: readonly number[]) =>
  Object.fromEntries(keys.map((key, at) => [words[key] ?? "", words[values[at] ?? 0] ?? ""]));

/** Elements of an extract as they are met: nodes first, then ways, then relations, as extracts have them. */
class Extract {
  readonly places = new Map<number, Position>();
  readonly ways = new Map<number, number[]>();

  private readonly box: Box;
  private readonly emit: (feature: Feature) => void;

  constructor(box: Box, emit: (feature: Feature) => void) {
    this.box = box;
    this.emit = emit;
  }

  group(bytes: Uint8Array, block: Block): void {
    new PbfReader(bytes).readFields((tag, _, pbf) => {
      if (tag === 1) this.node(pbf.readBytes(), block);
      else if (tag === 2) this.dense(pbf.readBytes(), block);
      else if (tag === 3) this.way(pbf.readBytes(), block);
      else if (tag === 4) this.relation(pbf.readBytes(), block);
    }, null);
  }

  /** Keeps a place that lies in the box or near it. */
  keep(id: number, block: Block, lat: number, lon: number): Position | undefined {
    const degrees = (from: number, value: number) => 1e-9 * (from + block.granularity * value);
    const place = [degrees(block.lon, lon), degrees(block.lat, lat)];
    const [x = 0, y = 0] = place;
    const [west, south, east, north] = this.box;
    if (x < west - around || x > east + around || y < south - around || y > north + around)
      return undefined;
    this.places.set(id, place);
    return place;
  }

  node(bytes: Uint8Array, block: Block): void {
    const node = { id: 0, lat: 0, lon: 0, keys: [] as number[], values: [] as number[] };
    new PbfReader(bytes).readFields((tag, into, pbf) => {
      if (tag === 1) into.id = pbf.readSVarint();
      else if (tag === 2) pbf.readPackedVarint(into.keys);
      else if (tag === 3) pbf.readPackedVarint(into.values);
      else if (tag === 8) into.lat = pbf.readSVarint();
      else if (tag === 9) into.lon = pbf.readSVarint();
    }, node);
    const place = this.keep(node.id, block, node.lat, node.lon);
    if (place) this.point(place, tagsOf(block.words, node.keys, node.values));
  }

  dense(bytes: Uint8Array, block: Block): void {
    const nodes = {
      ids: [] as number[],
      lat: [] as number[],
      lon: [] as number[],
      tags: [] as number[],
    };
    new PbfReader(bytes).readFields((tag, into, pbf) => {
      if (tag === 1) pbf.readPackedSVarint(into.ids);
      else if (tag === 8) pbf.readPackedSVarint(into.lat);
      else if (tag === 9) pbf.readPackedSVarint(into.lon);
      else if (tag === 10) pbf.readPackedVarint(into.tags);
    }, nodes);
    const [lat, lon] = [summed(nodes.lat), summed(nodes.lon)];
    let at = 0;
    summed(nodes.ids).forEach((id, index) => {
      const tags: Record<string, string> = {};
      // Keys and values of a node stand in a row, and a nought ends them.
      while (at < nodes.tags.length && nodes.tags[at] !== 0) {
        tags[block.words[nodes.tags[at] ?? 0] ?? ""] = block.words[nodes.tags[at + 1] ?? 0] ?? "";
        at += 2;
      }
      at += 1;
      const place = this.keep(id, block, lat[index] ?? 0, lon[index] ?? 0);
      if (place) this.point(place, tags);
    });
  }

  point(coordinates: Position, tags: Record<string, string>): void {
    if (tags.place !== undefined)
      this.emit({ type: "Feature", properties: tags, geometry: { type: "Point", coordinates } });
  }

  way(bytes: Uint8Array, block: Block): void {
    const way = { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] };
    new PbfReader(bytes).readFields((tag, into, pbf) => {
      if (tag === 1) into.id = pbf.readVarint();
      else if (tag === 2) pbf.readPackedVarint(into.keys);
      else if (tag === 3) pbf.readPackedVarint(into.values);
      else if (tag === 8) pbf.readPackedSVarint(into.refs);
    }, way);
    const refs = summed(way.refs);
    if (!refs.some((ref) => this.places.has(ref))) return;
    this.ways.set(way.id, refs);
    this.shape({ refs, tags: tagsOf(block.words, way.keys, way.values) });
  }

  /** @param holes lines inside an area that are not of it: a clearing, an island */
  shape({ refs, tags }: Way, holes: readonly Position[][] = []): void {
    const isArea =
      refs[0] === refs.at(-1) && tags.highway === undefined && tags.natural !== "coastline";
    const geometry = isArea ? this.areaOf(refs, holes) : this.linesOf(refs);
    if (geometry) this.emit({ type: "Feature", properties: tags, geometry });
  }

  areaOf(refs: readonly number[], holes: readonly Position[][]): Geometry | undefined {
    const ring = this.ringOf(refs);
    if (ring.length < 2) return undefined;
    return {
      type: "Polygon",
      coordinates: [ring, ...holes.filter(([at]) => at && inRing(at, ring))],
    };
  }

  /** Lines of a way: what lies elsewhere parts it, so that nothing is drawn between where it leaves and where it returns. */
  linesOf(refs: readonly number[]): Geometry | undefined {
    const lines: Position[][] = [[]];
    for (const ref of refs) {
      const place = this.places.get(ref);
      if (place) lines.at(-1)?.push(place);
      else if (lines.at(-1)?.length !== 0) lines.push([]);
    }
    const coordinates = lines.filter((line) => line.length > 1);
    const [one] = coordinates;
    if (!one) return undefined;
    return coordinates.length === 1
      ? { type: "LineString", coordinates: one }
      : { type: "MultiLineString", coordinates };
  }

  ringOf = (refs: readonly number[]): Position[] =>
    refs.flatMap((ref) => {
      const place = this.places.get(ref);
      return place ? [place] : [];
    });

  /** Outer and inner lines of an area are joined; of a boundary that leaves the box, the part inside is a line. */
  relation(bytes: Uint8Array, block: Block): void {
    const one = {
      keys: [] as number[],
      values: [] as number[],
      roles: [] as number[],
      members: [] as number[],
      types: [] as number[],
    };
    new PbfReader(bytes).readFields((tag, into, pbf) => {
      if (tag === 2) pbf.readPackedVarint(into.keys);
      else if (tag === 3) pbf.readPackedVarint(into.values);
      else if (tag === 8) pbf.readPackedVarint(into.roles);
      else if (tag === 9) pbf.readPackedSVarint(into.members);
      else if (tag === 10) pbf.readPackedVarint(into.types);
    }, one);
    const tags = tagsOf(block.words, one.keys, one.values);
    if (tags.type !== "multipolygon" && tags.type !== "boundary") return;
    const members = summed(one.members).flatMap((id, at) => {
      const refs = one.types[at] === 1 ? this.ways.get(id) : undefined;
      return refs ? [{ refs, inner: block.words[one.roles[at] ?? 0] === "inner" }] : [];
    });
    const lines = (within: boolean) =>
      chained(members.flatMap(({ refs, inner }) => (inner === within ? [refs] : [])));
    const holes = lines(true)
      .filter((refs) => refs[0] === refs.at(-1))
      .map(this.ringOf);
    for (const refs of lines(false)) this.shape({ refs, tags }, holes);
  }
}

/** Lines that share ends, joined: a ring of an area is written as several ways. */
export function chained(lines: readonly (readonly number[])[]): number[][] {
  const left = lines.map((line) => [...line]);
  const made: number[][] = [];
  for (let chain = left.pop(); chain; chain = left.pop()) {
    for (let joins = true; joins && chain[0] !== chain.at(-1); ) {
      const end: number | undefined = chain.at(-1);
      const at = left.findIndex((line) => line[0] === end || line.at(-1) === end);
      const [next] = at === -1 ? [] : left.splice(at, 1);
      joins = next !== undefined;
      if (next) chain.push(...(next[0] === end ? next : next.reverse()).slice(1));
    }
    made.push(chain);
  }
  return made;
}

/**
 * An OpenStreetMap extract (.osm.pbf) → its features with their tags, those near the box. What lies elsewhere is passed
 * over block by block, so that an extract of a whole region may be read.
 * @throws NotPbf where the file is of another format, cut or damaged; what `read` throws
 */
export function osmFeatures(
  read: ReadBytes,
  size: number,
  { inflate, box }: { inflate: (packed: Uint8Array) => Uint8Array; box: Box },
): Feature[] {
  const features: Feature[] = [];
  const extract = new Extract(box, (feature) => features.push(feature));
  try {
    for (const block of blocksOf(read, size, inflate))
      for (const group of block.groups) extract.group(group, block);
  } catch (error) {
    // A disk that fails is no fault of the extract.
    if (error instanceof NotPbf || (error instanceof Error && "syscall" in error)) throw error;
    throw new NotPbf("The extract is damaged.", { cause: error });
  }
  return features;
}
