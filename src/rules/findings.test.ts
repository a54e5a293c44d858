import { expect, test } from "vitest";
import { findingLine } from "../fixtures/finding-line.ts";
import { shownPortal } from "../fixtures/shown-portal.ts";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { checkRepository } from "./index.ts";

/** What hands write for a value: a number, nothing, a list, another word, a mapping. */
const others = ["17", '""', "[]", "Інше", "{ a: b }"];
/** Lines of a file that are broken: the rest of a long one is like them. */
const most = 60;

/** A file broken one line at a time, as hands break it; undefined where it is missing. */
function broken(text: string): [what: string, text: string | undefined][] {
  const lines = text.split("\n");
  const changed = (at: number, ...line: string[]) => lines.toSpliced(at, 1, ...line).join("\n");
  return [
    ["missing", undefined],
    ["empty", ""],
    ...lines.slice(0, most).flatMap((line, at): [string, string][] => {
      const key = /^\s*(?:- )?[\w"]+: /.exec(line)?.[0];
      if (key === undefined) return line === "" ? [] : [[`${at + 1} left out`, changed(at)]];
      return [
        [`${at + 1} left out`, changed(at)],
        [`${at + 1} twice`, changed(at, line, line)],
        ...others.map((other): [string, string] => [
          `${at + 1} → ${other}`,
          changed(at, `${key}${other}`),
        ]),
      ];
    }),
  ];
}

test.each(Object.keys(shownPortal).filter((file) => file !== "data/datasets/stops/stops.csv"))(
  "%s broken line by line: what is found was approved",
  (file) => {
    const found = broken(shownPortal[file] ?? "").flatMap(([what, text]) => {
      const { [file]: _, ...rest } = shownPortal;
      const files = text === undefined ? rest : { ...rest, [file]: text };
      return [`## ${what}`, ...checkRepository(readRepository(treeOf(files))).map(findingLine)];
    });
    expect(found.join("\n")).toMatchSnapshot();
  },
);
