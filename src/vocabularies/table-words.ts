/** How a table is written, in words of an office. */
export const encodingWords: Record<string, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1251": "Windows-1251",
  "koi8-u": "KOI8-U",
  "x-mac-cyrillic": "MacCyrillic",
  ibm866: "DOS (CP866)",
  "windows-1252": "Windows-1252 (західноєвропейське)",
  "windows-1250": "Windows-1250 (центральноєвропейське)",
};

/** The hidden sheet of the portal's own templates, from which their cells choose. */
export const listsSheet = "Переліки";

/** What parts the columns: nominative and instrumental. */
export const delimiterWords: Record<string, { name: string; by: string }> = {
  ",": { name: "кома", by: "комою" },
  ";": { name: "крапка з комою", by: "крапкою з комою" },
  "\t": { name: "табуляція", by: "табуляцією" },
  "|": { name: "риска |", by: "рискою |" },
};

/** What a row above the data is. */
export const rowWords: Record<string, string> = {
  title: "назва таблиці",
  names: "назви колонок",
  header: "заголовки",
  units: "одиниці виміру",
  numbering: "номери колонок",
  blank: "порожній рядок",
};

/** Table Schema types. */
export const typeWords: Record<string, string> = {
  string: "текст",
  integer: "ціле число",
  number: "число з десятковою крапкою",
  boolean: "true або false",
  date: "дата рррр-мм-дд",
  datetime: "дата й час рррр-мм-ддTгг:хх",
  time: "час гг:хх",
  year: "рік чотирма цифрами",
  yearmonth: "місяць рррр-мм",
};

const plural = new Intl.PluralRules("uk");

/** «1 комірка», «2 комірки», «5 комірок». */
export const cellCount = (count: number): string =>
  `${count} ${{ one: "комірка", few: "комірки", many: "комірок" }[plural.select(count) as "one" | "few" | "many"] ?? "комірки"}`;
