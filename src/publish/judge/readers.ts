import type { TreeFile } from "../../model/tree.ts";
import { parseEntryWith } from "../../read/entry/entry-with.ts";
import { rememberSources } from "../../read/remembered.ts";
import type { Readers } from "../../read/repository-with.ts";
import { type ReadOptions, readRows, readTable } from "../../table/read-table.ts";
import { sha256 } from "../../table/sha256.ts";
import { tableOf } from "../../table/table-of.ts";
import { readMarkdown } from "../story/markdown/read-markdown.ts";

type Reading = ReturnType<Readers["table"]>;

const parseEntry: Readers["entry"] = (...text) => parseEntryWith(readMarkdown, ...text);

/**
 * Readers for where there is no disk. A passport is judged again with each letter typed, and its table is not read again:
 * what was read of a file is kept as long as the file is.
 */
export function openReaders(): Readers {
  const readings = new WeakMap<TreeFile, Map<string, Reading>>();
  const sums = new WeakMap<TreeFile, string>();
  return {
    source: rememberSources(),
    entry: parseEntry,
    table(file, options) {
      const known = readings.get(file) ?? new Map<string, Reading>();
      readings.set(file, known);
      const key = keyOf(options);
      const reading = known.get(key) ?? readingOf(file, options, sums);
      known.set(key, reading);
      return reading;
    },
  };
}

const keyOf = ({ form, fields, missingValues, territory }: ReadOptions): string =>
  JSON.stringify([form, fields, missingValues, [...(territory?.places ?? [])], territory?.box]);

function readingOf(file: TreeFile, options: ReadOptions, sums: WeakMap<TreeFile, string>): Reading {
  const report = readTable(file.bytes(), options);
  const counts = new Map<string, unknown>();
  return {
    report,
    table:
      report.columns.length === 0
        ? undefined
        : tableOf(
            report,
            () => readRows(file.bytes(), report),
            <T>(name: readonly unknown[], count: () => T): T => {
              const key = JSON.stringify(name);
              if (!counts.has(key)) counts.set(key, count());
              return counts.get(key) as T;
            },
          ),
    // Asked for where a catalogue is built, which most judgements need not.
    get sha256() {
      const sum = sums.get(file) ?? sha256(file.bytes());
      sums.set(file, sum);
      return sum;
    },
  };
}
