import { type Finding, quote } from "../../../model/reports/finding.ts";
import { identityMoved } from "../../../model/reports/identity-words.ts";
import type { Breaking, DatasetChange } from "../../../model/reports/review.ts";
import { formerNames } from "../../../schemas/data/dataset.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule, warning } from "../../rule.ts";

/** A file of the set's folder that has another name there. */
const renamedHere = /^[a-z0-9][a-z0-9._-]* → [a-z0-9][a-z0-9._-]*$/;

function refused(title: string, { kind, subject, detail, place }: Breaking): Finding[] {
  const told = (words: { message: string; hint: string }) => [
    error(identityKept, { place, ...words }),
  ];
  if (kind === "iri-changed") return told(identityMoved.iri(title, detail));
  if (kind === "identifier-changed") return told(identityMoved.identifier(title, detail));
  if (kind === "file-moved" && renamedHere.test(detail))
    return [warning(identityKept, { place, ...identityMoved.address(title, detail) })];
  if (kind === "resource-renamed") return told(identityMoved.file(title, subject, detail));
  return [];
}

export const identityKept: Rule & Required<Pick<Rule, "compare">> = {
  id: "identity-kept",
  title: "Набір упізнають і під новою назвою",
  why: "Національний портал, data.europa.eu та інші впізнають набір за IRI й ідентифікатором, а файл — за назвою ресурсу. Якщо вони інші, там з’явиться другий набір, а перший зникне разом із посиланнями на нього. Тому перейменований набір зберігає першу назву в полі renamedFrom: адреси відкриваються за обома.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.renamedFrom === undefined || formerNames(value).length > 0
        ? []
        : [
            error(identityKept, {
              place: placeOf(["renamedFrom"]),
              message: `Колишньої назви ${quote(value.renamedFrom)} немає в aliases.`,
              hint: "Допишіть її до aliases: за ними портал веде зі старих адрес на нові.",
            }),
          ],
    ),
  compare: (changes: readonly DatasetChange[]) =>
    changes.flatMap(({ title, breaking }) => breaking.flatMap((one) => refused(title, one))),
  examples: [
    {
      when: "ресурс із тим самим файлом назвали інакше",
      files: stopsWith("- name: stops\n", "- name: bus-stops\n"),
      messages: [
        "Файл «bus-stops» набору «Зупинки громадського транспорту» змінив IRI: stops → bus-stops.",
      ],
    },
    {
      when: "набір дістав інший ідентифікатор",
      files: stopsWith("frequency: yearly", "frequency: yearly\nidentifier: stops-2026"),
      messages: [
        "Набір «Зупинки громадського транспорту» змінив ідентифікатор: stops → stops-2026.",
      ],
    },
  ],
};
