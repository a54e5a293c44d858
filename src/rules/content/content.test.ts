import { expect, test } from "vitest";
import { changed, elder, trees, withLine } from "../../test/fixtures/changed-full-portal.ts";
import { found } from "../../test/fixtures/found.ts";
import { fullPortal as portal } from "../../test/fixtures/full-portal.ts";

test.each<[what: string, files: Record<string, string | Uint8Array>]>([
  ...[
    "count: true",
    "count: false",
    "y: [kind]",
    "y: [quantity, kind, day]",
    "x: month",
    "kind: pie",
    "resource: other",
    "y: [lat]",
  ].map((line): [string, Record<string, string>] => [
    `a chart with ${line}`,
    {
      [trees]: `${portal[trees]}`.replace(
        new RegExp(`    ${line.split(":")[0] ?? ""}: .*\n|(?=    unit: )`),
        `    ${line}\n`,
      ),
    },
  ]),
  ...[
    '<Chart id="trees/kinds" />',
    '<Chart dataset="trees" name="kinds" />',
    '<Chart dataset="trees" name="other" />',
    '<Chart dataset="trees" />',
    '<DatasetCard id="trees" />',
    '<DatasetCard id="other" />',
    '<DatasetCard id="trees" name="a" />',
    "<DatasetCard />",
    "<Quality />",
    '<Quality of="all" />',
    "<Other />",
    "import a from './a.js'",
    "{1 + 1}",
    "прихований\u200bзнак",
    "\ufeffзнак на початку рядка",
    '<Figure dataset="trees" of="sum" column="quantity" label="дерев" />',
    '<Figure dataset="trees" of="mean" column="lat" label="широта" />',
    '<Figure dataset="trees" resource="other" of="rows" label="дерев" />',
    '<Figure dataset="gone" of="rows" label="дерев" />',
    '<Figure dataset="other" of="rows" label="дерев" />',
    '<Figure dataset="trees" of="sum" column="other" label="дерев" where="kind=липа" />',
    '<Figure dataset="trees" of="rows" label="дерев" where="other=липа" />',
    '<Chart dataset="trees" title="Дерева" kind="bar" x="other" y="quantity,kind" />',
  ].map((line): [string, Record<string, string>] => [
    `news with ${JSON.stringify(line)}`,
    {
      "content/news/a.mdx": `---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\n${line}\n`,
    },
  ]),
  [
    "a chart that counts rows, beside another",
    changed([
      trees,
      "charts:\n",
      "charts:\n  - { name: streets, title: Вулиці, resource: trees, kind: bar, x: street, count: true }\n",
    ]),
  ],
  ["a chart of neither numbers nor rows", changed([trees, "    y: [quantity]\n", ""])],
  [
    "a chart of a map",
    withLine(
      elder,
      "charts: [{ name: a, title: Карта, resource: map, kind: bar, x: id, count: true }]",
    ),
  ],
])("%s", (_, files) => {
  expect(found({ ...portal, ...files }).join("\n")).toMatchSnapshot();
});
