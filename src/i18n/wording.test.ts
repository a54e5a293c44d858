import { expect, test } from "vitest";
import { ukrainianFlaws } from "../test/fixtures/ukrainian-flaws.ts";
import { dictionaries } from "./translate.ts";

test.each([
  ["33 набір", ["число: 33 набір"]],
  ["1 розпорядників", ["число: 1 розпорядників"]],
  ["2\u00a0163 осіб", ["число: 2\u00a0163 осіб"]],
  ["слово 33 набір; у рядку 2 комірок 4", ["число: 33 набір"]],
  ["разом 1 115 дерев", ["пробіл: 1 115 (нерозривний)"]],
  ["33 наборів", ["число: 33 наборів"]],
  ["5 записи й 11 рядки", ["число: 5 записи", "число: 11 рядки"]],
  ["33 набори, 2\u00a0163 особи, 1 набір, 11 наборів, 21 рядок", []],
  ["з 33 наборів, понад 22 записів, о 10:00 запис, від 1,5 бала", []],
  ['Постанова "Про набори"', ['лапки: "Про набори"']],
  ["Постанова «Про набори»", []],
  ["Відкрийте переглядач карт у браузері", []],
  ["клітинка мапи", ["слово: клітинка (комірка)", "слово: мапи (карта)"]],
  [
    "збірка з репозиторію",
    ["слово: репозиторію (портал, історія порталу)", "слово: збірка (оновлення порталу)"],
  ],
  ["з’являється", []],
  ["обрі…зане слово, а це… ні", ["обрізано: обрі…зане"]],
  ["23\u00a0листопада\u00a02026\u00a0р.. Далі", ["крапки: р.."]],
  [
    "до 23 листопада 2026 року",
    ["дата: 23 листопада (нерозривні)", "дата: листопада 2026 (нерозривні)"],
  ],
])("what an editor mends: %s", (text, flaws) => {
  expect(ukrainianFlaws(text, { plain: true })).toEqual(flaws);
});

/** Sentences of pages where people work with GitHub, and of those who keep the portal. */
const ofTheCraft = /^(?:api|review|publish\.(?:key|request)|problem|takedown)\./;

test("the portal's own sentences need no editor", () => {
  const flaws = Object.entries(dictionaries.uk).flatMap(([key, sentence]) =>
    ukrainianFlaws(sentence, { plain: !ofTheCraft.test(key) }).map((flaw) => `${key}: ${flaw}`),
  );
  expect(flaws).toEqual([]);
});
