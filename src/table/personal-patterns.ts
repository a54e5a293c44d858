/** How personal data are written in Ukrainian tables; alone none of these proves anything. */

/** Given names that name most people of Ukraine; in the genitive, as streets have them, they are other words. */
export const givenNames = new Set(
  (
    "Олександр Сергій Володимир Микола Андрій Іван Василь Віктор Олег Юрій Дмитро Михайло Петро Анатолій Ігор Валерій Роман " +
    "Максим Богдан Віталій Павло Євген Тарас Олексій Леонід Григорій Степан Ярослав Артем Денис Антон Станіслав Вадим Руслан " +
    "Костянтин Федір Геннадій Борис Едуард Мирослав Назар Владислав Кирило Данило Марія Ганна Олена Наталія Тетяна Ольга Людмила " +
    "Ірина Світлана Галина Надія Оксана Валентина Любов Юлія Вікторія Анна Катерина Лариса Інна Віра Алла Ніна Раїса Лідія Анастасія " +
    "Яна Аліна Дарина Софія Христина Зоя Неля Жанна Євгенія Тамара Мирослава Ярослава Лілія Марина Діана Поліна Маргарита"
  ).split(" "),
);
export const lone = /^[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+(?:-[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+)?$/;
export const pair = /^([А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+)\s+([А-ЯІЇЄҐ][а-яіїєґ’'ʼ-]+)$/;

export const mobile = "(?:39|50|63|66|67|68|73|9[1-9])";
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
export const word = "[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+(?:-[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+)?";
export const patronymic = "[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+(?:ович|евич|йович|івна|ївна)";
const capital = "[А-ЯІЇЄҐ][А-ЯІЇЄҐ’'ʼ]+(?:-[А-ЯІЇЄҐ]+)?";
const capitalPatronymic = "[А-ЯІЇЄҐ][А-ЯІЇЄҐ’'ʼ]+(?:ОВИЧ|ЕВИЧ|ЙОВИЧ|ІВНА|ЇВНА)";
const letter = "А-Яа-яІіЇїЄєҐґ";
/** The modern way of offices: «Остап Григорович ШЕВЧЕНКО». */
const raised = `${capital}\\s+${word}\\s+${patronymic}|${word}\\s+${patronymic}\\s+${capital}`;
const orders = (name: string, father: string) =>
  `${name}\\s+${name}\\s+${father}|${name}\\s+${father}\\s+${name}`;
export const fullName = new RegExp(
  `(?<![${letter}])(?:${orders(word, patronymic)}|${orders(capital, capitalPatronymic)}|${raised})(?![${letter}])`,
);
const patronymicInflected =
  "(?:[А-ЯІЇЄҐ][а-яіїєґ’'ʼ]+(?:(?:[ое]в|йов)ич(?:а|у|ем|еві|і)|[іїє]вн(?:и|і|у|ою))|(?:Ілл|Лук|Кузьм|Хом|Савв)[иі]ч(?:а|у|ем|еві|і)?)";
/** A full name in any case, for veils only: a street or a school is named in the genitive, and is nobody's secret. */
export const fullNameInflected = new RegExp(
  `(?<![${letter}])(?:${orders(word, patronymicInflected)})(?![${letter}])`,
);
export const initials = new RegExp(
  `^(?:${word}\\s+[А-ЯІЇЄҐ]\\.\\s?[А-ЯІЇЄҐ]\\.?|[А-ЯІЇЄҐ]\\.\\s?[А-ЯІЇЄҐ]\\.\\s?${word})$`,
);
export const named = /(?:вул|просп|пров|бульв|площ|сквер|парк|імені|ім\.|пам’ят|пам'ят)/i;
export const passport = /^[А-ЯІЇЄҐ]{2}\s?№?\s?\d{6}$/;
export const passportInText = /паспорт[^\d]{0,20}?([А-ЯІЇЄҐ]{2})\s?№?\s?\d{6}(?!\d)/i;
export const cardInText = /(?<![\d-])\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\d-])/;
export const plate = /^[АВЕІКМНОРСТХABEIKMHOPCTX]{2}\s?\d{4}\s?[АВЕІКМНОРСТХABEIKMHOPCTX]{2}$/;
export const unzr = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{5}$/;
export const flat = /(?:^|[\s,.])кв(?:артира)?\.?\s*№?\s*\d+/i;
export const taxInText = /(?:ІПН|РНОКПП|ідентифікаційний (?:код|номер))[^\d]{0,12}(\d{10})(?!\d)/i;
