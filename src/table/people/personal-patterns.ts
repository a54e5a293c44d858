/** How personal data are written in Ukrainian tables; alone none of these proves anything. */

const mobile = "(?:39|50|63|66|67|68|73|9[1-9])";
export const bare = new RegExp(`^(?:\\+?38)?0${mobile}\\d{7}$`);
/** A number of an office: a city's code, written with spaces, hyphens or brackets. */
export const landline = new RegExp(`^(?:38)?0(?!${mobile})\\d{8,9}$`);
/** A mobile number as people write it: with a plus, brackets, spaces, points or hyphens, grouped in any way. */
export const spelled = new RegExp(
  `(?<![\\d/=A-Za-z])(?<!\\d[.,])(?:(?:\\+?\\s?3\\s?8|8)[\\s(.-]{0,3})?\\(?0(?=[\\d)]*[\\s().+-])\\s?${mobile}\\)?(?:[\\s./-]{0,3}\\d){7}(?!\\d|[.,]\\d)|(?<!\\d)\\+\\s?380\\s?\\(?${mobile}\\)?(?:[\\s.-]{0,2}\\d){7}(?!\\d)|(?<![\\d.,])\\+?38\\s?\\(0${mobile}\\)\\d{7}(?!\\d)`,
);
/** A bare number inside a sentence; alone in a cell it may be a code. */
export const spoken = new RegExp(`(?<![\\d/=A-Za-z])0${mobile}\\d{7}(?!\\d)`);
export const freeMail =
  /[\w.+-]{1,64}@(?:gmail|ukr|i|meta|bigmir|email|online|outlook|hotmail|yahoo|icloud|proton|protonmail|mail|yandex)\.(?:com|net|ua|ru|me)(?![\w-])/i;
/** Local parts of offices, schools and enterprises: no person's mailbox. */
export const office =
  /(?:school|shkol|scool|zosh|zzso|nvk|nvo|gimn|gymn|lice|lyce|liце|kolegi|sadok|dnz|zdo|cdut|info|office|kanc|rada|otg|gromad|kp[_.-]|^kp|knp|likarn|hospital|centr|center|cnap|tsnap|museum|library|bibl|sport|press|admin|mail|osvita|vidd|upr|dep)|\d{2,}(?:kr|kirov)/i;
export const passport = /^[А-ЯІЇЄҐ]{2}\s?№?\s?\d{6}$/;
export const passportInText = /паспорт[^\d]{0,20}?([А-ЯІЇЄҐ]{2})\s?№?\s?\d{6}(?!\d)/i;
export const cardInText = /(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\d-])/;
export const plate = /^[АВЕІКМНОРСТХABEIKMHOPCTX]{2}\s?\d{4}\s?[АВЕІКМНОРСТХABEIKMHOPCTX]{2}$/;
export const unzr = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{5}$/;
export const flat = /(?:^|[\s,.])кв(?:артира)?\.?\s*№?\s*\d+/i;
export const taxInText = /(?:ІПН|РНОКПП|ідентифікаційний (?:код|номер))[^\d]{0,12}(\d{10})(?!\d)/i;
