import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { renderMarkdown } from "../published/blocks/markdown.ts";
import { readRepository } from "../read/repository.ts";
import { checkRepository } from "../rules/index.ts";
import { brokenLines, fullPortal } from "../test/fixtures/full-portal.ts";
import { committed } from "../test/fixtures/generated-portal.ts";
import { reviewBlocks } from "./report/report.ts";
import { buildReview, type Side } from "./review.ts";

function sideOf(files: Record<string, string | Uint8Array>): Side {
  const texts = Object.fromEntries(
    Object.entries(files).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
  const repository = readRepository(treeOf(files), committed(texts));
  return { repository, findings: checkRepository(repository), quality: new Map() };
}
const whole = sideOf(fullPortal);
const report = (before: Side, after: Side): string =>
  renderMarkdown(reviewBlocks(buildReview(before, after, []), () => undefined)).replaceAll(
    "\u00a0",
    " ",
  );
let usual: ReadonlySet<string> | undefined;
/** What a reviewer reads of a change and of no other: lines that stand in every report, or only part others, are left out. */
function told(before: Side, after: Side): string {
  usual ??= new Set(report(whole, whole).split("\n"));
  const known = usual;
  return report(before, after)
    .split("\n")
    .filter((line) => !known.has(line) && !/^[|\s:-]*$/.test(line))
    .join("\n");
}

const files = [
  "data/datasets/trees-2025/datapackage.yaml",
  "data/datasets/trees-2025/trees.csv",
  "data/datasets/routes/datapackage.yaml",
  "data/datasets/routes/stops.csv",
  "data/publishers/housing.yaml",
  "content/news/trees.mdx",
];
test.each(files)("%s changed line by line, to and fro: the report was approved", (file) => {
  const { [file]: text = "", ...rest } = fullPortal;
  const reports = brokenLines(file, text).flatMap(([what, changed]) => {
    // A value of another kind is refused, and a report on it says no more than that.
    if (/→ (?:17|\{ a: b \}|"")$| twice$/.test(what)) return [];
    const other = sideOf(changed === undefined ? rest : { ...rest, [file]: changed });
    return [
      `##### ${what}\n\n${told(whole, other)}`,
      `##### ${what}, mended\n\n${told(other, whole)}`,
    ];
  });
  expect(reports.join("\n")).toMatchSnapshot();
});

const moved = (from: string, to: string) =>
  Object.fromEntries(
    Object.entries(fullPortal).map(([file, text]) => [file.replace(from, to), text]),
  );
const without = (pattern: RegExp) =>
  Object.fromEntries(Object.entries(fullPortal).filter(([file]) => !pattern.test(file)));
const changed = (file: string, change: (text: string) => string) => ({
  ...fullPortal,
  [file]: change(fullPortal[file] ?? ""),
});
const trees = "data/datasets/trees-2025/datapackage.yaml";
test.each<
  [
    what: string,
    before: Record<string, string | Uint8Array>,
    after: Record<string, string | Uint8Array>,
  ]
>([
  ["nothing", fullPortal, fullPortal],
  ["a portal's first sets", without(/datasets/), fullPortal],
  ["all sets are gone", fullPortal, without(/datasets/)],
  ["a set in another folder", fullPortal, moved("datasets/routes/", "datasets/lines/")],
  [
    "the same with an alias",
    fullPortal,
    {
      ...moved("datasets/trees-2025/", "datasets/trees-25/"),
      "data/datasets/trees-25/datapackage.yaml": `${fullPortal[trees]}`.replace(
        "[old-trees]",
        "[old-trees, trees-2025]",
      ),
    },
  ],
  [
    "a table renamed",
    fullPortal,
    changed("data/datasets/routes/datapackage.yaml", (text) =>
      text.replace("path: routes.csv", "path: lines.csv"),
    ),
  ],
  [
    "a table renamed, with its file",
    fullPortal,
    {
      ...without(/routes\.csv/),
      "data/datasets/routes/lines.csv": fullPortal["data/datasets/routes/routes.csv"] ?? "",
      "data/datasets/routes/datapackage.yaml":
        `${fullPortal["data/datasets/routes/datapackage.yaml"]}`.replace(
          "path: routes.csv",
          "path: lines.csv",
        ),
    },
  ],
  [
    "a version that is later",
    fullPortal,
    changed(trees, (text) =>
      text.replace('"1.1"', '"1.10"').replace("Додано породу.", "Додано ціну й породу."),
    ),
  ],
  [
    "a version that is earlier",
    changed(trees, (text) => text.replace('"1.1"', '"1.10"')),
    fullPortal,
  ],
  [
    "a version in words",
    fullPortal,
    changed(trees, (text) =>
      text.replace('"1.1"', "весна").replace("Додано породу.", "Додано ціну й породу."),
    ),
  ],
  [
    "a file beside the tables",
    fullPortal,
    { ...fullPortal, "data/datasets/routes/scheme.pdf": "%PDF" },
  ],
  [
    "its bytes changed, its size not",
    { ...fullPortal, "data/datasets/routes/scheme.pdf": "%PDF-1" },
    { ...fullPortal, "data/datasets/routes/scheme.pdf": "%PDF-2" },
  ],
  [
    "a file renamed",
    { ...fullPortal, "data/datasets/routes/scheme.pdf": "%PDF-1" },
    { ...fullPortal, "data/datasets/routes/plan.pdf": "%PDF-1" },
  ],
  [
    "a set put right that could not be read",
    changed("data/datasets/routes/stops.csv", (text) => `${text}"`),
    fullPortal,
  ],
  [
    "a set withdrawn",
    fullPortal,
    changed(
      "data/datasets/routes/datapackage.yaml",
      (text) =>
        `status: withdrawn\nwithdrawn: { date: 2026-05-01, reason: Перевізник закрився, successor: stops }\n${text}`,
    ),
  ],
  [
    "a set withdrawn without an heir",
    fullPortal,
    changed(
      "data/datasets/routes/datapackage.yaml",
      (text) =>
        `status: withdrawn\nwithdrawn: { date: 2026-05-01, reason: Перевізник закрився }\n${text}`,
    ),
  ],
  [
    "a set published again",
    fullPortal,
    changed("data/datasets/gone/datapackage.yaml", (text) =>
      text.replace(/^status.*\nwithdrawn.*\n/m, ""),
    ),
  ],
])("%s: the report was approved", (_, before, after) => {
  expect(told(sideOf(before), sideOf(after))).toMatchSnapshot();
});
