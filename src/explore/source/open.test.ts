import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { previewOf } from "../../catalogue/build-dataset.ts";
import { renderLargeParquet } from "../../published/tables/parquet/parquet.ts";
import { readRows, readTable } from "../../table/read-table.ts";
import { column } from "../../test/fixtures/explored-columns.ts";
import { openTable } from "./open.ts";
import { readRowIndex } from "./row-index.ts";
import { openTwin } from "./twin.ts";
import { webRange } from "./web-range.ts";

test("a file that ends its lines in both ways is read whole", async () => {
  const csv = "id,thing,n\r\n1,стіл,5\n2,стілець,6\r\n3,шафа,7\n";
  const source = await openTable({
    title: "Речі",
    src: `data:text/csv,${encodeURIComponent(csv)}`,
    rows: 3,
    headerRows: 1,
    missing: [""],
    columns: [column("id", "integer"), column("thing", "string"), column("n", "integer")],
  });
  expect(await source.cells([0, 1, 2], ["thing", "n"])).toEqual([
    ["стіл", "5"],
    ["стілець", "6"],
    ["шафа", "7"],
  ]);
});

/** A server that gives a file whole or, where it can, in part; what it was asked and how much it sent. */
async function serve(content: Buffer, { ranges }: { ranges: boolean }) {
  const seen = { range: "", ended: 0 };
  const server = createServer((request, response) => {
    seen.range = request.headers.range ?? "";
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(seen.range) ?? [];
    response.on("close", () => seen.ended++);
    if (ranges && to !== undefined)
      response.writeHead(206).end(content.subarray(Number(from), Number(to) + 1));
    else {
      // A file without an end: whoever reads it whole waits for ever.
      response.write(content);
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const src = `http://127.0.0.1:${(server.address() as AddressInfo).port}/things.csv`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { src, seen, close };
}
const things = {
  title: "Речі",
  rows: 1000,
  headerRows: 1,
  missing: [""],
  columns: [column("id", "integer"), column("thing", "string")],
};

test.each([true, false])(
  "of a large file elsewhere the beginning is read and no more (by range: %s), a cut row left out",
  async (ranges) => {
    const rows = Array.from({ length: 1000 }, (_, id) => `${id},"стіл\n«${id}»"\n`);
    const content = Buffer.from(`id,thing\n${rows.join("")}`);
    const { src, seen, close } = await serve(content, { ranges });
    try {
      const source = await openTable({ ...things, src, elsewhere: { start: 200 } });
      const whole = `id,thing\n${rows.join("")}`;
      // Rows whose last byte is among the first two hundred.
      const fit = rows.findIndex(
        (_, at) =>
          Buffer.byteLength(whole.slice(0, 9 + rows.slice(0, at + 1).join("").length)) > 200,
      );
      expect(source.rows).toBe(fit);
      expect(await source.cells([fit - 1], ["id", "thing"])).toEqual([
        [String(fit - 1), `стіл\n«${fit - 1}»`],
      ]);
      expect(seen.range).toBe("bytes=0-199");
      await expect.poll(() => seen.ended).toBe(1);
    } finally {
      close();
    }
  },
);

test("a file elsewhere that is not what was judged is not shown", async () => {
  const csv = "id,thing\n1,стіл\n";
  const src = `data:text/csv,${encodeURIComponent(csv)}`;
  const integrity = (text: string) =>
    `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const source = await openTable({ ...things, src, elsewhere: { integrity: integrity(csv) } });
  expect(source.rows).toBe(1);
  await expect(
    openTable({ ...things, src, elsewhere: { integrity: integrity("id,thing\n1,шафа\n") } }),
  ).rejects.toThrow();
});

/** A server whose first answer for each path is the one of the build before, as a copy kept on the way would be. */
async function serveStale(files: Record<string, readonly [stale: Uint8Array, now: Uint8Array]>) {
  const asked = new Map<string, number>();
  const server = createServer(({ url = "", headers }, response) => {
    const times = asked.get(url) ?? 0;
    asked.set(url, times + 1);
    const content = files[url]?.[Math.min(times, 1)] ?? new Uint8Array();
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
    if (to === undefined) response.writeHead(200).end(content);
    else
      response
        .writeHead(206, { "Content-Range": `bytes ${from}-${to}/${content.length}` })
        .end(content.subarray(Number(from), Number(to) + 1));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
const sumOf = (bytes: Uint8Array) =>
  `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

test("a table of the build before is asked for anew; where there is no other, it is not shown", async () => {
  const [before, now] = ["id,thing\n1,стіл\n", "id,thing\n1,шафа\n"].map((text) =>
    Buffer.from(text),
  );
  if (!before || !now) throw new Error("Two files.");
  const server = await serveStale({ "/kept.csv": [before, now], "/old.csv": [before, before] });
  const open = (path: string) =>
    openTable({ ...things, src: server.address + path, integrity: sumOf(now) });
  try {
    const source = await open("/kept.csv");
    expect(await source.cells([0], ["id", "thing"])).toEqual([["1", "шафа"]]);
    await expect(open("/old.csv")).rejects.toThrow();
  } finally {
    server.close();
  }
});

/** A large table's files. */
function made(text: string) {
  const csv = Buffer.from(text);
  const fields = (["id", "thing"] as const).map((name) => ({
    name,
    type: "string" as const,
    title: name,
    constraints: {},
  }));
  const report = readTable(csv, { form: "published", fields });
  const table = { header: ["id", "thing"], rows: readRows(csv, report) };
  const preview = previewOf(table, { fields, missingValues: [""], foreignKeys: [] }, report);
  return { csv, ...renderLargeParquet(table, preview, [""], csv) };
}

test("a large table’s index and twin of the build before are asked for anew; of another file they are refused", async () => {
  const before = made("id,thing\n1,стіл\n2,стілець і ще довгий рядок\n");
  const now = made("id,thing\n1,шафа\n");
  const server = await serveStale({
    "/kept.csv": [before.csv, now.csv],
    "/kept.parquet": [before.parquet, now.parquet],
    "/kept.rows": [before.index, now.index],
    "/old.rows": [before.index, before.index],
  });
  const open = (rows: string) =>
    openTable({
      ...things,
      src: `${server.address}/kept.csv`,
      integrity: sumOf(now.csv),
      large: { parquet: `${server.address}/kept.parquet`, index: server.address + rows },
    });
  try {
    const source = await open("/kept.rows");
    expect(source.rows).toBe(1);
    expect(await source.cells([0], ["id", "thing"])).toEqual([["1", "шафа"]]);
    await expect(open("/old.rows")).rejects.toThrow("index of another file");
  } finally {
    server.close();
  }
});

test("parts of a file of the same size, and of other content, are asked for anew; where there are no others, refused", async () => {
  const rows = (thing: string) =>
    `id,thing\n${Array.from({ length: 300 }, (_, at) => `${at},${at === 150 ? thing : "стіл"}\n`).join("")}`;
  const [before, now] = [made(rows("віз")), made(rows("ліс"))];
  expect([before.csv.length, before.parquet.length]).toEqual([now.csv.length, now.parquet.length]);
  const index = readRowIndex(Uint8Array.from(now.index).buffer);
  if (!index) throw new Error("That is the index.");
  const server = await serveStale({
    "/kept.csv": [before.csv, now.csv],
    "/old.csv": [before.csv, before.csv],
    "/kept.parquet": [before.parquet, now.parquet],
    "/old.parquet": [before.parquet, before.parquet],
  });
  const csv = (path: string) => webRange(server.address + path, index.csv, index.blocks);
  const twin = (path: string) => webRange(server.address + path, index.parquet, index.chunks);
  const [third = 0, fourth = 0] = [index.blocks.starts[2], index.blocks.starts[3]];
  try {
    const read = await csv("/kept.csv")(third, fourth);
    expect(new TextDecoder().decode(read)).toContain("150,ліс\n");
    await expect(csv("/old.csv")(third, fourth)).rejects.toThrow("another file");
    // What is the same in both is not worth a question.
    expect((await csv("/old.csv")(0, third)).byteLength).toBe(third);
    const open = (path: string) =>
      openTwin({ byteLength: index.parquet, slice: twin(path) as never }, index.footer);
    expect(await (await open("/kept.parquet")).column("thing", 0)).toContain("ліс");
    await expect(open("/old.parquet").then(({ column }) => column("thing", 0))).rejects.toThrow(
      "another file",
    );
  } finally {
    server.close();
  }
});

test("an index of an engine that wrote it otherwise is no index", () => {
  const { index } = made("id,thing\n1,стіл\n");
  expect(readRowIndex(Uint8Array.from(index).buffer)?.blocks.sums.length).toBe(1);
  expect(readRowIndex(Uint8Array.from(index.subarray(0, -8)).buffer)).toBeUndefined();
});
