import { expect, test } from "vitest";
import { found } from "../test/fixtures/found.ts";
import { brokenLines, fullPortal as portal } from "../test/fixtures/full-portal.ts";

/** One file of each kind. */
const ofKinds = Object.keys(portal).filter(
  (file) => !/^data\/datasets\/(?:stops|trees|gone)\/|council\.yaml$/.test(file),
);
test.each(ofKinds)("%s broken line by line: what is found was approved", (file) => {
  const { [file]: text = "", ...rest } = portal;
  const lines = brokenLines(file, text).flatMap(([what, changed]) => [
    `## ${what}`,
    ...found(changed === undefined ? rest : { ...rest, [file]: changed }),
  ]);
  expect(lines.join("\n")).toMatchSnapshot();
});

/** Names that hands and programs give a file, of its own. */
const renamed: Record<string, (path: string) => string> = {
  "a copy of a browser's": (path) => path.replace(/(\.\w+)$/, " (1)$1"),
  "a copy of Windows": (path) => path.replace(/(\.\w+)$/, " - копія$1"),
  "in capitals": (path) => path.replace(/[^/]+$/, (name) => name.toUpperCase()),
  "in Cyrillic": (path) => path.replace(/[^/]+(\.\w+)$/, "Перелік зупинок$1"),
  "with another ending": (path) => path.replace(/\.\w+$/, ".txt"),
  "with two endings": (path) => `${path}.txt`,
  "with no ending": (path) => path.replace(/\.\w+$/, ""),
  "with a blank at its end": (path) => `${path} `,
  "as a device of Windows": (path) => path.replace(/[^/]+(\.\w+)$/, "con$1"),
  "in a folder more": (path) => path.replace(/([^/]+)$/, "нова/$1"),
  "a folder up": (path) => path.replace(/[^/]+\/([^/]+)$/, "$1"),
  "in the root": (path) => path.replace(/^.*\//, ""),
};
test.each(Object.entries(renamed))("each file named otherwise: %s", (_, name) => {
  const lines = ofKinds.flatMap((file) => {
    const { [file]: text = "", ...rest } = portal;
    return [`## ${file}`, ...found({ ...rest, [name(file)]: text })];
  });
  expect(lines.join("\n")).toMatchSnapshot();
});
