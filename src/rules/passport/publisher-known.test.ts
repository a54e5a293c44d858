import { expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { examplePortal, stopsWith } from "../example-portal.ts";
import { publisherKnown } from "./publisher-known.ts";

const hintFor = (written: string): string | undefined =>
  publisherKnown.check(
    readRepository(
      treeOf({
        ...examplePortal,
        ...stopsWith("publisher: council", `publisher: ${written}`),
        "data/publishers/education-department.yaml":
          "title: Управління освіти міської ради\nkind: council\n",
        "data/publishers/culture-department.yaml":
          "title: Управління культури міської ради\nkind: council\n",
      }),
    ),
  )[0]?.hint;

test.each([
  ["управління освіти", "education-department"],
  ["Управлінню освіти", "education-department"],
  ["управління культури міської ради", "culture-department"],
])("«%s» is proposed as %s", (written, id) => {
  expect(hintFor(written)).toContain(`«${id}» — це`);
});

test("a title of nobody here is not guessed", () => {
  expect(hintFor("водоканал")).not.toContain("— це");
});

test.each<[what: string, written: string, titles: Record<string, string>, id: string | undefined]>([
  [
    "the one with more of its words",
    "відділ культури",
    { a: "Відділ доріг", b: "Відділ культури і туризму" },
    "b",
  ],
  [
    "of two the one with fewer other words",
    "відділ культури",
    { a: "Відділ культури і туризму", b: "Відділ культури" },
    "b",
  ],
  [
    "of two alike the first by its file",
    "відділ культури",
    { b: "Відділ культури", a: "Відділ культури" },
    "a",
  ],
  [
    "of two alike the first by its name",
    "відділ культури",
    { "a-b": "Відділ культури", a: "Відділ культури" },
    "a",
  ],
  ["three words of five", "відділ культури міста а б", { a: "Відділ культури міста" }, "a"],
  ["two words of five", "відділ культури міста а б", { a: "Відділ культури" }, undefined],
  ["in Latin letters", "viddil", { a: "Відділ" }, undefined],
])("a title is led to %s", (_, written, titles, id) => {
  const [finding] = publisherKnown.check(
    readRepository(
      treeOf({
        ...examplePortal,
        ...stopsWith("publisher: council", `publisher: ${written}`),
        ...Object.fromEntries(
          Object.entries(titles).map(([name, title]) => [
            `data/publishers/${name}.yaml`,
            `title: ${title}\nkind: council\n`,
          ]),
        ),
      }),
    ),
  );
  expect(/«([\w-]+)» — це/.exec(finding?.hint ?? "")?.[1]).toBe(id);
});

test("a series' publisher is looked for too", () => {
  const series = {
    "data/series/stops.yaml":
      "title: Зупинки\ndescription: За роками, кожен набір — рік.\npublisher: nobody\nfrequency: yearly\n",
  };
  expect(
    publisherKnown
      .check(readRepository(treeOf({ ...examplePortal, ...series })))
      .map(({ place, message }) => [place.file, message]),
  ).toEqual([["data/series/stops.yaml", "Розпорядника «nobody» немає в теці data/publishers."]]);
});
