import type { Dataset, Shared } from "../../model/catalogue.ts";
import { listLine } from "../../model/csv.ts";
import { labelledFields } from "../../schemas/data/dataset.ts";
import { frequencies } from "../../vocabularies/dcat/frequencies.ts";

type Line = { field: string; label: string; value: string };
type PassportLine = [field: string, label: string, value: string | undefined];
const languageNames = { uk: "українська", en: "англійська" } as const;

/**
 * «Паспорт набору даних»: the fields of item 7 of the Regulation approved by resolution 835, in its order and words,
 * then what the national portal shows beside them. Empty where nothing is known.
 */
function passportOf(dataset: Dataset, { portal }: Shared): Line[] {
  const { passport, publisher, contact, licence, frequency } = dataset;
  const { restriction, temporal } = passport;
  const folder = `${portal.site}/dataset/${dataset.id}/`;
  const described = dataset.resources.some(({ schema }) => schema);
  const own = labelledFields.map(
    ({ field, label }): PassportLine => [field, label.uk, passport[field]],
  );
  const inOrder: PassportLine[] = [
    ["identifier", "Ідентифікаційний номер набору даних", dataset.identifier],
    ["title", "Найменування набору даних", dataset.title.uk],
    ["description", "Стислий опис змісту набору даних", dataset.description?.uk],
    [
      "restriction",
      "Інформація, що є частиною набору, проте не оприлюднюється через обмежений доступ",
      restriction &&
        [restriction.kind, restriction.ground, restriction.decision].filter(Boolean).join("; "),
    ],
    ...own.filter(([field]) => field === "purpose"),
    [
      "language",
      "Відомості про мову інформації",
      passport.language.map((code) => languageNames[code]).join(", "),
    ],
    ["keywords", "Ключові слова", dataset.keywords.uk.join(", ")],
    ["formats", "Формати, в яких доступний набір даних", dataset.formats.join(", ")],
    ["compressFormat", "Формат стиснення набору даних", undefined],
    ["issued", "Дата і час першого оприлюднення набору даних", dataset.issued],
    ["modified", "Дата і час внесення останніх змін до набору даних", dataset.modified],
    ...own.filter(([field]) => field === "validAsOf"),
    ["frequency", "Періодичність оновлення даних", frequency && frequencies[frequency].uk],
    [
      "url",
      "Гіперпосилання на набір даних",
      dataset.resources.map(({ url, page }) => url ?? page).join(" "),
    ],
    [
      "structure",
      "Гіперпосилання на структуру набору даних",
      described ? `${folder}structure.json` : undefined,
    ],
    ["contact", "Відомості про відповідальну особу", contact.name.uk],
    ["email", "Адреса електронної пошти відповідальної особи", contact.email],
    ["publisher", "Розпорядник інформації", publisher.title],
    ["edrpou", "Код ЄДРПОУ", publisher.edrpou],
    // Whatever else a passport says in its own words follows those of the Regulation.
    ...own.filter(([field]) => field !== "purpose" && field !== "validAsOf"),
    ["temporal", "Період", temporal && [temporal.start, temporal.end].filter(Boolean).join("/")],
    ["spatial", "Територія (КАТОТТГ)", dataset.places.map(({ code }) => code).join(" ")],
    ["licence", "Ліцензія", licence?.uk],
    ["page", "Сторінка набору даних", folder],
  ];
  return inOrder.map(([field, label, value = ""]) => ({ field, label, value }));
}

/** The passport as a table of three columns: name for programs, the law's words, the value. */
export const renderPassportCsv = (dataset: Dataset, shared: Shared): string =>
  [
    ["field", "label", "value"],
    ...passportOf(dataset, shared).map(({ field, label, value }) => [field, label, value]),
  ]
    .map(listLine)
    .join("");
