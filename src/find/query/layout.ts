/** Keys of a keyboard from the left above to the right below, as the Latin and the Ukrainian layout name them. */
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.\\";
const ukrainian = "'йцукенгшщзхїфівапролджєячсмитьбюґ";
const toUkrainian = new Map([...latin].map((sign, at) => [sign, ukrainian[at] ?? sign]));
const toLatin = new Map([...ukrainian].map((sign, at) => [sign, latin[at] ?? sign]));

const turned = (text: string, keys: ReadonlyMap<string, string>): string =>
  [...text.toLowerCase()].map((sign) => keys.get(sign) ?? sign).join("");

/** What a text typed in the Latin layout would be in the Ukrainian one: «lthtdf» → «дерева». Whole texts: a comma is «б». */
export const asUkrainian = (text: string): string => turned(text, toUkrainian);

/** And the other way round: «икгіудi» typed for an English word. */
export const asLatin = (text: string): string => turned(text, toLatin);
