import { quote } from "../../model/reports/finding.ts";
import { isLicence, licences } from "../../vocabularies/dcat/licences.ts";
import { suggest } from "../closest.ts";
import { stopsWith } from "../example-portal.ts";
import { error, type Rule } from "../rule.ts";

/** What is written of a licence, and whether the set came from a portal that gave its own. */
type Written = { name?: string | undefined; path?: string | undefined };

/** What is wrong with a licence: not of the list, or by an address where nothing was carried over from elsewhere. */
function faultOf({ name, path = "" }: Written, isImported: boolean): [string, string] | undefined {
  if (name !== undefined)
    return isLicence(name)
      ? undefined
      : [`Ліцензії ${quote(name)} немає в переліку.`, suggest(name, Object.keys(licences))];
  return isImported
    ? undefined
    : [
        `Ліцензію записано адресою ${quote(path)}, а її беруть з переліку.`,
        `Запишіть name, одне з: ${Object.keys(licences).join(", ")}. Адресу чужої ліцензії має лише набір, перенесений з іншого порталу (importedFrom).`,
      ];
}

export const licenceKnown: Rule = {
  id: "licence-known",
  title: "Ліцензія з переліку",
  why: "Читач має знати, що йому дозволено, тому ліцензія мусить бути однією з відомих. Набір, перенесений з іншого порталу, лишається з тією, яку дав той портал, за її адресою.",
  check: ({ datasets, portal }) =>
    [
      ...datasets.map(({ value, placeOf }) => ({
        licences: value.licenses,
        isImported: value.importedFrom !== undefined,
        placeOf,
      })),
      ...(portal
        ? [{ licences: portal.value.licenses, isImported: false, placeOf: portal.placeOf }]
        : []),
    ].flatMap(({ licences, isImported, placeOf }) =>
      licences.flatMap((written: Written, index) => {
        const fault = faultOf(written, isImported);
        if (!fault) return [];
        // Asked only where something is wrong: a place is looked for in the text, which is parsed for it.
        const place = placeOf(["licenses", index, written.name === undefined ? "path" : "name"]);
        const [message, hint] = fault;
        return [error(licenceKnown, { place, message, hint })];
      }),
    ),
  examples: [
    {
      when: "ліцензію записано скорочено",
      files: stopsWith("CC-BY-4.0", "cc-by"),
      messages: ["Ліцензії «cc-by» немає в переліку."],
    },
    {
      when: "ліцензію записано адресою, а набір — власний",
      files: stopsWith("{ name: CC-BY-4.0 }", "{ path: https://example.gov.ua/terms }"),
      messages: [
        "Ліцензію записано адресою «https://example.gov.ua/terms», а її беруть з переліку.",
      ],
    },
    {
      when: "набір перенесено разом з ліцензією, яку дав інший портал",
      files: stopsWith(
        "licenses: [{ name: CC-BY-4.0 }]",
        "licenses: [{ title: Умови порталу, path: https://example.org/terms }]\nimportedFrom: https://example.org/dataset/stops",
      ),
      messages: [],
    },
  ],
};
