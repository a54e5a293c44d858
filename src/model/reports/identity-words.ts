import { quote } from "./finding.ts";

type Words = { message: string; hint: string };

/**
 * What harvesters know a set, or a file of it, by, has changed: the review of a change refuses it and so does the gate of
 * publishing, in the same words.
 */
export const identityMoved = {
  iri: (title: string, change: string): Words => ({
    message: `Набір ${quote(title)} змінив IRI: ${change}.`,
    hint: "Харвестери вилучать старий набір і створять новий, без його історії й посилань. Якщо набір перейменовано, допишіть у паспорт «renamedFrom: колишня назва теки» й ту саму назву до aliases; інакше поверніть попередню назву теки й iriBase.",
  }),
  identifier: (title: string, change: string): Words => ({
    message: `Набір ${quote(title)} змінив ідентифікатор: ${change}.`,
    hint: "Поверніть попередній ідентифікатор: uData створить другий набір поряд із першим.",
  }),
  address: (title: string, change: string, others = ""): Words => ({
    message: `У наборі ${quote(title)} файл завантажують за новою адресою: ${change}${others}.`,
    hint: "За старою адресою дані беруть програми. Якщо файл перейменовано, допишіть колишню назву до aliases цього ресурсу в паспорті: портал віддаватиме його за обома. Інакше поверніть файлу попередню назву чи адресу.",
  }),
  file: (title: string, file: string, change: string): Words => ({
    message: `Файл ${quote(file)} набору ${quote(title)} змінив IRI: ${change}.`,
    hint: "Поверніть попередню назву ресурсу (name): CKAN створить файл заново, і посилання на нього зламаються.",
  }),
};
