import { describe, expect, test } from "vitest";
import { isNobody, personsIn } from "./person.ts";

/** The people of a text, each with how it is named and what says so; then whether they are all of it, and of a thing. */
function told(text: string): string {
  const { people, whole, thing } = personsIn(text);
  const each = people.map(({ start, end, form, other, raised, told: by }) =>
    [`${text.slice(start, end)}: ${form}`, other && "other", raised && "raised", by]
      .filter(Boolean)
      .join(" "),
  );
  return [...each, whole && "whole", thing && "thing"].filter(Boolean).join(" | ");
}

describe("a name that is all of a text", () => {
  test.each<[text: string, persons: string]>([
    ["Петренко Іван Миколайович", "full"],
    ["Іван Миколайович Петренко", "full"],
    ["ПЕТРЕНКО ІВАН МИКОЛАЙОВИЧ", "full"],
    ["петренко іван миколайович", "full"],
    ["Петренко\u00a0Іван\u00a0Миколайович", "full"],
    ["Максимович Михайло Іванович", "full"],
    ["Алієв Ельдар Рустам огли", "full"],
    ["Рудик-Саєнко Анна-Марія Петрівна", "full"],
    ["Петренко Іван Миколайович Коваль", "full"],
    ["Verbovyi Ostap Petrovych", "full"],
    ["Петренка Івана Миколайовича", "full other"],
    ["Іваненку Петру Степановичу", "full other"],
    ["Петренко Іван", "pair"],
    ["Іван Петренко", "pair"],
    ["Іван Миколайович", "pair"],
    ["Олена Іванівна", "pair"],
    ["Максимович Михайло", "pair"],
    ["Мар’яна Петренко", "pair"],
    ["Маp'яна Петренко", "pair"],
    ["Ostap Verbovyi", "pair"],
    ["Лариса КОСТЕНКО", "pair raised"],
    ["Петренку Івану", "pair other"],
    ["Івана Петренка", "pair other"],
    ["Петренко І. М.", "initials"],
    ["І. М. Петренко", "initials"],
    ["Петренко І.М.", "initials"],
    ["І.М.Петренко", "initials"],
    ["ПетренкоІ.М.", "initials"],
    ["Петренко І М", "initials"],
    ["Ромашка О. П.", "initials"],
    ["О. І. К. Петренко", "initials"],
    ["Ковальська О. П.", "initials"],
    ["Петренка І. М.", "initials other"],
    ["Ковальської О. П.", "initials other"],
    ["І. Петренко", "initial"],
    ["Коваль О.", "initial"],
    ["О. КОСТЕНКО", "initial raised"],
    ["Олег О.", "initial"],
    ["Максимович Михайло Коваль", "pair"],
    ["Іван Новий Старий Добрий", "pair"],
    ["Нова Прага", "shape"],
    ["Нова Стара Прага", "shape"],
    ["Петренко О", "shape"],
  ])("%s: %s", (text, form) => expect(told(text)).toBe(`${text}: ${form} | whole`));
});

describe("a text that names nobody", () => {
  test.each([
    "Іван",
    "Петренко",
    "А. Б.",
    "Ромашка О.",
    "О. І. Петренко-Коваль Ганна",
    "О. І. К. Л. Петренко",
    "Ромашка О П",
    "Нова Стара Добра Прага",
    "Іван Новий Старий Добрий Гарний",
    "Тарас Шевченко",
    "Леся Українка",
    "«Петренко Іван»",
    "Вакантна посада",
    "гр. Іваненко, директор Петренко",
    `петренко іван ${"дуже ".repeat(14)}довгий`,
  ])("%s", (text) => expect(told(text)).toBe(""));
  test.each([
    "вул. Тараса Шевченка",
    "Романа Шухевича, просп.",
    "Романа Шухевича просп.",
    "імені Івана Петренка",
    "ТОВ «Петренко Іван»",
    "Вінницька Область",
  ])("%s is a thing", (text) => expect(told(text)).toBe("thing"));
});

describe("what stands beside a name", () => {
  test.each<[text: string, persons: string]>([
    ["директор Петренко Іван", "Петренко Іван: pair post | whole"],
    ["Директор: Петренко Іван", "Петренко Іван: pair post | whole"],
    ["Петренко Іван, директор", "Петренко Іван: pair post | whole"],
    ["Петренко Іван директор", "Петренко Іван: pair post | whole"],
    ["депутат Коваль Ганна: Івана Франка", "Коваль Ганна: pair post"],
    ["гр. Петренко І.", "Петренко І.: initial person | whole"],
    ["виконавець Петренко О.", "Петренко О.: initial person | whole"],
    ["громадянка Коваль Ганна", "Коваль Ганна: pair person | whole"],
    ["громадянка: Коваль Ганна", "Коваль Ганна: pair person | whole"],
    ["громадянка, Коваль Ганна", "Коваль Ганна: pair | whole"],
    ["від громадянки, Коваль Ганна", "Коваль Ганна: pair | whole"],
    [
      "громадянка Коваль Ганна та Петренко Іван",
      "Коваль Ганна: pair person | Петренко Іван: pair | whole",
    ],
    [
      "громадянка Нова Прага та Петренко Іван",
      "Нова Прага: shape person | Петренко Іван: pair person | whole",
    ],
    ["вул. Садова, Петренко Іван, директор", "Петренко Іван: pair | thing"],
    ["Дах полагоджено. Петренко Іван", "Петренко Іван: pair"],
    ["Коваль Ганна, громадянка", "Коваль Ганна: pair post | whole"],
    ["Вик. Петренко О. В., тел. 24-33-71", "Петренко О. В.: initials person"],
    ["ФОП Петренко Іван", "Петренко Іван: pair trader | whole"],
    ["ФОП «Петренко Іван»", "Петренко Іван: pair trader | whole"],
    ["фоп петренко іван", "петренко іван: pair trader | whole"],
    ["ПП Петренко Іван Миколайович", "Петренко Іван Миколайович: full trader | whole"],
    ['підприємець "Коваль О. І."', "Коваль О. І.: initials trader | whole"],
    ["Петренко Іван, Коваль Ганна", "Петренко Іван: pair | Коваль Ганна: pair | whole"],
    ["Петренко Іван і Коваль Ганна", "Петренко Іван: pair | Коваль Ганна: pair | whole"],
    [
      "директор Петренко Іван, Коваль Ганна",
      "Петренко Іван: pair post | Коваль Ганна: pair post | whole",
    ],
    ["Петренко Іван 5", "Петренко Іван: pair | whole"],
    ["Петренко Іван ремонтує дах", "Петренко Іван: pair"],
    ["вул. Тараса Шевченка, Петренко Іван", "Петренко Іван: pair | thing"],
    ["школа імені Лесі Українки, директор Петренко Іван", "Петренко Іван: pair post | thing"],
  ])("%s", (text, persons) => expect(told(text)).toBe(persons));
});

test("words of people's columns that say nobody is named", () => {
  const nobody = ["вакантна", "Немає", " без даних ", "Невідомо", "відсутній", "НЕ"];
  expect(nobody.filter((text) => !isNobody(text))).toEqual([]);
  expect(["Нгуєн Ван Тхань", "Петренко", "Незамай"].filter(isNobody)).toEqual([]);
});
