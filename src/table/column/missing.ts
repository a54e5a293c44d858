/** Signs that mean «no value» and nothing else. */
export const missingSigns = new Set(
  "-|–|—|--|---|n/a|#n/a|н/д|н.д.|! not applicable|not applicable|не застосовується|(blank)|(пусто)".split(
    "|",
  ),
);
/** What programs write for «no value»; in a column of text it may be sodium, Namibia or Sunday. */
export const missingCodes = new Set(["na", "nan", "nul", "null", "нд"]);
/** Words that may mean «no value», or nought, or be a value of their own: only a person knows. */
export const missingWords = new Set(
  "?|х|x|none|nil|undefined|немає|нема|немає даних|дані відсутні|відсутні дані|відсутній|відсутня|відсутнє|відсутні|не вказано|не визначено|невідомо|б/н|без даних".split(
    "|",
  ),
);
/** The longest of these words. */
export const longestMissing = 20;
const couldBeMissing = /^[-–—?xхnNuбнвдНВДБNU!(#]/i;
export const excelErrors =
  /^#(REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|N\/A|ЗНАЧ!|ПОСИЛ!|ДЕЛ\/0!|ССЫЛКА!|ИМЯ\?|ЧИСЛО!|Н\/Д)$/i;

/** What people write where there is no value, if the cell is that. Empty and `null` are the lawful ways. */
export function missingShape(
  text: string,
): "missing-sign" | "missing-code" | "missing-word" | undefined {
  if (text.length > longestMissing || text === "null" || !couldBeMissing.test(text))
    return undefined;
  const word = text.toLowerCase();
  if (missingSigns.has(word)) return "missing-sign";
  if (missingCodes.has(word)) return "missing-code";
  return missingWords.has(word) ? "missing-word" : undefined;
}

/** Does a cell show that a formula failed: «#REF!», «#ДЕЛ/0!»? */
export const isExcelError = (text: string): boolean => text[0] === "#" && excelErrors.test(text);
