/** What a column is for, as far as its name says: closer checks depend on it. */
export type Role =
  | "edrpou"
  | "katottg"
  | "katottg-category"
  | "koatuu"
  | "iban"
  | "postcode"
  | "phone"
  | "email"
  | "hours"
  | "latitude"
  | "longitude"
  | "date"
  | "tax-number"
  | "passport"
  | "person"
  | "birth"
  | "home"
  | "address"
  | "plate";

/** First match wins: the narrower names stand before the wider ones. */
const names: readonly (readonly [Role, RegExp])[] = [
  ["katottg-category", /категорія об.?єкта|(katottg|catuttc)_?category/i],
  ["katottg", /катоттг|^catuttc|catottg|katottg|^code_?katottg/i],
  ["koatuu", /коатуу|koatuu/i],
  [
    "tax-number",
    /рнокпп|(?<![а-яіїєґ])іпн(?![а-яіїєґ])|податков\S* номер|облікової картки|\binn\b|rnokpp|ipn$/i,
  ],
  ["edrpou", /єдрпо|едрпо|edrpo|identifikatsiinyi kod/i],
  ["iban", /\biban\b|розрахунковий рахунок/i],
  ["postcode", /поштов\S* індекс|^індекс$|post_?code|postal_?code|zip_?code/i],
  ["email", /e-?mail|електронн\S* (пошт|адрес)/i],
  ["phone", /телефон|phone|^тел\.?$/i],
  ["hours", /opening_?hours|години роботи|графік роботи|режим роботи|час роботи/i],
  ["latitude", /^lat$|latitude|широта/i],
  ["longitude", /^lon$|^lng$|longitude|довгота/i],
  ["birth", /дата народження|рік народження|birth/i],
  ["passport", /паспорт(?!\S* (набор|бюджет))|passport_?(number|series)/i],
  ["plate", /номерн\S* знак|держ\S* номер|plate_?number|license_?plate/i],
  [
    "person",
    /прізвище|^піб(?![а-яіїєґ])|п\.і\.б|(?<![а-яіїєґ])піп(?![а-яіїєґ])|full_?name|surname|applicantname|headname|(contactpoint|datauser)name|керівник|заявник/i,
  ],
  ["home", /місце проживання|адрес\S* проживання|домашн\S* адрес|home_?address/i],
  ["address", /адрес|address|вулиця/i],
  [
    "date",
    /^дата(?![а-яіїєґ])|(?<![а-яіїєґ])дата$|date$|^date|issued$|modified$|(початок|кінець) строку/i,
  ],
];

/** Beside a code stands its name: «koatuu_name», «Назва за КАТОТТГ». */
const isNameOfCode = /name|назва/i;

export function roleOf(name: string, title = ""): Role | undefined {
  const role = names.find(
    ([, pattern]) => pattern.test(name) || (title !== "" && pattern.test(title)),
  )?.[0];
  const isCode = role === "katottg" || role === "koatuu";
  return isCode && (isNameOfCode.test(name) || isNameOfCode.test(title)) ? undefined : role;
}
