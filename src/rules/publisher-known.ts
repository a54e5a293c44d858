import { quote } from "../model/finding.ts";
import { suggest } from "./closest.ts";
import { stopsWith } from "./example-portal.ts";
import { error, type Rule } from "./rule.ts";

export const publisherKnown: Rule = {
  id: "publisher-known",
  title: "Розпорядник є на порталі",
  why: "Кожен набір належить розпорядникові, чия картка лежить у теці data/publishers.",
  check: ({ datasets, series, publishers, portal, publisherIds }) =>
    [
      ...datasets.map(({ value, placeOf }) => ({
        id: value.publisher,
        place: placeOf(["publisher"]),
      })),
      ...series.map(({ value, placeOf }) => ({
        id: value.publisher,
        place: placeOf(["publisher"]),
      })),
      ...publishers.flatMap(({ value, placeOf }) =>
        value.parent ? [{ id: value.parent, place: placeOf(["parent"]) }] : [],
      ),
      ...(portal ? [{ id: portal.value.publisher, place: portal.placeOf(["publisher"]) }] : []),
    ]
      .filter(({ id }) => !publisherIds.includes(id))
      .map(({ id, place }) =>
        error(publisherKnown, {
          place,
          message: `Розпорядника ${quote(id)} немає в теці data/publishers.`,
          hint: `${suggest(id, publisherIds)} Нового розпорядника додають файлом data/publishers/<id>.yaml.`,
        }),
      ),
  examples: [
    {
      when: "у назві розпорядника одрук",
      files: stopsWith("publisher: council", "publisher: counsil"),
      messages: ["Розпорядника «counsil» немає в теці data/publishers."],
    },
  ],
};
