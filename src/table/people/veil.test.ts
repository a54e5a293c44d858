import { expect, test } from "vitest";
import { columnOf } from "../../test/fixtures/column-of.ts";
import { conceal, isOfPeople, veil, veilAll, veilNumbers, veilOf } from "./veil.ts";

test.each([
  ["0000100004", "00*****004"],
  ["+380501234567", "38*******567"],
  ["ivan.petrenko@gmail.com", "i***@gmail.com"],
  ["ВА 123456", "ВА****"],
  ["вул. Київська, 5, кв. 12", "вул. Київська, 5, кв. **"],
  ["тел.0671234567", "тел.06*****567"],
  ["067.123.45.67", "06*****567"],
  ["0671234567,0501234567", "06*****567,05*****567"],
  ["паспорт КС 123456", "паспорт КС 12*456"],
  ["ВА1234АА", "ВА****"],
  ["067/123/45/67", "06*****567"],
  ["іван.петренко@укр.нет", "і***@укр.нет"],
  ["ivan.petrenko (at) gmail.com", "i*** (at) gmail.com"],
  ["UA213223130000026007233566001", "UA21**********************001"],
  ["48.507933333333", "48.507933333333"],
  ["2024-02-01", "2024-02-01"],
  ["(0522) 35-83-80", "(0522) 35-83-80"],
  ["UA35040210010027387", "UA35040210010027387"],
  ["Петренко О. І.", "П***"],
  ["О.І. Петренко", "О***"],
  ["АА 1234 ВВ", "АА****"],
  ["АА 1234 ВВ5", "АА 1234 ВВ5"],
  ["кв. 12, буд. 5", "кв. **, буд. 5"],
  ["АБ № 123456", "АБ****"],
  ["АБ № 1234567", "АБ № 1234567"],
  ["x12345678901", "x12345678901"],
  ["id=0671234567", "id=0671234567"],
  ["ivan@rada.gov.ua", "i***@rada.gov.ua"],
  ["12345678.90", "12345678.90"],
  ["2024-01-01 10:00:00", "2024-01-01 10:00:00"],
  ["1234 5678 9", "12****789"],
  ["12 34 56 78", "12 34 56 78"],
  ["0522 24 55 66", "0522 24 55 66"],
  ["0522245566", "05*****566"],
])("in a column with numbers of people %s is shown as %s", (value, shown) => {
  expect(veilNumbers(value)).toBe(shown);
});

test.each([
  ["+38(050)1234567", "38*******567"],
  ["дзвонити 050-123-45-67", "дзвонити 05*****567"],
  ["Комірка «Петренко Іван Миколайович»", "Комірка «П*** І*** М***»"],
  ["ПЕТРЕНКО ІВАН МИКОЛАЙОВИЧ", "П*** І*** М***"],
  ["видано Іваненку Петру Степановичу", "видано І*** П*** С***"],
  ["Остап Григорович ШЕВЧЕНКО", "О*** Г*** Ш***"],
  ["Вик. Петренко О. В., тел. 24-33-71", "Вик. П*** О*** В***, тел. 24-33-71"],
  ["директор Лариса КОСТЕНКО", "директор Л*** К***"],
  ["ivan.petrenko@gmail.com", "i***@gmail.com"],
  ["ІПН 0000100004", "ІПН 00*****004"],
  ["o.kovalenko@rada.gov.ua", "o***@rada.gov.ua"],
  ["oleh_bondar@x.org", "o***@x.org"],
  ["taras-melnychuk@x.org", "t***@x.org"],
  ["x.abcd@y.org", "x***@y.org"],
  ["petro@ukr.net", "p***@ukr.net"],
  ["іван@укр.нет", "і***@укр.нет"],
  ["ivan (at) gmail.com", "i*** (at) gmail.com"],
  ["4149 4390 1234 5678", "41***********678"],
  ["4111-1111-1111-1111", "41***********111"],
  ["паспорт 123456", "паспорт 12*456"],
  ["ідентифікаційний код: 1234567890", "ідентифікаційний код: 12*****890"],
  ["19900101-12345", "19********345"],
  ["Петренко Іван Миколайович і Коваль Ганна Петрівна", "П*** І*** М*** і К*** Г*** П***"],
  ["директор Коваль Г.", "директор К*** Г***"],
  ["петренко іван миколайович", "п*** і*** м***"],
  ["Комірка “Петренко-Коваль Іван Миколайович”", "Комірка “П***-К*** І*** М***”"],
  // What stays readable.
  ["Петренко Іван", "Петренко Іван"],
  ["директор Нова Прага", "директор Нова Прага"],
  ["big.small@x.org", "big.small@x.org"],
  ["x.ab@y.org", "x.ab@y.org"],
  ["info.desk@ukr.net", "info.desk@ukr.net"],
  ["4111 1111 1111 1112", "4111 1111 1111 1112"],
  ["паспорт № 12345", "паспорт № 12345"],
  ["паспорт 12345678901", "паспорт 12345678901"],
  ["219900101-12345", "219900101-12345"],
  ["вул. Шевченка, кв. 5", "вул. Шевченка, кв. 5"],
  ["2026-01/2026-06", "2026-01/2026-06"],
  [
    "Потрібно: одне зі значень 2026-01/2026-06, 2026-07/2026-12",
    "Потрібно: одне зі значень 2026-01/2026-06, 2026-07/2026-12",
  ],
  ["АЕ № 288300", "АЕ № 288300"],
  ["№ 1234567890 від 01.02.2024", "№ 1234567890 від 01.02.2024"],
  ["3510100000", "3510100000"],
  ["12345678.90", "12345678.90"],
  ["1 250 000 000", "1 250 000 000"],
  ["osvita@kr-rada.gov.ua", "osvita@kr-rada.gov.ua"],
  ["school5.kr@ukr.net", "school5.kr@ukr.net"],
  ["Вінницька Область", "Вінницька Область"],
  ["UA35040210010027387", "UA35040210010027387"],
  ["https://example.gov.ua/doc/0671234567", "https://example.gov.ua/doc/0671234567"],
  ["вул. Тараса Григоровича Шевченка", "вул. Тараса Григоровича Шевченка"],
  ["48.507933333333", "48.507933333333"],
])("anywhere %s is shown as %s", (value, shown) => {
  expect(veil(value)).toBe(shown);
});

