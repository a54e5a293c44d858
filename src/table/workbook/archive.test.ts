import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { openArchive } from "./archive.ts";

/** An archive of one part, with numbers of its directory and of its end record written over. */
function archiveOf(
  change: (at: { view: DataView; end: number; entry: number }) => void,
): Uint8Array {
  const bytes = zipSync({ "xl/workbook.xml": new TextEncoder().encode("<workbook/>") });
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  change({ view, end, entry: view.getUint32(end + 16, true) });
  return bytes;
}
const problemOf = (bytes: Uint8Array): unknown => {
  const opened = openArchive(bytes);
  return "problem" in opened ? opened.problem : [...opened.parts.keys()];
};

test("parts of a whole archive are opened", () => {
  expect(problemOf(archiveOf(() => {}))).toEqual(["xl/workbook.xml"]);
});

test("a part that would be too large is not opened, whatever else the archive says of itself", () => {
  const tooBig = { kind: "too-big", reason: "4096 МБ після розпакування" };
  const large = ({ view, entry }: { view: DataView; entry: number }) =>
    view.setUint32(entry + 24, 0xffffffff, true);
  expect(problemOf(archiveOf(large))).toEqual(tooBig);
  // Two places tell the number of parts; another reader might believe the other.
  for (const number of [0, 0xffff])
    expect(
      problemOf(
        archiveOf((at) => {
          large(at);
          at.view.setUint16(at.end + 10, number, true);
        }),
      ),
    ).toEqual(tooBig);
});

test("an archive that counts as those beyond 4 GB do is refused: its directory may be read for ever", () => {
  const beyond = { kind: "too-big", reason: "архів ZIP64" };
  expect(problemOf(archiveOf(({ view, end }) => view.setUint16(end + 8, 0xffff, true)))).toEqual(
    beyond,
  );
  expect(
    problemOf(archiveOf(({ view, end }) => view.setUint32(end + 16, 0xffffffff, true))),
  ).toEqual(beyond);
});

test("an archive with more parts than any workbook is refused", () => {
  const parts = Object.fromEntries(
    Array.from({ length: 4097 }, (_, at) => [`${at}.xml`, new Uint8Array()]),
  );
  expect(problemOf(zipSync(parts))).toEqual({ kind: "too-big", reason: "частин 4097" });
});

test("one with as many parts as the largest workbook is opened", () => {
  const names = Array.from({ length: 4096 }, (_, at) => `${at}.xml`);
  const parts = Object.fromEntries(names.map((name) => [name, new Uint8Array()]));
  expect(new Set(problemOf(zipSync(parts)) as string[])).toEqual(new Set(names));
});

test("a part that is packed in no known way, or cut, is told as broken", () => {
  const broken = { kind: "broken", reason: "частину архіву пошкоджено" };
  // Behind the head of the first part and its name its packed bytes begin.
  const first = 30 + "xl/workbook.xml".length;
  expect(problemOf(archiveOf(({ view }) => view.setUint8(first, 0xff)))).toEqual(broken);
  expect(problemOf(archiveOf(({ view, entry }) => view.setUint16(entry + 10, 99, true)))).toEqual(
    broken,
  );
});

test("an archive whose parts take more than the file has, as where they lie over each other, is broken", () => {
  expect(problemOf(archiveOf(({ view, entry }) => view.setUint32(entry + 20, 5000, true)))).toEqual(
    { kind: "broken", reason: "зміст архіву пошкоджено" },
  );
});

test("an archive without its end, or with a directory that goes beyond it, is broken", () => {
  const broken = (reason: string) => ({ kind: "broken", reason });
  expect(problemOf(archiveOf(({ view, end }) => view.setUint32(end, 0, true)))).toEqual(
    broken("немає змісту архіву"),
  );
  expect(problemOf(archiveOf(({ view, end }) => view.setUint16(end + 8, 2, true)))).toEqual(
    broken("зміст архіву пошкоджено"),
  );
  expect(problemOf(new Uint8Array([0x50, 0x4b, 3, 4]))).toEqual(broken("немає змісту архіву"));
});
