import { quote } from "../../model/reports/finding.ts";
import type { Repository } from "../../model/repository.ts";
import { suggest } from "../closest.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

/** Beginnings of a title's words: «управління» and «управлінню» are one. */
const stems = (text: string): string[] =>
  (text.toLowerCase().match(/\p{Script=Cyrillic}[\p{L}’'ʼ]*/gu) ?? []).map((word) =>
    word.slice(0, 6),
  );

/** A publisher written by its title, «управління освіти», → the one it most likely is. */
function titled(written: string, publishers: Repository["publishers"]): string | undefined {
  const wanted = stems(written);
  if (wanted.length === 0) return undefined;
  const [best] = publishers
    .map(({ id, value: { title } }) => {
      const known = new Set(stems(title));
      return { id, title, shared: wanted.filter((stem) => known.has(stem)).length, of: known.size };
    })
    .filter(({ shared }) => shared >= wanted.length * 0.6)
    .sort((a, b) => b.shared - a.shared || a.of - b.of || (a.id < b.id ? -1 : 1));
  return best && `Розпорядника називають за файлом картки: «${best.id}» — це «${best.title}».`;
}

export const publisherKnown: Rule = {
  id: "publisher-known",
  title: "Розпорядник є на порталі",
  why: "Кожен набір належить розпорядникові, чия картка лежить у теці data/publishers.",
  check: ({ datasets, series, publishers, portal, publisherIds }) =>
    [
      ...datasets.map(({ value, placeOf }) => ({
        id: value.publisher,
        key: "publisher",
        place: () => placeOf(["publisher"]),
      })),
      ...series.map(({ value, placeOf }) => ({
        id: value.publisher,
        key: "publisher",
        place: () => placeOf(["publisher"]),
      })),
      ...publishers.flatMap(({ value, placeOf }) =>
        value.parent ? [{ id: value.parent, key: "parent", place: () => placeOf(["parent"]) }] : [],
      ),
      ...(portal
        ? [
            {
              id: portal.value.publisher,
              key: "publisher",
              place: () => portal.placeOf(["publisher"]),
            },
          ]
        : []),
    ]
      .filter(({ id }) => !publisherIds.includes(id))
      .map(({ id, key, place }) =>
        error(publisherKnown, {
          place: place(),
          key,
          message: `Розпорядника ${quote(id)} немає в теці data/publishers.`,
          hint: `${titled(id, publishers) ?? suggest(id, publisherIds)} Нового розпорядника додають файлом data/publishers/<id>.yaml.`,
        }),
      ),
  examples: [
    {
      when: "у назві розпорядника одрук",
      files: stopsWith("publisher: council", "publisher: counsil"),
      messages: ["Розпорядника «counsil» немає в теці data/publishers."],
    },
    {
      when: "розпорядника названо словами",
      files: stopsWith("publisher: council", "publisher: міської ради"),
      messages: ["Розпорядника «міської ради» немає в теці data/publishers."],
    },
  ],
};