test("a text longer than twenty thousand letters is not searched for names", () => {
  const name = " Петренко Іван Миколайович";
  const long = "а".repeat(20_000 - name.length) + name;
  expect(veil(long).endsWith(" П*** І*** М***")).toBe(true);
  expect(veil(`а${long}`)).toBe(`а${long}`);
});

test.each([
  ["Петренко О. І.", "П*** О***. І***."],
  ["Іван-Петро 12", "І***-П*** **"],
  ["д'Артаньян", "д***"],
  ["а5", "**"],
  ["", ""],
])("in a column of people %s is shown as %s", (value, shown) => {
  expect(veilAll(value)).toBe(shown);
});

test("what a column is called decides how a row of it is shown", () => {
  const roles = ["surname", "person", "birth", "tax-number", "passport", "home"] as const;
  for (const role of roles)
    expect([role, conceal("1990 Коваль", role)]).toEqual([role, "**** К***"]);
  for (const role of ["author", "address", "phone", undefined] as const)
    expect([role, isOfPeople(role), conceal("1990 Коваль", role)]).toEqual([
      role,
      false,
      "1990 Коваль",
    ]);
});

const found = (kind: string) => [{ kind, severity: "error" as const, count: 1, first: [] }];
const value = "Коваль 0522245566";
test.each<[situation: string, name: string, kind: string | undefined, shown: string]>([
  ["nothing was found", "pib", undefined, value],
  ["names", "a", "name", "К*** **********"],
  ["initials", "a", "initials", "К*** **********"],
  ["entrepreneurs", "a", "entrepreneur", "К*** **********"],
  ["texts of a column of people", "a", "named", "К*** **********"],
  ["days of birth", "a", "birth", "К*** **********"],
  ["flats", "a", "home-address", "К*** **********"],
  ["phones", "a", "phone", "Коваль 05*****566"],
  ["phones in a column called people's", "pib", "phone", "К*** **********"],
])("how a column's values are shown: %s", (_, name, kind, shown) => {
  expect(veilOf({ name, personal: kind ? found(kind) : [] })(value)).toBe(shown);
});
test("by the column's title as by its name", () => {
  expect(veilOf({ name: "a", title: "ПІБ", personal: found("phone") })(value)).toBe(
    "К*** **********",
  );
});

test("a column's report names nobody: not in its marks, its problems, its limits and its frequent values", () => {
  const numbers = ["3184710604", "3184710604", "3184710610", " 3184710627", "x"];
  const personal = columnOf(numbers, { field: { type: "integer", constraints: { maximum: 5 } } });
  const digits = /\d{6}/;
  expect(personal.personal.map(({ kind }) => kind)).toEqual(["tax-number"]);
  expect(JSON.stringify(personal)).not.toMatch(digits);
  expect(personal.problems[0]?.first.map(({ value }) => value)).toEqual([
    "31*****604",
    "31*****604",
    "31*****610",
    "31*****627",
  ]);
  expect(personal.marks["edge-space"]?.first.map(({ value }) => value)).toEqual([" 31*****627"]);
  expect(personal.profile).toEqual({
    count: 5,
    missing: 0,
    distinct: 4,
    top: [{ value: "31*****604", count: 2 }],
  });
  const { profile } = columnOf(["5", "6", "6"], { field: { type: "integer" } });
  expect(profile).toMatchObject({ minimum: "5", maximum: "6", mean: 17 / 3, distinct: 2 });
  expect(profile.histogram?.counts.at(-1)).toBe(2);
});
