import { expect, test } from "vitest";
import { randomOf } from "../../test/fixtures/random.ts";
import { roleOf } from "../column/role/role.ts";
import { createRecordScanner } from "../scan/records.ts";
import { judgePersonal } from "./judge-personal.ts";
import { personsIn } from "./person.ts";
import { lookForPersonal, namesPerson } from "./personal.ts";
import type { PersonalEvidence } from "./personal-evidence.ts";
import { veil, veilAll } from "./veil.ts";

const words = (text: string): string[] => text.split("|");
/** Pieces that texts of tables are made of; nobody is called so as a whole. */
const pieces = {
  surname: words(
    "Вербовий|Ставчук|Левадна|Гнатищук|Рудик-Саєнко|О’Коннор|Полях|Ґонта|ШЕВЧУК|коваль",
  ),
  given: words("Остап|Уляна|Ніна|Ігор|Марта|Іллі|Олегу|НІНА|анна"),
  patronymic: words("Ілліч|Петрівна|Тарасівна|Іванович|Івановича|ПЕТРІВНА|огли"),
  initials: words("О. І.|О.І.|О.|У. П|o. i."),
  latin: words("Ostap Verbovyi|Uliana Petrivna|John Smith|Verbovyi O."),
  post: words("директор|головний лікар|вик.|гр.|ФОП|сторож|в.о. начальника|депутат"),
  place: words(
    "вул. Івана Франка|вулиця Олеся Гончара|парк Перемоги|школа № 5 імені Шевченка|кв. 12|буд. 7|площа Героїв",
  ),
  number: words(
    "0671234567|+38 (067) 123-45-67|067 123 45 67|0522 24 55 66|3184710691|12345678|АБ 123456|4149 4390 1234 5678|19900101-12345|ВА 1234 НР|000123456",
  ),
  mail: words("info@rada.gov.ua|taras.k@gmail.com|school5@ukr.net|o_kovalenko@example.org"),
  other: words(
    "немає|вакантна|не вказано|комунальне підприємство|ремонт дороги|5 000 грн|2024-05-01|тел.|ІПН|паспорт|відділ",
  ),
};
const kinds = Object.keys(pieces) as (keyof typeof pieces)[];
const joiners = words(" | |, |; |/| — |,|\n");

function textOf(seed: number): string {
  const random = randomOf(seed);
  const of = (kind: keyof typeof pieces) => pieces[kind][random(pieces[kind].length)] ?? "";
  const shapes: (() => string)[] = [
    () => `${of("surname")} ${of("given")} ${of("patronymic")}`,
    () => `${of("given")} ${of("patronymic")} ${of("surname")}`,
    () => `${of("surname")} ${of("initials")}`,
    () => `${of("initials")} ${of("surname")}`,
    () => `${of("given")} ${of("surname")}`,
    () => of(kinds[random(kinds.length)] ?? "other"),
  ];
  const shape = () => shapes[random(shapes.length)]?.() ?? "";
  const count = 1 + random(3);
  let text = shape();
  for (let at = 1; at < count; at++)
    text +=
      (joiners[random(joiners.length)] ?? " ") +
      (random(2) === 0 ? shape() : of(kinds[random(kinds.length)] ?? "other"));
  return text;
}

/** A text's mask, as the scanner of tables tells it. */
function maskOf(text: string): number {
  let mask = 0;
  const scanner = createRecordScanner(
    { delimiter: "\t", newline: "\r" },
    (record) => {
      mask = record.masks[0] ?? 0;
    },
    () => {},
  );
  scanner.write(`"${text.replaceAll('"', '""')}"\r`);
  scanner.end();
  return mask;
}

const roles = ["", "ПІБ", "Прізвище", "Адреса", "Телефон", "Код ЄДРПОУ", "Автор", "Паспорт"].map(
  (name) => [name, roleOf(name)] as const,
);

test("nine hundred texts of names, numbers and places are seen and veiled as approved", () => {
  const lines = Array.from({ length: 900 }, (_, seed) => {
    const text = textOf(seed + 1);
    const mask = maskOf(text);
    const seen = roles.map(([, role]) => {
      const evidence: PersonalEvidence = {};
      const kind = lookForPersonal(text, mask, role, evidence);
      const { read: _, ...rest } = evidence;
      return `${kind ?? "-"}${JSON.stringify(rest)}`;
    });
    const usual = seen[0];
    const others = roles.flatMap(([name], at) =>
      seen[at] === usual ? [] : [`${name}: ${seen[at]}`],
    );
    const people = personsIn(text).people.map(
      ({ form, told, other, raised, start, end }) =>
        `${form}${told ? `:${told}` : ""}${other ? ":other" : ""}${raised ? ":raised" : ""}@${start}-${end}`,
    );
    return [
      JSON.stringify(text),
      `  ${usual} ${namesPerson(text) ? "person" : "nobody"} [${people.join(" ")}]${others.length > 0 ? ` ${others.join(" ")}` : ""}`,
      `  ${JSON.stringify(veil(text))}${veilAll(text) === veil(text) ? "" : ` ${JSON.stringify(veilAll(text))}`}`,
    ].join("\n");
  });
  expect(lines.join("\n")).toMatchSnapshot();
});

test("columns of such texts are judged as approved", () => {
  const lines = Array.from({ length: 200 }, (_, seed) => {
    const random = randomOf(seed + 1000);
    const length = [1, 2, 3, 8, 40][random(5)] ?? 1;
    const base = random(900);
    const share = 1 + random(4);
    return roles
      .map(([name, role]) => {
        const evidence: PersonalEvidence = {};
        for (let at = 0; at < length; at++) {
          const text =
            at % share === 0 ? textOf(base + at) : (pieces.other[at % pieces.other.length] ?? "");
          lookForPersonal(text, maskOf(text), role, evidence);
        }
        return `${name}: ${judgePersonal(evidence, role, length)
          .map(({ kind, count, severity }) => `${severity} ${kind}×${count}`)
          .join(", ")}`;
      })
      .join("; ");
  });
  expect(lines.join("\n")).toMatchSnapshot();
});
