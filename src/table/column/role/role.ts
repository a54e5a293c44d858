import { remembering } from "../../../model/once.ts";

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
  /** A part of a name, or «ПІБ»: the column says itself that it names people. */
  | "surname"
  | "person"
  | "author"
  /** What is named after people. */
  | "thing"
  /** A number of a meter, an account, an inventory. */
  | "number"
  | "card"
  | "birth"
  | "home"
  | "address"
  | "plate";

/**
 * First match wins: the narrower names stand before the wider ones. Ukrainian words stand beside their Latin letters,
 * because the clean table of a Ukrainian one is named so.
 */
const names: readonly (readonly [Role, RegExp])[] = [
  ["katottg-category", /категорія об.?єкта|katehoriiaObiekta|(katottg|catuttc)_?category/i],
  ["katottg", /катоттг|^catuttc|catottg|katott[gh]/i],
  ["koatuu", /коатуу|koatuu/i],
  [
    "tax-number",
    /рнокпп|(?<![а-яіїєґ])іпн(?![а-яіїєґ])|податков\S* номер|podatkov\S*nomer|облікової картки|^inn$|rnokpp|ipn$/i,
  ],
  ["edrpou", /єдрпо|едрпо|edrpo/i],
  ["iban", /\biban\b|розрахунковий рахунок|rozrakhunkovyiRakhunok/i],
  [
    "postcode",
    /поштов\S* індекс|poshtov\S*Indeks|^(індекс|indeks)$|post_?code|postal_?code|zip_?code/i,
  ],
  ["email", /e-?mail|електронн\S* (пошт|адрес)|elektronn\S*(Posht|Adres)/i],
  ["phone", /телефон|telefon|phone|^тел\.?$/i],
  ["hours", /opening_?hours|(години|графік|режим|час) роботи|(hodyny|hrafik|rezhym|chas)Roboty/i],
  ["latitude", /^lat$|latitude|широта|shyrota/i],
  ["longitude", /^lon$|^lng$|longitude|довгота|dovhota/i],
  ["birth", /(дата|рік) народження|(data|rik)Narodzhennia|birth/i],
  [
    "passport",
    /паспорт(?!\S* (набор|бюджет))|pasport(?!\S*(Nabor|Biudzhet))|passport_?(number|series)/i,
  ],
  ["plate", /номерн\S* знак|nomern\S*Znak|держ\S* номер|plate_?number|license_?plate/i],
  [
    "surname",
    /прізвищ|prizvyshch|(?<![а-яіїєґ])піб(?![а-яіїєґ])|(?<![a-z])pib(?![a-z])|п\.\s?і\.\s?б|(?<![а-яіїєґ])піп(?![а-яіїєґ])|surname|(?<![a-z])last_?name|(contactpoint|datauser|applicant|head|person|employee)_?name|^ім.?я$|^imia$|по батькові|poBatkovi|first_?name|given_?name|patronymic|middle_?name/i,
  ],
  [
    "person",
    /^full_?name$|(?<!посада )(?<!стаж )керівник(?!\S*\s*\(?посад)|^kerivnyk|заявник(?!\S* \(?посад)|zaiavnyk|applicant|^(особа|людина|хто|person|people)$|відповідальн\S* (особ|за)|vidpovidaln|^відповідальн|контактн\S* особ|^виконав(ець|иця)$|^власник$|^орендар$|^дитина$|^учасник|мешкан(ець|ці)|громадянин|^житель|^пацієнт|працівник(?!\S* \(?посад)|співробітник|^вчител|^учител|^лікар$|resident|employee|citizen/i,
  ],
  [
    "home",
    /місце проживання|mistseProzhyvannia|адрес\S* проживання|домашн\S* адрес|domashn\S*Adres|home_?address/i,
  ],
  ["address", /адрес|adresa|address|вулиц|vulyts|street|провул|площ[аі]$/i],
  [
    "date",
    /^дата(?![а-яіїєґ])|(?<![а-яіїєґ])дата$|date$|^date|issued$|modified$|(початок|кінець) строку|(pochatok|kinets)Stroku/i,
  ],
  ["date", /^data[A-Z]/],
  ["card", /(банківськ|платіжн)\S* картк|(номер|№) картк|card_?number/i],
  [
    "number",
    /лічильник|лічил\.|інвентар|особов\S* рахун|штрих.?код|серійн|ліценз|свідоцтв|сертифік|дозв[оі]л|диплом|бланк|licen[cs]e_?n|certificate|meter|inventory|barcode|serial|lichylnyk/i,
  ],
  ["author", /автор|avtor|author|письменник|композитор/i],
  [
    "thing",
    /пам.?ятник|пам.?ятк|монумент|споруд|корабел|корабл|судн[оа]|суден|теплох|порода|найменування об|топонім|stariNazv|pamiat|monument|ship_?name|vessel|species/i,
  ],
];

/** Beside a code stands its name: «koatuu_name», «Назва за КАТОТТГ». */
const isNameOfCode = /name|назва/i;

/** Letters of a name that are looked at: some patterns grow with the square of what they read. */
const looked = 300;

/** What stands between a column's name and its title: no file with it is a table. */
const between = "\0";

/** The role of a column by its name and its title, and none where neither says it. */
export const roleOf = (name: string, title = ""): Role | undefined =>
  roleNamed(name.slice(0, looked) + between + title.slice(0, looked));

const roleNamed = remembering((both): Role | undefined => {
  const [name = "", title = ""] = both.split(between);
  const role = names.find(
    ([, pattern]) => pattern.test(name) || (title !== "" && pattern.test(title)),
  )?.[0];
  const isCode = role === "katottg" || role === "koatuu";
  return isCode && (isNameOfCode.test(name) || isNameOfCode.test(title)) ? undefined : role;
});
