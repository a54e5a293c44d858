/**
 * Words people use for one thing: English ones of Ukrainian sets, everyday and official ones, abbreviations. A line is
 * a thing; a query with one of its words is a query with any of them.
 */
const lines = `
school schools|школа|заклад загальної середньої освіти|ліцей|гімназія
kindergarten kindergartens preschool|садок|дитячий садок|дошкільний
education|освіта
exam exams|іспит|зно|нмт
hospital hospitals clinic clinics|лікарня|поліклініка|медичний
health medicine|здоров’я|медицина
doctor doctors|лікар|медичний
pharmacy pharmacies|аптека
street streets road roads|вулиця|дорога
address addresses|адреса
tree trees|дерево
park parks|парк|сквер
environment ecology|довкілля|екологія
waste garbage rubbish trash|відходи|сміття
water|вода|водопостачання
heat heating|тепло|опалення
energy electricity|енергія|електроенергія
budget|бюджет
income revenue|дохід|надходження
expense expenses spending expenditure|видаток|витрата
tax taxes|податок
procurement tender tenders|закупівля|тендер
contract contracts|договір
property estate|майно|нерухомість
land plot plots|земля|земельна ділянка
lease rent|оренда
bus buses|автобус|маршрут
trolleybus trolleybuses|тролейбус
transport transit|транспорт|перевезення
stop stops|зупинка
route routes timetable schedule|маршрут|розклад
parking|паркування|стоянка
lighting lights lamps|освітлення
population people inhabitants residents|населення|мешканець|житель
age|вік|віковий
child children|дитина
election elections voting polling|вибори|виборчий|голосування|дільниця
council|рада
district districts|район
boundary boundaries border|межа
building buildings construction|будівля|будівництво|забудова
house houses housing|будинок|житло
map maps|карта
culture|культура
library libraries|бібліотека
museum museums|музей
sport sports|спорт
tourism|туризм
service services|послуга
hotline appeals complaints|гаряча лінія|звернення|скарга
company enterprise enterprises|підприємство
price prices|ціна|тариф
decision decisions|рішення
register registry|реєстр
plan|план
statistics|статистика
reserve reserves nature|заповідник|природний
shelter shelters|укриття|сховище
вулиця вулиці|вул
провулок провулки|пров
проспект проспекти|просп
площа площі|пл
бульвар бульвари|бульв
вул|вулиця
пров|провулок
просп|проспект
цнап|адміністративний
жкг|житлово комунальне господарство
осбб|співвласник багатоквартирний
днз|дошкільний|садок
знз|школа
смт|селище
пмсд|первинна медична
впо|внутрішньо переміщений
бюджетка|бюджет
маршрутка|автобус|маршрут
смітник|відходи|контейнер
грн|гривня
`;

/** A word of a query → the words that say the same; each of them one word. */
export const synonyms: ReadonlyMap<string, readonly string[]> = new Map(
  lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [from = "", ...to] = line.split("|");
      const words = to.filter((word) => !word.includes(" "));
      // Of several words the first says what it is about: «гаряча лінія» is found by its own words anyway.
      const all = words.length > 0 ? words : to.map((phrase) => phrase.split(" ")[0] ?? "");
      return from.split(" ").map((word): [string, string[]] => [word, all]);
    }),
);
