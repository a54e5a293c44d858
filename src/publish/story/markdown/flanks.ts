const isBlank = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);
export const isWord = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** May marks at a place begin emphasis: before a sign, and of «_» not inside a word? */
export const opens = (text: string, place: number, marks: string): boolean =>
  !isBlank(text[place + marks.length]) && !(marks.startsWith("_") && isWord(text[place - 1]));

/** May marks at a place end emphasis: a whole run of them after a sign, and of «_» not inside a word? */
export function closes(text: string, place: number, marks: string): boolean {
  const [before, after] = [text[place - 1], text[place + marks.length]];
  const isWhole = before !== marks[0] && after !== marks[0] && before !== "\\";
  return isWhole && !isBlank(before) && !(marks.startsWith("_") && isWord(after));
}
