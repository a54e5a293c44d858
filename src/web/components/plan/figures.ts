/** What the figures of the plan are called, how they are counted and when tasks are due, in English: by the Ukrainian sentence. */
const english: Readonly<Record<string, string>> = {
  Постійно: "Continuously",
  Щороку: "Every year",
  Щоквартально: "Every quarter",
  "Щорічно на наступний рік": "Every year, for the next one",
  "Діє Положення про набори даних": "A regulation on datasets is in force",
  "У реєстрі «Нормативна база» є чинний документ виду «положення».":
    "The register “Legal basis” has a document in force of the kind “regulation”.",
  "Наборів каталогу в затвердженому переліку": "Datasets of the catalogue in the approved list",
  "Набори, названі в чинному переліку, поділити на всі набори каталогу.":
    "Datasets named in the list in force, divided by all datasets of the catalogue.",
  "Наборів затвердженого переліку на порталі": "Datasets of the approved list on the portal",
  "Чинні на порталі набори переліку поділити на всі набори переліку, разом із тими, яких на порталі ще немає.":
    "Datasets of the list that are published, divided by all datasets of the list, with those not yet on the portal.",
  "Розпорядників із чинним наказом": "Publishers with an order in force",
  "Розпорядники з наборами, у яких є чинний сьогодні наказ про відповідальних, поділити на всіх розпорядників із наборами. Наказ, сторінка якого не відкрилася тричі поспіль, не рахують.":
    "Publishers with datasets that have an order on responsible staff in force today, divided by all publishers with datasets. An order whose page failed to open three times in a row is not counted.",
  "Наказів, за якими змінено посадові інструкції": "Orders that changed job descriptions",
  "Чинні накази з позначкою про зміну посадової інструкції поділити на всі чинні накази.":
    "Orders in force marked as changing a job description, divided by all orders in force.",
  "Засідань за останні 12 місяців": "Meetings in the last 12 months",
  "Записи реєстру «Робоча група» з датою за останні 12 місяців.":
    "Entries of the register “Working group” dated in the last 12 months.",
  "Рішень, виконаних у строк": "Decisions carried out in time",
  "Рішення, виконані не пізніше строку, поділити на рішення, строк яких настав.":
    "Decisions carried out by their deadline, divided by decisions whose deadline has come.",
  "Розпорядників, де відповідальні пройшли навчання":
    "Publishers whose responsible staff were trained",
  "Розпорядники з наборами, для яких є запис про навчання, поділити на всіх розпорядників із наборами.":
    "Publishers with datasets for which a training is recorded, divided by all publishers with datasets.",
  "Консультацій за останні 12 місяців": "Consultations in the last 12 months",
  "Записи про консультації за останні 12 місяців.":
    "Records of consultations in the last 12 months.",
  "Розпорядників у рейтингу": "Publishers in the rating",
  "Розпорядники з чинними наборами на сторінці /rating/.":
    "Publishers with datasets in force on the page /rating/.",
  "Наборів у каталозі для харвестингу": "Datasets in the catalogue for harvesting",
  "Чинні набори у файлі /catalog.jsonld.": "Datasets in force in the file /catalog.jsonld.",
  "Наборів з описом на «відмінно»": "Datasets with an excellent description",
  "Набори, що мають понад 350 із 405 балів оцінки data.europa.eu, поділити на всі набори.":
    "Datasets with more than 350 of the 405 points of data.europa.eu, divided by all datasets.",
  "Файлів на інших порталах, що відкриваються": "Files on other portals that open",
  "Адреси файлів і сторінок наборів на інших сайтах, крім тих, що не відкрилися тричі поспіль, поділити на всі перевірені.":
    "Addresses of files and pages on other sites, less those that failed to open three times in a row, divided by all that were checked.",
  "Наборів на Єдиному державному вебпорталі відкритих даних":
    "Datasets on the national open data portal",
  "Набори, знайдені на Єдиному державному вебпорталі відкритих даних останньою звіркою, поділити на всі набори; немає звірки — немає даних.":
    "Datasets found on the national portal by the last comparison, divided by all datasets; no comparison, no data.",
  "Профінансовано від запланованого": "Funded of what was planned",
  "Суму профінансованого за всіма заходами поділити на суму запланованого.":
    "The sum funded for all measures, divided by the sum planned.",
  "Розпорядників охоплено останнім аудитом": "Publishers covered by the last audit",
  "Розпорядники з наборами, чия форма аудиту за останній рік, який перевіряли, є в data/audits, поділити на всіх розпорядників із наборами.":
    "Publishers with datasets whose audit form of the last audited year is in data/audits, divided by all publishers with datasets.",
  "Виконаних рекомендацій": "Recommendations carried out",
  "Рекомендації з датою виконання поділити на всі рекомендації.":
    "Recommendations with a date of completion, divided by all recommendations.",
  "Рекомендацій, виконаних у строк": "Recommendations carried out in time",
  "Виконані не пізніше строку поділити на ті, строк яких настав.":
    "Those carried out by their deadline, divided by those whose deadline has come.",
  "Усі набори каталогу є в Реєстрі": "All datasets of the catalogue are in the Register",
  "Кількість рядків /registry.csv дорівнює кількості чинних наборів.":
    "The number of rows of /registry.csv equals the number of datasets in force.",
  "Рядків з усіма обов’язковими відомостями": "Rows with everything required",
  "Рядки, де заповнено всі одинадцять обов’язкових колонок додатка 7, поділити на всі рядки.":
    "Rows with all eleven required columns of Annex 7 filled in, divided by all rows.",
  "Наборів, оновлених вчасно": "Datasets updated on time",
  "Набори без позначки «Не оновлений» і з указаною періодичністю поділити на всі набори.":
    "Datasets without the mark “Not updated” and with a stated frequency, divided by all datasets.",
  "Наборів, оновлених за три робочі дні після змін у розпорядника":
    "Datasets updated within three working days of a change at the publisher",
  "Набори, оновлені не пізніше третього робочого дня від указаного в паспорті дня, коли змінилися відомості, поділити на набори, де цей день указано, а строк оновлення настав.":
    "Datasets updated no later than the third working day after the day the passport names as that of the change, divided by datasets where this day is named and the deadline has come.",
  "Опитувань за останні 12 місяців": "Polls in the last 12 months",
  "Записи реєстру «Опитування», завершені за останні 12 місяців.":
    "Entries of the register “Polls” that ended in the last 12 months.",
  "Пропозицій із рішенням": "Proposals with a decision",
  "Пропозиції, щодо яких записано «враховано» або «не враховано», поділити на всі пропозиції.":
    "Proposals recorded as accepted or not accepted, divided by all proposals.",
  "Переліків, затверджених з урахуванням опитування": "Lists approved with regard to a poll",
  "Переліки від початку плану, що посилаються на опитування, завершене не більш як за 12 місяців до затвердження, поділити на всі такі переліки.":
    "Lists since the plan began that refer to a poll ended no more than 12 months before approval, divided by all such lists.",
  "Обов’язкових наборів оприлюднено без зауважень": "Mandated datasets published without flaws",
  "Набори переліку зі станом «оприлюднено» поділити на застосовні (усі, крім незастосовних і обмежених).":
    "Datasets of the list in the state “published”, divided by the applicable ones (all but the not applicable and the restricted).",
  "Обов’язкових наборів, яких немає": "Mandated datasets that are missing",
  "Набори переліку зі станом «немає».": "Datasets of the list in the state “missing”.",
  "Наборів понад обов’язковий перелік": "Datasets beyond the mandated list",
  "Чинні набори з файлами, без позначки «Не оновлений», у паспорті яких немає коду обов’язкового набору. Не рахуються сам План дій, перелік обов’язкових наборів і первинна копія, поруч з якою є опрацьований набір із того ж джерела.":
    "Datasets in force with files, without the mark “Not updated”, whose passports name no code of a mandated dataset. The Action Plan itself, the list of mandated datasets and a raw copy beside a prepared dataset of the same source are not counted.",
  "Звернень із відповіддю за п’ять робочих днів": "Requests answered within five working days",
  "Звернення, на які відповіли не пізніше п’ятого робочого дня, поділити на ті, що мають відповідь або вже прострочені.":
    "Requests answered by the fifth working day, divided by those answered or already overdue.",
  "Медіана робочих днів до першої відповіді": "Median of working days to the first answer",
  "Половину відповідей надано не пізніше ніж за стільки робочих днів; звернення без відповіді сюди не входять.":
    "Half of the answers came within this many working days; unanswered requests are not counted.",
  "Дев’ять відповідей із десяти — за стільки робочих днів":
    "Nine answers of ten came within this many working days",
  "90-й процентиль строку до першої відповіді.":
    "The 90th percentile of the time to the first answer.",
  "Звернень ураховано": "Requests taken into account",
  "Звернення з рішенням «враховано» поділити на всі з рішенням.":
    "Requests decided as accepted, divided by all with a decision.",
  "Публікацій про набори за останні 12 місяців": "Publications on datasets in the last 12 months",
  "Новини порталу і записи реєстру «Публікації», що називають хоча б один набір.":
    "News of the portal and entries of the register “Publications” that name at least one dataset.",
  "Методичних матеріалів у переліку": "Guides in the list",
  "Записи реєстру «Методичні матеріали».": "Entries of the register “Guides”.",
  "Матеріалів, що відкриваються": "Guides that open",
  "Адреси матеріалів, крім тих, що не відкрилися тричі поспіль, поділити на всі перевірені.":
    "Addresses of guides, less those that failed to open three times in a row, divided by all that were checked.",
  "Місцеву адаптацію затверджено чинним документом":
    "A local adaptation is approved by a document in force",
  "У реєстрі є матеріал виду «адаптація» з чинним документом.":
    "The register has a guide of the kind “adaptation” with a document in force.",
  "Обов’язкових наборів із шаблоном": "Mandated datasets with a template",
  "Набори переліку, для яких рекомендації дають структуру, поділити на всі набори переліку.":
    "Datasets of the list for which the recommendations give a structure, divided by all datasets of the list.",
  "Наборів, що відповідають рекомендаціям і стандартам":
    "Datasets that conform to recommendations and standards",
  "Набори, де виконано всі сім умов (паспорт, відкритий машиночитний формат, структура, дані за структурою, вчасність, ліцензія, без персональних даних), поділити на всі набори.":
    "Datasets that meet all seven conditions (passport, open machine-readable format, structure, data match the structure, timeliness, licence, no personal data), divided by all datasets.",
  "Дашбордів із даними, оновленими вчасно": "Dashboards whose data are updated on time",
  "Записи content/dashboards, усі набори яких оновлено вчасно; дашборд про сам портал рахують завжди.":
    "Entries of content/dashboards all of whose datasets are updated on time; a dashboard about the portal itself always counts.",
  "Графіків за наборами": "Charts of datasets",
  "Графіки, описані в паспортах наборів.": "Charts described in the passports of datasets.",
  "Записи реєстру «Консультації» за останні 12 місяців.":
    "Entries of the register “Consultations” in the last 12 months.",
  "Консультацій із відповіддю": "Consultations with an answer",
  "Записи з датою відповіді поділити на всі за останні 12 місяців.":
    "Entries with a date of answer, divided by all in the last 12 months.",
  "Продуктів, створених на основі даних": "Products built on the data",
  "Продукти з реєстру, що працюють, відкриваються й мають указаний набір.":
    "Products of the register that work, open and name a dataset.",
  "Продуктів, перевірених за останні 12 місяців": "Products checked in the last 12 months",
  "Записи з датою перевірки за останні 12 місяців поділити на всі.":
    "Entries checked in the last 12 months, divided by all.",
  "Заходів і партнерств за останні 12 місяців": "Events and partnerships in the last 12 months",
  "Записи реєстру «Заходи і партнерства» за останні 12 місяців.":
    "Entries of the register “Events and partnerships” in the last 12 months.",
};

/** A figure's label or formula, a task's term, a quarter «II квартал 2026», in the reader's language; where nobody translated it, in Ukrainian with the mark that it is. */
export function figureIn(sentence: string, language: "uk" | "en"): { text: string; lang?: "uk" } {
  if (language === "uk") return { text: sentence };
  const [, quarter, year] = /^(I{1,3}|IV) квартал (\d{4})$/.exec(sentence) ?? [];
  const translated =
    quarter === undefined
      ? english[sentence]
      : `Q${["I", "II", "III", "IV"].indexOf(quarter) + 1} ${year}`;
  return translated === undefined ? { text: sentence, lang: "uk" } : { text: translated };
}
