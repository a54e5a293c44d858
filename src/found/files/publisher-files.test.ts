import { expect, test } from "vitest";
import { publisherFiles } from "./publisher-files.ts";

const taken = { known: ["rada"], parent: "rada" };

test("each row is a card of its own file", () => {
  const { files, faults } = publisherFiles(
    [
      ["title", "kind", "edrpou", "email"],
      ["Відділ освіти", "executive", "00022438", "osvita@example.org"],
      ["КП «Водоканал»", "enterprise", "", ""],
    ],
    taken,
  );
  expect(faults).toEqual([]);
  expect(Object.keys(files)).toEqual([
    "data/publishers/viddil-osvity.yaml",
    "data/publishers/kp-vodokanal.yaml",
  ]);
  expect(files["data/publishers/viddil-osvity.yaml"]).toContain('edrpou: "00022438"\n');
  expect(files["data/publishers/kp-vodokanal.yaml"]).toBe(
    "# yaml-language-server: $schema=../../node_modules/open-data-portal/src/schemas/json/publisher.schema.json\ntitle: КП «Водоканал»\nkind: enterprise\nparent: rada\n",
  );
});

test("what is wrong is told row by row", () => {
  const { faults } = publisherFiles(
    [
      ["title", "kind", "edrpou"],
      ["", "executive", ""],
      ["Відділ", "відділ", ""],
      ["Школа", "institution", "22438"],
      ["Рада", "council", ""],
    ],
    taken,
  );
  expect(faults).toEqual([
    "Список розпорядників, рядок 2: немає назви (title).",
    "Список розпорядників, рядок 3: вид (kind) «відділ», а потрібен один із: council, executive, district-council, enterprise, institution.",
    "Список розпорядників, рядок 4: код (edrpou) «22438», а потрібно вісім цифр.",
    "Список розпорядників, рядок 5: розпорядник «Рада» уже є.",
  ]);
  expect(publisherFiles([["назва", "kind"]], taken).faults).toHaveLength(1);
});
