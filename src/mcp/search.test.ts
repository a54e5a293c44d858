import { expect, test } from "vitest";
import type { Listed, Portal } from "./catalogue.ts";
import { openCatalogueSearch } from "./search.ts";

test("what stands after a minus is one thing: a set with a part of it stays", async () => {
  const sets = ["Школи: ліцей", "Школи: інтернат", "Школи: ліцей-інтернат"].map(
    (title, at) =>
      ({
        id: `set-${at}`,
        title,
        keywords: [],
        themes: [],
        formats: [],
        publisherTitle: "",
      }) as unknown as Listed,
  );
  const describe = () => Promise.reject(new Error("Described by its title alone."));
  const search = openCatalogueSearch({ sets, describe } as unknown as Portal);
  const found = async (query: string) => (await search(query, {})).sets.map(({ id }) => id);
  expect(await found("школи -ліцей-інтернат")).toEqual(["set-0", "set-1"]);
  expect(await found("школи -ліцей -інтернат")).toEqual([]);
  expect(await found("школи -інтернати")).toEqual(["set-0"]);
});
