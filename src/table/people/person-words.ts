import { transliterateWord } from "../layout/transliterate.ts";
import { givenNames, isInflectedGiven } from "./person-names.ts";

/** What a word of a cell may be, beside or inside the name of a person. */
export type WordKind =
  /** A letter with a point: «О.». */
  | "initial"
  /** A given name as it is in a passport, and in another case. */
  | "given"
  | "given-other"
  /** A patronymic; «огли» and «кизи» end one. */
  | "father"
  | "father-other"
  /** A post, before or after a name, and a word that says a person follows: «гр.», «вик.». */
  | "post"
  | "person"
  /** What is named after people and is none: «вулиця», «імені», «пам’ятник», «ТОВ», «магазин». */
  | "thing"
  /** A word with a capital, in capitals, in small letters; anything else. */
  | "capital"
  | "capitals"
  | "small"
  | "other";

const looksLatin: Record<string, string> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
  k: "к",
  m: "м",
  t: "т",
  h: "н",
  b: "в",
};
const cyrillic = /[а-яіїєґ]/;

/** Small letters, one apostrophe, and Cyrillic where Latin look-alikes stand among Cyrillic letters. */
export function foldWord(word: string): string {
  const small = word.toLowerCase().replace(/['ʼ`´‘]/g, "’");
  return cyrillic.test(small) && /[a-z]/.test(small)
    ? small.replace(/[a-z]/g, (letter) => looksLatin[letter] ?? letter)
    : small;
}

const father =
  /^(?:(?=.{6}).+(?:[оеє]вич|[іїоеє]вна)|ілліч|лукич|кузьмич|хомич|фомич|сав{1,2}ич|микитич|іллівна|луківна|яківна|якович)$/;
const fatherOther =
  /^(?:(?=.{7}).+(?:[оеє]вич(?:а|у|ем|еві|і)|[іїоеє]вн(?:и|і|у|ою))|(?:ілл|лук|кузьм|хом|фом|сав|савв)[иі]ч(?:а|у|ем|еві))$/;
/** Words that end as a patronymic does and are none. */
const notFather =
  /^(?:чарівн|царівн|королівн|князівн|порівн|нерівн|верховн|духовн|основн|головн|церковн|кришталевн|готовн|умовн|повн|швидкісн|словн|мовн|договорн|крайовн|грошовн|наповн|зовн|поштовн|цінн|рукописн|червн|літературн|художн|гарантовн|первн|древн|давн|ревн)/;
const turkic = /^(?:огли|оглу|оглы|кизи|гизи|кызы|гызы|ogly|oglu|ohly|kyzy|kizi|gyzy|qizi|oglı)$/;
const latinFather = /^(?=.{6}).+(?:[oe]vych|[oe]vich|[yi]ivna|[bcdfghklmnprstvz]ivna|[oe]vna)$/;

/** A word in any case, and a woman's: «начальника», «вчителька». */
const anyCase = "(?:а|у|ові|ом|и|і|ів|к[аиу]|ц[іяюею]{1,2}|ою|я|ем|еві|ь)?$";
const post = new RegExp(
  `^(?:(?:директор|заступник|секретар|завуч|спеціаліст|інспектор|керівни[кц]|начальни[кц]|бухгалтер|лікар|учител|вчител|викладач|інженер|майстер|юрист|юрисконсульт|адміністратор|депутат|ректор|проректор|декан|менеджер|методист|водій|водія|оператор|економіст|консультант|радни[кц]|помічни[кц]|координатор|тренер|диспетчер|комендант|нотаріус|адвокат|прокурор|аудитор|президент|міністр|командир|полковник|сержант|староста|старости)${anyCase}|голов(?:а|и|і|у|ою|о)$|судд(?:я|і|ю)$|слідч(?:ий|ого|а)$|завідувач|завідуюч|керуюч|вихователь|воспитател|виконуюч|виконувач|обов.язк|(?:головн|провідн|старш|молодш|міськ|сільськ|селищн|перш)(?:ий|ого|ому|а|ої|ої)$|(?:director|head|manager|deputy|mayor|chief|secretary|teacher)$)`,
);
const person =
  /^(?:гр|гр-н|гр-на|гр-нка|гр-ки|громадян\p{L}*|мешкан\p{L}*|жител(?:ь|я|ю|ька|ьки|ьці)|заявни\p{L}*|вик|викон\p{L}*|підготу\p{L}*|склав|склала|уклала?|відповідальн\p{L}*|контактн\p{L}*|зателефонув\p{L}*|телефонув\p{L}*|звернен\p{L}*|допомог\p{L}*|відмов\p{L}*|заяв[аиуі]|скарг[аиу]|пан|пані|пана|пану|дитин[аиіу]|родин[аиі]|власни[кц]\p{L}{0,2}|орендар\p{L}{0,2}|абонент\p{L}{0,2}|пацієнт\p{L}{0,2}|фоп|пп|(?:особа-)?підприєм(?:ець|ця|ниця)|підписал?[ва]?|підпис|погоджено|погодив|затвердив|прийня[вл]а?|наказ\p{L}{0,2}|видан[оа]|mr|mrs|ms)$/u;
const thing =
  /^(?:вул|вулиц.{0,2}|просп|проспект.{0,2}|пр-т|пр-кт|пров|провул\p{L}{0,3}|бульв|бульвар.{0,2}|площ.{0,2}|пл|сквер.{0,2}|парк.{0,2}|імен[іи]|ім|пам.?ятн\p{L}{1,4}|погрудд.|бюст.{0,2}|дошк.|скульптур.|меморіал\p{L}{0,4}|музе[йюї].?|могил.|майдан.{0,2}|узвіз|узвозу|набережн.{1,2}|але[яйї].?|тупик.?|проїзд.?|мікрорайон.{0,2}|масив.?|корабел\p{L}{0,2}|судно|теплохід|катер|честь|присвя\p{L}+|обеліск.?|стел[аиі]|пантеон.?|монумент.?|мурал.?|ліце[йюяї].?|школ[аиіу]|гімназі.|бібліотек.|фонд.?|премі.|стипенді.|куб(?:ок|ку)|турнір.?|тов|тзов|пат|прат|ват|ат|кп|кнп|дп|фг|сфг|осбб|тдв|кз|комунальн\p{L}{2}|магазин.{0,2}|кафе|ресторан.?|аптек.|перукарн.|салон.?|готел.|рин(?:ок|ку)|бар|сто|автомийк.|студі.|ательє|клуб.{0,2}|ансамбл.|хор|колектив.?|табір|табору|здо|днз|нвк|зош|сад(?:ок|ка)|санаторі.|притул(?:ок|ку)|центр.{0,2}|район.?|област.|село|села|селищ.|міст[оауі]|станці.|зупинк.|лікарн.|церкв.|храм.?|собор.?|театр.?|кінотеатр.?|стадіон.?|басейн.?|компані.|фірм.|підприємств.|установ.|заклад.?|організаці.|парті.|блок.?|спілк.|союз.?|товариств.|асоціаці.|об.єднанн.|агентств.|видавництв.|завод.?|фабрик.|комбінат.?|управлінн.|відділ.{0,2}|департамент.?|комітет.?|рад[аиі]|служб.|інспекці.|княз[яьюі].?|гетьман.|академіка|архітектора|професора|маршала|генерала|отамана|полковника|козака|лейтенанта|капітана|майора|свят(?:ого|ої|а|ий)|street|school|ltd|llc|company|city|park|university)$/u;
/** Words of people's columns that say nobody is named: «Вакантна», «немає». */
export const nobody =
  /^(?:вакан|нема|відсутн|знеособл|конфіденц|не$|без|невідом|анонім|інш|всього|усього|разом|приховано|дані|інформаці|особ[аи]$|фізичн|юридичн|заявник|громадян|мешкан|так$|ні$)/;

let latinNames: ReadonlySet<string> | undefined;
const otherLatin =
  "sergey sergei serhiy aleksandr alexander alexandr oleksandr alex dmitry dmitriy dmitri andrey andriy andrew mykola nikolay nikolai vladimir volodymyr vasily vasyl yuriy yury iurii yurii yuri evgeny evgeniy yevhen eugene oleg oleh igor ihor maxim maksym mikhail mykhailo michael pavel pavlo petr petro paul peter anna olga olha elena olena natalia nataliia natalya tatiana tetiana tatyana yulia yuliia julia irina iryna ekaterina kateryna katerina svetlana svitlana viktor victor viktoria victoria sofia sofiia maria mariia mary john james robert david william thomas george ivan alexey oleksii oleksiy valeriy valery vitaly vitalii vitaliy anatoliy anatolii hryhorii grigory eugenia galina halyna lyudmila liudmyla ludmila lyubov liubov ruslan stanislav daria dariia";

/** A given name in Latin letters, by the rules of passports or as people write it. */
function isLatinGiven(word: string): boolean {
  latinNames ??= new Set([...[...givenNames].map(transliterateWord), ...otherLatin.split(" ")]);
  return latinNames.has(word.replaceAll("’", ""));
}

/** A patronymic, as it is in a passport or in another case. */
function fatherKind(word: string): WordKind | undefined {
  if (turkic.test(word.slice(word.lastIndexOf("-") + 1))) return "father";
  if (notFather.test(word)) return undefined;
  if (father.test(word) || latinFather.test(word)) return "father";
  return fatherOther.test(word) ? "father-other" : undefined;
}

/** A given name. «Анна-Марія» is one, «Петро-Михайлівка» is none. */
function givenKind(word: string, isLatin: boolean): WordKind | undefined {
  const parts = word.includes("-") ? word.split("-") : [word];
  if (isLatin) return parts.every(isLatinGiven) ? "given" : undefined;
  if (parts.every((part) => givenNames.has(part))) return "given";
  return parts.every(isInflectedGiven) && !thing.test(word) ? "given-other" : undefined;
}

/** What a word says of a name beside it; the first pattern that fits tells. */
const besideName: readonly (readonly [WordKind, RegExp])[] = [
  ["thing", thing],
  ["post", post],
  ["person", person],
];

/** The kind of a word that is a word like any other. */
function letterKind(raw: string, word: string): WordKind {
  if (!/\p{Lu}/u.test(raw.slice(0, 1))) return "small";
  return word.length > 1 && raw === raw.toUpperCase() ? "capitals" : "capital";
}

/** A word as it stands → its kind. */
export function kindOf(raw: string, folded: string): WordKind {
  if (folded.length <= 3 && /^(?:\p{Lu}|Дж|Єв|Ол|Юр|Ів)\.$/u.test(raw)) return "initial";
  if (!/^\p{L}/u.test(raw)) return "other";
  const word = folded.endsWith(".") ? folded.slice(0, -1) : folded;
  return (
    fatherKind(word) ??
    givenKind(word, raw.charCodeAt(0) < 128) ??
    besideName.find(([, pattern]) => pattern.test(word))?.[0] ??
    letterKind(raw, word)
  );
}

/** A surname by its ending, in the nominative. */
export const surname =
  /(?:[еє]нко|[чщ]ук|[лнрсдтзгк]юк|[сцз]ьк(?:ий|а)|[оеє]ва?|[лнрдткч]ак|як|ник|ик|ець|ко|[іїи]н|ін[а]?|[іїи]в|ич|уха|ба|дзе|швілі|ян|ль|ар|ур|ун|ло|ай|ей|ий|enko|chuk|[iy]uk|sk[yi][ijy]?|ska|ova?|eva?|ych|yk|ak|ets)$/;
/** A surname that is certainly in another case: «Петренка», «Ковальського». */
export const surnameOther =
  /(?:[еє]нк(?:а|у|ові|ом)|[сцз]ьк(?:ого|ому|им|ої|ій|ою)|ого|ому|[чщ]ук(?:а|у|ові|ом)|юк(?:а|у|ові)|ник(?:а|у|ові)|[лнрдт]ак(?:а|у|ові)|[оеє]в(?:им|ої|ій)|ця|цю|ича|ичу)$/;
