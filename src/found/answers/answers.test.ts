import { describe, expect, test } from "vitest";
import { askAnswers } from "./ask.ts";
import { answerFaults, toAnswers } from "./to-answers.ts";

const given = {
  name: "Відкриті дані Вигаданої громади",
  site: "data.vyhadana.example.org",
  council: "Вигаданська міська рада",
  code: "UA53080370000000000",
  mailbox: "data@vyhadana.example.org",
};

test("five answers are enough: the rest is usual", () => {
  expect(answerFaults(given)).toEqual([]);
  expect(toAnswers(given)).toEqual({
    name: given.name,
    site: "https://data.vyhadana.example.org",
    repository: undefined,
    council: given.council,
    edrpou: undefined,
    hromada: "Вигаданська міська територіальна громада",
    code: given.code,
    mailbox: given.mailbox,
    mailDomains: ["vyhadana.example.org"],
    languages: ["uk", "en"],
    timeZone: "Europe/Kyiv",
    colours: undefined,
    letters: "ВГ",
  });
});

test.each([
  ["rada.github.io/data", "", "https://rada.github.io/data", "https://github.com/rada/data"],
  ["rada.github.io", "", "https://rada.github.io", "https://github.com/rada/rada.github.io"],
  ["http://data.ua/", "/portal/", "http://data.ua/portal", undefined],
  ["https://data.ua/a", "b", "https://data.ua/a/b", undefined],
])("«%s» with the path «%s» is %s", (site, base, address, repository) => {
  expect(toAnswers({ ...given, site, base })).toMatchObject({ site: address, repository });
});

describe("a wrong answer is told with the fix, all of them at once", () => {
  test.each([
    ["site", "без домену"],
    ["site", "data.ua/?q=1"],
    ["base", "шлях"],
    ["code", "UA12"],
    ["code", "УА53080370000000000"],
    ["mailbox", "data"],
    ["mail-domains", "@rada.gov.ua"],
    ["edrpou", "22438"],
    ["languages", "en"],
    ["letters", "громада"],
    ["colours", "#ffffff"],
    ["colours", "червоний"],
    ["time-zone", "Kyiv"],
    ["repository", "rada/data"],
    ["name", "Два\nрядки"],
  ])("%s «%s»", (name, answer) => {
    const [fault, ...others] = answerFaults({ ...given, [name]: answer });
    expect(others).toEqual([]);
    expect(fault?.sentence).toMatch(new RegExp(`^--${name} «[^»]*»: [А-ЯІЇЄҐ][^]*\\.$`));
  });

  test("nothing said: what must be said is named, with an example of each", () => {
    expect(answerFaults({}).map(({ question }) => question.name)).toEqual(Object.keys(given));
    for (const { sentence } of answerFaults({}))
      expect(sentence).toMatch(/^Не вказано: .+ Додайте --[a-z-]+ ".+"\.$/);
  });
});

test("a person is asked what was not said, and asked again after a wrong answer", async () => {
  const typed = ["", "", "UA1", given.code];
  const { code: _, ...rest } = given;
  const asked: string[] = [];
  const told: string[] = [];
  const said = await askAnswers(rest, {
    async ask(question) {
      asked.push(question);
      return typed.shift() ?? "";
    },
    tell: (sentence) => told.push(sentence),
  });
  expect(asked.slice(0, 4).map((question) => question.split(" (")[0])).toEqual([
    "шлях на цьому домені, якщо портал стоїть не в його корені",
    "громада: повна назва",
    "код громади за КАТОТТГ",
    "код громади за КАТОТТГ",
  ]);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("UA (латиницею) і 17 цифр");
  expect(answerFaults(said)).toEqual([]);
});
