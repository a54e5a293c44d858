import { expect, test } from "vitest";
import { changed, folder, routes, withLine } from "../../test/fixtures/changed-full-portal.ts";
import { found } from "../../test/fixtures/found.ts";
import { fullPortal as portal } from "../../test/fixtures/full-portal.ts";

test.each<[what: string, files: Record<string, string | Uint8Array>]>([
  ...[
    "/datasets.csv",
    "/other.csv",
    "c:/a.csv",
    "\\\\server\\a.csv",
    "a%2e.csv",
    "../a.csv",
    "a/b.csv",
    "A.csv",
    "-a.csv",
    "a b.csv",
    "a.csv-metadata.json",
    "passport.csv",
    "https://example.org/a.csv",
    "HTTP://example.org/a.csv",
    "ftp://example.org/a.csv",
    "xhttps://example.org/a.csv",
    "http://example.org/a.csv",
    "routes.2025.csv",
    "routes.yaml",
  ].map((path): [string, Record<string, string>] => [
    `a resource at ${path}`,
    {
      "data/datasets/routes/datapackage.yaml":
        `${portal["data/datasets/routes/datapackage.yaml"]}`.replace(
          "path: routes.csv",
          `path: ${JSON.stringify(path)}`,
        ),
    },
  ]),
  [
    "two tables whose file is missing, and another that nobody names",
    {
      ...changed([routes, "path: routes.csv", "path: inshe.csv"]),
      [`${folder}/about.csv`]: "a\n1\n",
    },
  ],
  [
    "a table whose file is not named, and another beside it",
    { ...changed([routes, "    path: routes.csv\n", ""]), [`${folder}/about.csv`]: "a\n1\n" },
  ],
  [
    "a file of two endings misspelt",
    {
      ...changed([routes, "path: routes.csv", "path: routes.2025.csv"]),
      [`${folder}/routes-2025.csv`]: "kind,number\nавтобус,1\n",
    },
  ],
  [
    "copies that programs make",
    Object.fromEntries(
      ["routes(12).csv", "routes (3).csv", "routes.a.csv"].map((name) => [
        `${folder}/${name}`,
        "a\n1\n",
      ]),
    ),
  ],
  [
    "names nobody may give",
    Object.fromEntries(
      [
        "content/news/Новина.. ",
        "data/datasets/stops/Звіт.csv. .",
        `data/datasets/stops/${"Б".repeat(100)}.csv`,
        `data/datasets/stops/${"a".repeat(116)}.csv`,
        `data/datasets/stops/${"a".repeat(117)}.csv`,
        "data/datasets/stops/Їжаки".normalize("NFD"),
        "data/registers/events/Рада/a.yaml",
        "data/registers/events/Сесія/a.yaml",
        "data/registers/events/Сесія/b.yaml",
      ].map((file) => [file, "a\n"]),
    ),
  ],
  [
    "a portal's folder inside the portal's folder",
    {
      ...withLine(routes, "series: more"),
      "data/data/datasets/routes/datapackage.yml": "title: Копія\n",
      "data/data/datasets/routes/more.csv": "a\n1\n",
      "data/data/series/more.yaml": "title: Копія\n",
    },
  ],
  [
    "names with an ending too many, and with another",
    {
      "content/news/a.md.mdx": `${portal["content/news/trees.mdx"]}`,
      "data/datasets/stops/datapackage.yml": "title: Копія\n",
      "data/publishers/college.yml": "title: Коледж\nkind: institution\n",
      "data/publishers/school.yml.yaml": "title: Школа\nkind: institution\n",
    },
  ],
])("%s", (_, files) => {
  expect(found({ ...portal, ...files }).join("\n")).toMatchSnapshot();
});
