import type { Finding } from "../model/reports/finding.ts";
import type { Inspection } from "../model/reports/inspection.ts";
import type { Repair } from "../model/table.ts";
import type { Territory } from "../table/column/role/role-marks.ts";
import type { ByteSource } from "../table/scan/encoding.ts";
import { inspectFile } from "./inspection.ts";
import { leftAfter, titlesOfClean } from "./reread.ts";

export type CheckRequest = {
  file: File;
  structure?: string;
  sheet?: string;
  territory: Territory;
};
export type CheckAnswer = {
  inspection: Omit<Inspection, "clean">;
  repairs: Repair[];
  /** The clean table, and what is left in it to decide; absent where the file was not read to its end. */
  clean?: Blob;
  left?: Finding[];
};

const sourceOfBlob = (blob: Blob): ByteSource => ({
  byteLength: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
});

/** Reads a file in the reader's own browser, part by part, away from the page's thread. */
addEventListener("message", async ({ data }: MessageEvent<CheckRequest>) => {
  const { file, ...options } = data;
  const { clean, ...inspection } = await inspectFile(file.name, sourceOfBlob(file), options);
  // Bytes at once: text that waits for the end of the table takes five times as much memory.
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  const repairs = (await clean?.((text) => parts.push(encoder.encode(text)))) ?? [];
  if (!clean) {
    postMessage({ inspection, repairs } satisfies CheckAnswer);
    return;
  }
  const blob = new Blob(parts, { type: "text/csv" });
  const left = await leftAfter(inspection, repairs, () =>
    inspectFile(file.name, sourceOfBlob(blob), { ...options, titles: titlesOfClean(inspection) }),
  );
  postMessage({ inspection, repairs, clean: blob, left } satisfies CheckAnswer);
});
