import { expect, test } from "vitest";
import { changed, elder, folder, routes } from "../../test/fixtures/changed-full-portal.ts";
import { found } from "../../test/fixtures/found.ts";
import { fullPortal as portal } from "../../test/fixtures/full-portal.ts";

test.each<[what: string, files: Record<string, string | Uint8Array>]>([
  ["a table without rows", { "data/datasets/routes/routes.csv": "kind,number\n" }],
  [
    "a table whose column is empty",
    { "data/datasets/routes/stops.csv": "id,kind,number,next\n01,,1,\n02,,1,\n" },
  ],
  [
    "a person in a column's name",
    { "data/datasets/routes/routes.csv": "Вербовий Остап Ілліч,number\nавтобус,1\n" },
  ],
  [
    "a person above the names",
    { "data/datasets/routes/routes.csv": "Вербовий Остап Ілліч,\nkind,number\nавтобус,1\n" },
  ],
  [
    "a key with a column that is not there",
    changed([routes, "[kind, number]\n", "[kind, other]\n"]),
  ],
  [
    "a key that is another column than the one of no repeats",
    changed([routes, "primaryKey: [id]", "primaryKey: kind"]),
  ],
  [
    "a key of the column of no repeats and another",
    {
      ...changed([routes, "primaryKey: [id]", "primaryKey: [id, kind]"]),
      [`${folder}/stops.csv`]: "id,kind,number,next\n01,автобус,1,\n01,автобус,2,\n",
    },
  ],
  [
    "cells beyond each limit, and a list of values that begin as formulas",
    changed(
      [routes, "minimum: 1 }", "minimum: 1, maximum: 1 }"],
      [
        routes,
        "title: Вид }",
        'title: Вид, constraints: { minLength: 8, maxLength: 8, enum: [автобус, "=тролейбус", "-тролейбус"] } }',
      ],
    ),
  ],
  [
    "tables nobody described, of which one is none",
    {
      ...changed([
        elder,
        "  - name: elsewhere\n",
        "  - { name: more, title: Ще, path: more.csv }\n  - { name: none, title: Ні, path: none.csv }\n  - name: elsewhere\n",
      ]),
      "data/datasets/trees-2025/more.csv": "kind,height\nлипа,5\nклен,7\n",
      "data/datasets/trees-2025/none.csv": "kind;height\nлипа;5\n",
    },
  ],
  [
    "an official template with its titles",
    {
      ...changed([
        elder,
        "  - name: elsewhere\n",
        "  - { name: trips, title: Рейси, path: trips.csv, structure: 56-trips }\n  - name: elsewhere\n",
      ]),
      "data/datasets/trees-2025/trips.csv":
        "routeuid,serviceUid,uid\nІдентифікатор маршруту,Тижневий графік роботи,Ідентифікатор рейсу\n1,2,3\n4,5,6\n",
    },
  ],
  ...[
    "number,kind,more\n1,автобус,а\n1,тролейбус,б\n2,автобус,в\n",
    "kind,number,a,b,c,d,e\nавтобус,1,1,2,3,4,5\n",
    "kind,number,  \nавтобус,1,\n",
    "kind,number,  ,  \nавтобус,1,а,б\n",
    'kind,nu"mber\n',
  ].map((text): [string, Record<string, string>] => [
    `a table that begins ${JSON.stringify(text.slice(0, 24))}`,
    { [`${folder}/routes.csv`]: text },
  ]),
])("%s", (_, files) => {
  expect(found({ ...portal, ...files }).join("\n")).toMatchSnapshot();
});

test("a table is as wide, and a cell as long, as may be", () => {
  const told = (text: string) =>
    found({ ...portal, [`${folder}/routes.csv`]: text }).filter((line) =>
      line.includes(" table-size "),
    );
  const long = "ж".repeat(1_000_000);
  const columns = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`).join(",");
  expect(told(`${columns(1000)}\n${long}\n`)).toEqual([]);
  expect(told(`${columns(1001)}\nа,${long},${long}ж\n`).join("\n")).toMatchSnapshot();
});
