import { printable, quote } from "../../model/reports/finding.ts";
import { suggest } from "../closest.ts";
import { examplePortal, stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

const inQuotes = "Візьміть значення в лапки: інакше воно прочитається як число і втратить нулі.";

const kinds: Record<string, [what: string, hint: string]> = {
  invisible: ["текст без невидимих знаків", "Наберіть текст заново: у ньому є невидимі знаки."],
  "web-address": ["адресу, що починається з https://", "Скопіюйте адресу з рядка браузера цілком."],
  "place-code": ["код КАТОТТГ: UA і 17 цифр", "Код є в кодифікаторі територій громад."],
  "organisation-code": [
    "код ЄДРПОУ: 8 цифр у лапках",
    "Допишіть нулі на початку і візьміть код у лапки.",
  ],
  "field-name": [
    "латинські літери й цифри без пробілів",
    "Назвіть колонку латиницею, наприклад addressPostCode.",
  ],
  alias: [
    "латинські літери, цифри, дефіс, підкреслення і крапку, до ста знаків",
    "Ідентифікатор стає частиною адреси: скопіюйте його з попередньої назви теки.",
  ],
  tiles: [
    "адресу плиток: https://, далі {z}, {x}, {y}",
    "Скопіюйте її з довідки сервера плиток цілком.",
  ],
  colour: [
    "колір #rrggbb малими літерами",
    'Наприклад: accent: "#0a4a86" — у лапках, бо # починає пояснення.',
  ],
  "colour-pale": [
    "колір, який видно: контраст не менший за 7 до 1",
    "Візьміть темніший відтінок: контраст рахує, наприклад, webaim.org/resources/contrastchecker.",
  ],
  "mark-letters": ["від однієї до трьох літер, перша велика", "Наприклад: letters: ПГ."],
  "mark-path": [
    "обрис SVG: команди M, L, C, Z та інші й числа",
    "Скопіюйте значення атрибута d цілком.",
  ],
  "mark-one": [
    "один знак: bastions, letters або paths разом із box",
    "Залиште одне з трьох, наприклад mark: { letters: ПГ }.",
  ],
  "licence-named": [
    "ліцензію: name із переліку або path і title чужої",
    "Запишіть { name: CC-BY-4.0 }.",
  ],
  "uk-first": ["мови сторінок, українська перша", "Запишіть languages: [uk] або [uk, en]."],
  "portals-apart": [
    "короткі назви порталів, жодна з яких не починається іншою",
    "Із них складаються назви тек: замість kryvyi і kryvyi-rih запишіть, наприклад, kryvyi-rih і kryvyi-lug.",
  ],
  "date-sane": ["дату від 1700 до 2099 року", "Перевірте рік."],
  id: ["малі латинські літери, цифри й дефіси", "Наприклад: budget-2026."],
  device: [
    "назву, якої у Windows не зайнято пристроєм",
    "Допишіть слово, наприклад aux-data: файлу з назвою aux, con, nul, com1 там не створити.",
  ],
  "one-value": ["одне значення", "Запишіть число або текст, без дужок."],
  "column-names": [
    "назву колонки або перелік назв",
    "Наприклад: primaryKey: id або primaryKey: [year, code].",
  ],
  "format:email": ["адресу електронної пошти", "Наприклад: data@rada.gov.ua."],
  "format:date": ["дату рррр-мм-дд", "Наприклад: 2026-11-23."],
  "type:string": ["текст", inQuotes],
  "type:array": ["перелік", "Запишіть значення в квадратних дужках через кому."],
  "type:object": ["набір ключів", "Запишіть кожен ключ з нового рядка з відступом."],
  "type:number": ["число", "Запишіть число без лапок, дробову частину — через крапку."],
  "type:int": ["ціле число", "Запишіть ціле число без лапок."],
  "type:boolean": ["true або false", "Запишіть true (так) або false (ні)."],
};

/** Keys whose value is more than a list of words, as they are written. */
const samples: Record<string, string> = {
  licenses: "licenses: [{ name: CC-BY-4.0 }]",
  contact: "contact: { email: data@rada.gov.ua }",
};

/** What was written, in a word where it is no single value. */
const shownValue = (value: unknown): string =>
  Array.isArray(value) ? "перелік" : typeof value === "object" ? "набір ключів" : quote(value);

function words(expected: string, key: string, value: unknown): [string, string] {
  const known = kinds[expected];
  const sample = samples[key];
  if (known && sample && typeof value !== "object") return [known[0], `Запишіть так: ${sample}`];
  if (expected === "type:array" && typeof value !== "object")
    return [
      "перелік",
      `Запишіть значення в квадратних дужках через кому: ${key}: [${printable(String(value)).slice(0, 60)}]`,
    ];
  if (expected === "type:string" && typeof value === "object")
    return ["текст", "Лишіть одне значення, без дужок."];
  if (known) return known;
  const [kind = "", limit = ""] = expected.split(/:(.*)/s);
  if (kind === "one-of") return [`одне з: ${limit}`, suggest(String(value), limit.split(", "))];
  if (kind === "at-least") return [`щонайменше ${limit}`, "Допишіть значення."];
  if (kind === "at-most") return [`щонайбільше ${limit}`, "Скоротіть значення."];
  return ["інше значення", "Порівняйте із сусіднім набором, де це значення записано правильно."];
}

export const valueValid: Rule = {
  id: "value-valid",
  title: "Значення правильного виду",
  why: "Дати, коди, адреси й переліки мають сталий вигляд, щоб їх однаково розуміли люди і програми. Коди з нулями на початку беруть у лапки.",
  check: ({ problems }) =>
    problems.flatMap((problem) => {
      if (problem.code !== "wrong-value") return [];
      const { key, value, expected } = problem;
      const [what, hint] = words(expected, key.split(".").at(-1) ?? "", value);
      return [
        error(valueValid, {
          place: problem.place,
          key,
          message: `У полі «${key}» записано ${shownValue(value)}, а потрібно ${what}.`,
          hint,
        }),
      ];
    }),
  examples: [
    {
      when: "ресурс названо, як пристрій у Windows",
      files: {
        "data/datasets/stops/datapackage.yaml": (
          examplePortal["data/datasets/stops/datapackage.yaml"] ?? ""
        ).replace("- name: stops", "- name: aux"),
      },
      messages: [
        "У полі «resources.0.name» записано «aux», а потрібно назву, якої у Windows не зайнято пристроєм.",
      ],
    },
    {
      when: "код ЄДРПОУ записано без лапок",
      files: { "data/publishers/council.yaml": "title: Рада\nkind: council\nedrpou: 00022438\n" },
      messages: ["У полі «edrpou» записано «22438», а потрібно текст."],
    },
    {
      when: "ліцензію й ключове слово записано без дужок, а періодичність — у дужках",
      files: stopsWith(
        "[зупинки, транспорт]\nthemes: [TRAN]\nfrequency: yearly\nlicenses: [{ name: CC-BY-4.0 }]",
        "зупинки\nthemes: [TRAN]\nfrequency: [yearly]\nlicenses: CC-BY-4.0",
      ),
      messages: [
        "У полі «keywords» записано «зупинки», а потрібно перелік.",
        "У полі «frequency» записано перелік, а потрібно текст.",
        "У полі «licenses» записано «CC-BY-4.0», а потрібно перелік.",
      ],
    },
    {
      when: "дату записано через крапки",
      files: stopsWith("frequency: yearly", "frequency: yearly\nvalidAsOf: 01.12.2025"),
      messages: ["У полі «validAsOf» записано «01.12.2025», а потрібно дату рррр-мм-дд."],
    },
  ],
};
