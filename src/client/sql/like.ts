/**
 * SQL's LIKE for any script: `%` is any letters, `_` is one, the case does not matter (sqlite.org/lang_expr.html#like).
 * One pass with a mark to go back to: no pattern makes it slower than text times pattern, as a regular expression of
 * `%a%a%a%b` would be.
 */
export function isLike(pattern: string, text: string): boolean {
  const wanted = [...pattern.toLowerCase()];
  const given = [...text.toLowerCase()];
  let at = 0;
  let want = 0;
  /** After the last `%`: where in the pattern, and how far in the text it reaches. */
  let mark = -1;
  let reach = 0;
  while (at < given.length) {
    if (wanted[want] === "%") {
      mark = ++want;
      reach = at;
    } else if (want < wanted.length && (wanted[want] === "_" || wanted[want] === given[at])) {
      want++;
      at++;
    } else if (mark !== -1) {
      want = mark;
      at = ++reach;
    } else return false;
  }
  while (wanted[want] === "%") want++;
  return want === wanted.length;
}
