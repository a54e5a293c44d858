import { expect, test } from "vitest";
import { readTable } from "../../table/read-table.ts";
import { publishedStops } from "../../test/fixtures/stops-portal.ts";
import { passportValues } from "../passport/passport-text.ts";
import { bytesOf } from "./new-dataset.ts";
import { newerTableDescribed, tablesOf } from "./newer-table.ts";

/** Columns and the key of the passport that is sent, where one is; and the head of the table. */
function sent(table: string) {
  const [resource] = tablesOf(publishedStops);
  if (!resource) throw new Error("The example has a table.");
  const clean = bytesOf(table);
  const report = readTable(clean, { form: "published" });
  const { files } = newerTableDescribed(publishedStops, resource, { report, clean });
  const textOf = (name: string) => {
    const bytes = files.get(`data/datasets/stops/${name}`);
    return bytes && new TextDecoder().decode(bytes);
  };
  const passport = textOf("datapackage.yaml");
  const schema = passport ? passportValues(passport).resources?.[0]?.schema : undefined;
  return {
    columns: schema?.fields.map(({ name, type, title }) => [name, type, title].join(": ")),
    key: schema?.primaryKey,
    head: textOf("stops.csv")?.split("\n")[0],
  };
}

test.each<[situation: string, table: string, sent: ReturnType<typeof sent>]>([
  [
    "the same columns: the table goes alone",
    "id,name,platforms\n1,Вокзал,3\n",
    { columns: undefined, key: undefined, head: "id,name,platforms" },
  ],
  [
    "columns by their titles and in another order are the same ones",
    "Назва,Кількість платформ,Номер зупинки\nВокзал,3,1\n",
    { columns: undefined, key: undefined, head: "id,name,platforms" },
  ],
  [
    "a column that went leaves the passport",
    "id,name\n1,Вокзал\n",
    { columns: ["id: string: Номер зупинки", "name: string: Назва"], key: "id", head: "id,name" },
  ],
  [
    "a column that came is described behind the others, with its title and type",
    "Вулиця,id,name,platforms\nвул. Нова,1,Вокзал,3\n",
    {
      columns: [
        "id: string: Номер зупинки",
        "name: string: Назва",
        "platforms: integer: Кількість платформ",
        "vulytsia: string: Вулиця",
      ],
      key: "id",
      head: "id,name,platforms,vulytsia",
    },
  ],
  [
    "a key whose column went goes with it",
    "name,platforms\nВокзал,3\n",
    {
      columns: ["name: string: Назва", "platforms: integer: Кількість платформ"],
      key: undefined,
      head: "name,platforms",
    },
  ],
])("%s", (_, table, expected) => expect(sent(table)).toEqual(expected));
