import { expect, test } from "vitest";
import type { History } from "../model/repository.ts";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import {
  changed,
  elder,
  gone,
  housing,
  routes,
  trees,
  withLine,
} from "../test/fixtures/changed-full-portal.ts";
import { findingLine } from "../test/fixtures/finding-line.ts";
import { found } from "../test/fixtures/found.ts";
import { fullPortal as portal } from "../test/fixtures/full-portal.ts";
import { committed } from "../test/fixtures/generated-portal.ts";
import { examplePortal } from "./example-portal.ts";
import { checkRepository } from "./index.ts";

test("the portal has nothing to find", () => expect(found(portal)).toEqual([]));

/** One entry of each register that names another. */
const registers = (
  to: Record<"replacedBy" | "poll" | "material" | "email" | "end" | "until", string>,
) => ({
  "data/registers/acts/elder.yaml": `title: Програма\nkind: programme\nissuer: Міська рада\nstatus: repealed\nnumber: "1"\ndate: 2020-01-01\nreplacedBy: ${to.replacedBy}\npoll: ${to.poll}\n`,
  "data/registers/materials/guide.yaml":
    "title: Порадник\nkind: original\nauthor: Міністерство\npath: https://example.gov.ua/guide\n",
  "data/registers/orders/council.yaml": `publisher: council\nnumber: "5"\ndate: 2026-01-05\nuntil: ${to.until}\nunit: Відділ даних\nemail: ${to.email}\njobDescription: true\n`,
  "data/registers/polls/wishes.yaml": `title: Яких даних бракує\nstart: 2026-02-01\nend: ${to.end}\n`,
  "data/registers/trainings/course.yaml": `title: Курс\ndate: 2026-03-01\nkind: training\npublisher: council\nrole: діловод\nmaterials: [${to.material}]\n`,
});

test.each<[what: string, files: Record<string, string | Uint8Array>]>([
  ["a card that is an archive", { [housing]: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]) }],
  [
    "a card that is a pointer of LFS",
    { [housing]: "version https://git-lfs.github.com/spec/v1\n" },
  ],
  ["a card of two megabytes", { [housing]: "#".repeat(2_000_001) }],
  [
    "a passport brought from elsewhere, with a gap and a long title",
    {
      [routes]:
        changed(
          [
            routes,
            "title: Маршрути\n",
            `title: ${"а".repeat(255)}\nimportedFrom: https://example.org/routes\n`,
          ],
          [
            routes,
            "description: Маршрути громадського транспорту громади.\n",
            "issued: 2020-01-01\n",
          ],
        )[routes] ?? "",
    },
  ],
  [
    "texts as long as may be, a period of one day",
    changed(
      [
        routes,
        "title: Маршрути\n",
        `title: ${"а".repeat(254)}\ntemporal: { start: 2025-05-01, end: 2025-05-01 }\n`,
      ],
      [routes, "Маршрути громадського транспорту громади.", "о".repeat(4000)],
    ),
  ],
  [
    "a gap beside a fault of the same passport, and the same field's fault in another",
    changed(
      [routes, "frequency: monthly\n", ""],
      [routes, "themes: [TRAN]", "themes: TRAN"],
      [elder, "frequency: yearly", "frequency: [yearly]"],
    ),
  ],
  [
    "a set without files, and a withdrawn one without keywords",
    {
      ...changed([gone, "keywords: [перевірка, дерева]\n", ""]),
      "data/datasets/none/datapackage.yaml": `${portal[gone]}`.replace(
        /status: .*\nwithdrawn: .*\n/,
        "",
      ),
    },
  ],
  [
    "a withdrawn set's successor nobody knows",
    changed([gone, "successor: stops", "successor: other"]),
  ],
  [
    "a third set's name that two sets had before",
    { ...withLine(routes, "aliases: [stops]"), ...withLine(trees, "aliases: [stops]") },
  ],
  [
    "a long list written as one value",
    changed([routes, "[маршрути]", "маршрути і зупинки, ".repeat(5)]),
  ],
  [
    "a reader's request told at length",
    changed(["data/registers/requests/mail-1.yaml", "Розклад тролейбусів", "а".repeat(201)]),
  ],
  [
    "a map of another place that the portal knows",
    {
      ...changed(
        [
          "data/portal.yaml",
          "bbox: [32.12, 48.42, 32.42, 48.58]\n",
          "bbox: [32.12, 48.42, 32.42, 48.58]\n  - { code: UA80000000000093317, title: Інша громада, bbox: [30, 50, 31, 51] }\n",
        ],
        [elder, "spatial: [UA35040210000014072]", "spatial: [UA80000000000093317]"],
      ),
      "data/datasets/trees-2025/map.geojson":
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[30.5,50.5]}}]}\n',
    },
  ],
  [
    "entries of registers that name one another",
    registers({
      replacedBy: "order",
      poll: "wishes",
      material: "guide",
      email: "data@example.gov.ua",
      end: "2026-02-10",
      until: "2026-12-31",
    }),
  ],
  [
    "entries of registers that name what is not there, a mailbox of one's own, days in the wrong order",
    registers({
      replacedBy: "ordr",
      poll: "wish",
      material: "gide",
      email: "rada@ukr.net",
      end: "2026-01-10",
      until: "2025-12-31",
    }),
  ],
])("%s", (_, files) => {
  expect(found({ ...portal, ...files }).join("\n")).toMatchSnapshot();
});

test("a portal of one set whose passport cannot be read is not told that it has no sets", () =>
  expect(
    found({ ...examplePortal, "data/datasets/stops/datapackage.yaml": "title: [\n" }),
  ).toMatchSnapshot());

test("what to do with people in a file depends on whether it was sent", () => {
  const file = "data/datasets/routes/routes.csv";
  const files: Record<string, string> = {
    ...portal,
    [file]: "kind,number\nВербовий Остап Ілліч,1\n",
  };
  const hints = (history?: History, portalFile = true) => {
    const { "data/portal.yaml": settings = "", ...rest } = files;
    const repository = readRepository(
      treeOf(portalFile ? { ...rest, "data/portal.yaml": settings } : rest),
      history,
    );
    return checkRepository(repository)
      .filter(({ rule }) => rule === "personal-data")
      .map(findingLine);
  };
  expect(hints()).toMatchSnapshot();
  expect(hints(committed(files))).toMatchSnapshot();
  expect(hints(committed({}))).toMatchSnapshot();
  expect(hints(committed(files), false)).toMatchSnapshot();
});
