import { describe, expect, test } from "vitest";
import { wholeRecord } from "../../test/fixtures/ckan-record.ts";
import { importPackage } from "./import-package.ts";
import { addressOf } from "./package/fields.ts";

/** A package as a portal may send it, one field or another of another kind. */
type Package = Record<string, unknown>;

const context = {
  portal: "https://data.example.gov.ua",
  day: "2026-11-30",
  mailDomains: ["example.gov.ua"],
  places: new Set(["UA35040210000014072"]),
  taken: new Set<string>(),
};

test("a whole record loses nothing: every field has its place, the old ids live on as aliases", () => {
  const { id, descriptor, resources, publisher, gaps } = importPackage(wholeRecord, context);
  expect({ id, descriptor, resources, publisher, gaps }).toEqual({
    id: "zupynky",
    descriptor: {
      title: "Зупинки громадського транспорту",
      description: "Перелік зупинок громадського транспорту громади.",
      purpose: "Закон України «Про автомобільний транспорт»; для поїздок.",
      publisher: "miska-rada",
      contact: { email: "transport@example.gov.ua", unit: "Управління розвитку транспорту" },
      keywords: ["зупинки", "транспорт"],
      themes: ["TRAN"],
      frequency: "yearly",
      language: ["uk"],
      licenses: [{ name: "CC-BY-4.0" }],
      spatial: [],
      version: "2.1",
      importedFrom: "https://data.example.gov.ua/dataset/zupynky",
      identifier: "57b45ef8-4c08-4801-937e-4236fb4f3d3f",
      aliases: ["57b45ef8-4c08-4801-937e-4236fb4f3d3f"],
      issued: "2023-01-18T09:32:00Z",
      modified: "2025-03-05T11:42:00Z",
    },
    resources: [
      {
        name: "zupynky",
        title: "Зупинки.csv",
        path: "https://data.example.gov.ua/files/stops.csv",
        format: "CSV",
        bytes: 120,
        modified: "2025-03-05T11:42:00Z",
      },
    ],
    publisher: { id: "miska-rada", title: "Міська рада", edrpou: "00022438" },
    gaps: [
      {
        dataset: "zupynky",
        field: "edrpou",
        value: "22438",
        note: "Код ЄДРПОУ без початкових нулів; записано 00022438.",
      },
    ],
  });
});

const edrpouNote = "Код ЄДРПОУ без початкових нулів; записано 00022438.";

