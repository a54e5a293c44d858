/** Table Schema types in words of an office. */
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
