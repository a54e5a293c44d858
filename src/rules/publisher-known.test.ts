import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal, stopsWith } from "./example-portal.ts";
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
