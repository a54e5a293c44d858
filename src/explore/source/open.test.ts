import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { column } from "../../test/fixtures/explored-columns.ts";
import { openTable } from "./open.ts";

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