describe("defects of real records are carried over where they can be, and always told", () => {
  test.each<[situation: string, change: Partial<Package>, notes: string[], kept: object]>([
    [
      "the title is empty, there is only a description",
      { title: "" },
      ["Назви немає; взято початок опису. Напишіть справжню."],
      { title: "Перелік зупинок громадського транспорту громади." },
    ],
    [
      "the title is a placeholder",
      { title: "звіт" },
      ["Назва нічого не каже про набір: напишіть справжню."],
      { title: "звіт" },
    ],
    [
      "the title has 367 characters",
      { title: "Н".repeat(367) },
      ["Назва має 367 знаків, а дозволено 254: скоротіть."],
      { title: "Н".repeat(367) },
    ],
    [
      "the description says nothing",
      { notes: "інформація для доступу до набору даних" },
      ["Опис нічого не каже про дані: допишіть."],
      { description: "інформація для доступу до набору даних" },
    ],
    [
      "the description is a copy of article 10-1",
      { notes: "Будь-яка особа може вільно копіювати, публікувати, поширювати відкриті дані." },
      ["Замість опису — текст статті 10-1 Закону; його пропущено. Опишіть набір."],
      {},
    ],
    [
      "the act has a wrong number and a wrong year",
      { purpose_of_collecting_information: "Постанова КМУ від 21.10.2018 №385" },
      [
        "Схоже на описку в номері постанови № 835: перевірте.",
        "Постанова № 835 — від 21.10.2015: перевірте рік.",
      ],
      { purpose: "Постанова КМУ від 21.10.2018 №385" },
    ],
    [
      "the maintainer is a person: no name is carried over",
      { maintainer: "Коваленко Олена Петрівна" },
      ["Ім’я відповідальної особи не перенесено: вкажіть підрозділ (contact.unit)."],
      { contact: { email: "transport@example.gov.ua" } },
    ],
    [
      "two mailboxes in one field, the first of them private",
      { maintainer_email: "olena@ukr.net; data@example.gov.ua" },
      ["Взято першу службову."],
      { contact: { email: "data@example.gov.ua", unit: "Управління розвитку транспорту" } },
    ],
    [
      "the mailbox is private: it is not even repeated in the report",
      { maintainer_email: "olena.kovalenko@ukr.net" },
      ["Скриньку не перенесено: потрібна службова, у домені розпорядника."],
      {},
    ],
    [
      "КОАТУУ in place of КАТОТТГ",
      { koatuu: "3510100000" },
      ["Код КОАТУУ скасовано: вкажіть код КАТОТТГ."],
      { spatial: [] },
    ],
    [
      "more than once a day, for a yearly table",
      { update_frequency: "more than once a day" },
      ["Більш як раз на день: перевірте, чи справді так часто."],
      { frequency: "several-a-day" },
    ],
    [
      "the frequency is written with its label",
      { update_frequency: "Кожного півріччя" },
      [],
      { frequency: "half-yearly" },
    ],
    [
      "a frequency nobody knows",
      { update_frequency: "unscheduled" },
      ["Такої періодичності в переліку немає; пропущено."],
      {},
    ],
    [
      "a licence nobody knows",
      { license_id: "gfdl" },
      ["Такої ліцензії портал не приймає; пропущено."],
      {},
    ],
    [
      "a licence of CKAN's own list that the portal does not give: name and address are kept",
      {
        license_id: "odc-odbl",
        license_title: "Open Data Commons Open Database License (ODbL)",
        license_url: "http://www.opendefinition.org/licenses/odc-odbl",
      },
      ["Ліцензії немає серед тих, що дає портал: записано її адресу."],
      {
        licenses: [
          {
            title: "Open Data Commons Open Database License (ODbL)",
            path: "http://www.opendefinition.org/licenses/odc-odbl",
          },
        ],
      },
    ],
    [
      "a licence of CKAN's own list that the portal gives: it is known by its id",
      {
        license_id: "cc-zero",
        license_title: "Creative Commons CCZero",
        license_url: "http://www.opendefinition.org/licenses/cc-zero",
      },
      [],
      { licenses: [{ name: "CC0-1.0" }] },
    ],
    [
      "a licence of CKAN's own list by its address and id alone",
      { license_id: "cc-by-sa", license_url: "http://www.opendefinition.org/licenses/cc-by-sa" },
      ["Ліцензії немає серед тих, що дає портал: записано її адресу."],
      {
        licenses: [{ title: "cc-by-sa", path: "http://www.opendefinition.org/licenses/cc-by-sa" }],
      },
    ],
    [
      "a tag with a quote, one with an apostrophe",
      { tags: [{ name: "«зупинки»" }, { name: "об’єкти" }] },
      ["Слово має знаки, яких CKAN не приймає; пропущено."],
      { keywords: ["обʼєкти"] },
    ],
    [
      "a group of the portal's own",
      { groups: [{ name: "misto" }] },
      ["Групи немає серед дванадцяти; пропущено.", "Теми не визначено: вкажіть themes."],
      { themes: [] },
    ],
    [
      "days that have not come",
      {
        metadata_created: "2099-01-01T00:00:00",
        metadata_modified: "2099-12-31T00:00:00",
        resources: [
          {
            name: "Файл",
            url: "/a.csv",
            format: "CSV",
            last_modified: "2031-05-06T07:08:09",
            created: "2020-01-02T03:04:05",
          },
        ],
      },
      Array(3).fill("День, який ще не настав; дату пропущено."),
      {},
    ],
    [
      "a moment of the day itself",
      { metadata_modified: "2026-11-30T23:59:59" },
      [],
      { modified: "2026-11-30T23:59:59Z" },
    ],
    [
      "names and numbers of HTML in place of signs",
      {
        title: "&laquo;Дія&raquo; &ndash; 20&deg;&hellip;",
        notes:
          "Об&rsquo;єкти &#8470;&nbsp;5 &#171;Сокіл&#187; &#x2014; &#150; до &lt; 5 &amp;laquo; R&amp;D, &lt;b&gt; &#60;script&#62; &constructor; пере&shy;лік",
      },
      [],
      {
        title: "«Дія» – 20°…",
        description:
          "Об’єкти № 5 «Сокіл» — – до < 5 &laquo; R&D, &lt;b> &#60;script> &constructor; перелік",
      },
    ],
    [
      "a description under the name some portals give it",
      { notes: undefined, description: "Перелік зупинок вигаданої громади." },
      [],
      { description: "Перелік зупинок вигаданої громади." },
    ],
    [
      "tags that are words",
      { tags: ["зупинки", "транспорт"] },
      [],
      {
        keywords: ["зупинки", "транспорт"],
      },
    ],
    [
      "tags in one line",
      { tags: "зупинки, транспорт" },
      [],
      {
        keywords: ["зупинки", "транспорт"],
      },
    ],
    ["keywords beside no tags", { tags: [], keywords: ["зупинки"] }, [], { keywords: ["зупинки"] }],
    [
      "a period as this portal's own packages have it",
      {
        extras: [
          { key: "temporal_start", value: "2019-01-01" },
          { key: "temporal_end", value: "2020-12-31" },
          { key: "valid_as_of", value: "2021-02-03" },
        ],
      },
      [],
      { temporal: { start: "2019-01-01", end: "2020-12-31" }, validAsOf: "2021-02-03" },
    ],
    [
      "a period of ISO 8601",
      { temporal: "2019-01-01T00:00:00Z/2020-12-31T23:59:59Z" },
      [],
      {
        temporal: { start: "2019-01-01", end: "2020-12-31" },
      },
    ],
    [
      "a period of years",
      { temporal: "2019/2020-02" },
      [],
      {
        temporal: { start: "2019-01-01", end: "2020-02-29" },
      },
    ],
    [
      "a period without an end",
      { temporal: "2019-01-01/.." },
      [],
      {
        temporal: { start: "2019-01-01" },
      },
    ],
    [
      "a year alone",
      { temporal: "2019" },
      [],
      {
        temporal: { start: "2019-01-01", end: "2019-12-31" },
      },
    ],
    [
      "two periods as records",
      {
        temporals: [
          { start_date: "2019-01-01T00:00:00", end_date: "2019-06-30T00:00:00" },
          { start_date: "2021-01-01T00:00:00", end_date: null },
        ],
      },
      ["Періодів кілька; записано перший з них."],
      { temporal: { start: "2019-01-01", end: "2019-06-30" } },
    ],
    ["a period in words", { temporal: "торік" }, ["Період записано не датами; пропущено."], {}],
    [
      "a period whose ends changed places",
      { temporal_coverage: { start: "31.12.2020", end: "01.01.2019" } },
      ["Період закінчується раніше, ніж починається; пропущено."],
      {},
    ],
    [
      "an end without a beginning, a day that is none",
      { temporal_end: "2020-12-31", valid_as_of: "2020-02-30" },
      ["Період записано не датами; пропущено.", "Дату актуальності записано не датою; пропущено."],
      {},
    ],
    ["no resources", { resources: [] }, ["Файлів у записі немає."], {}],
    [
      "the same key twice among the extras",
      {
        extras: [
          { key: "publisherIdentifier", value: "22438" },
          { key: "publisherIdentifier", value: "1" },
        ],
      },
      [],
      {},
    ],
  ])("%s", (_, change, notes, kept) => {
    const { descriptor, gaps } = importPackage({ ...wholeRecord, ...change }, context);
    expect(gaps.map(({ note }) => note).filter((note) => note !== edrpouNote)).toEqual(notes);
    expect(descriptor).toMatchObject(kept);
    expect(JSON.stringify(descriptor)).not.toMatch(/20(?:3|9)\d-/);
    expect(JSON.stringify(gaps)).not.toMatch(/olena|Коваленко/);
  });

  test("one portal under five host names is one address", () => {
    for (const host of [
      "data.gov.ua",
      "data.gov.ua.",
      "www.data.gov.ua",
      "test.data.gov.ua",
      "opendata.gov.ua",
    ])
      expect(
        addressOf(`https://${host}/dataset/x/resource/y/download/файл 1.csv`, context.portal),
      ).toBe("https://data.gov.ua/dataset/x/resource/y/download/%D1%84%D0%B0%D0%B9%D0%BB%201.csv");
    expect(addressOf("javascript:alert(1)", context.portal)).toBeUndefined();
    expect(addressOf("", context.portal)).toBeUndefined();
  });
});

test("an old name that differs from the new one by its case alone is no other address", () => {
  const { id, descriptor } = importPackage(
    { ...wholeRecord, name: "Zupynky-hromadskoho-transportu" },
    context,
  );
  expect([id, descriptor.aliases]).toEqual(["zupynky-hromadskoho-transportu", [wholeRecord.id]]);
});
