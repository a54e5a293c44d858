import { afterEach, expect, test, vi } from "vitest";
import { openStreets } from "./open-streets.ts";

const street = (title: string, key: string) => ({ title, key, has: [] });
const index: Record<string, unknown> = {
  "streets/43f.json": [street("вул. Полтавська", "полтавська")],
  "streets/43a.json": [
    street("вул. Київська", "київська"),
    street("вул. Марка Кропивницького", "кропивницького марка"),
  ],
  "streets/words.json": {
    towns: ["Кропивницький"],
    words: ["київська", "кропивницького", "марка", "полтавська"],
  },
};

/** The portal's index, as far as these files go; what is asked of it. */
function served(files: Record<string, unknown>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    const name = address.replace("/search-index/", "");
    asked.push(name);
    return name in files ? Response.json(files[name]) : new Response("", { status: 404 });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const titlesOf = (found: Awaited<ReturnType<ReturnType<typeof openStreets>["find"]>>) =>
  found.flatMap(({ asked, streets }) =>
    streets.map(({ title }) => `${title} ${asked.house}`.trim()),
  );

test.each([
  ["its street alone", "Полтавська 30", ["вул. Полтавська 30"]],
  ["the settlement before it", "Кропивницький Полтавська 30", ["вул. Полтавська 30"]],
  ["the settlement before a comma", "Кропивницький, Полтавська, 30", ["вул. Полтавська 30"]],
  ["the settlement with its kind", "м. Кропивницький Полтавська 30", ["вул. Полтавська 30"]],
  ["a name as the settlement's", "Кропивницького 5", ["вул. Марка Кропивницького 5"]],
  ["a corner", "Полтавська/Київська", ["вул. Полтавська", "вул. Київська"]],
  ["a street there is none of", "Хрещатик", []],
])("an address finds its streets by %s", async (_, text, titles) => {
  served(index);
  expect(titlesOf(await openStreets("/search-index/").find(text))).toEqual(titles);
});

test.each([
  ["Плтавська 30", ["вул. Полтавська 30"]],
  ["Poltavska 30", ["вул. Полтавська 30"]],
  ["Rb]dcmrf", ["вул. Київська"]],
  ["Кропивницький Плтавська", ["вул. Полтавська"]],
  ["дерева", []],
])("streets that «%s» may have been meant as are proposed", async (text, titles) => {
  served(index);
  expect(titlesOf(await openStreets("/search-index/").propose(text))).toEqual(titles);
});

test("each file is fetched once, and one that did not come is asked for again", async () => {
  const asked = served(index);
  const streets = openStreets("/search-index/");
  await streets.find("Полтавська");
  await streets.find("Полтавська 30");
  expect(asked).toEqual(["streets/43f.json"]);
  vi.stubGlobal("fetch", async () => new Response("", { status: 500 }));
  await expect(streets.tables()).rejects.toThrow("streets/tables.json: 500");
  served({ "streets/tables.json": [] });
  expect(await streets.tables()).toEqual([]);
});
