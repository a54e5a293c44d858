import { quote } from "../../../model/reports/finding.ts";
import { examplePortal, stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

/** Two names a person or a file system would take for one: case and Unicode forms folded. */
const fold = (id: string) => id.normalize("NFKC").toLowerCase();

export const idUnique: Rule = {
  id: "id-unique",
  title: "Ідентифікатор не повторюється",
  why: "За ідентифікатором національний портал упізнає набір. Якщо два набори мають однаковий, один із них зникне.",
  check({ datasets, datasetIds }) {
    const owners = new Map<string, { id: string; file: string }>();
    const claims = [
      ...datasetIds.map((id) => ({
        name: id,
        id,
        place: { file: `data/datasets/${id}/datapackage.yaml` },
      })),
      ...datasets.flatMap(({ id, value, placeOf }) => [
        ...(value.identifier
          ? [{ name: value.identifier, id, place: placeOf(["identifier"]) }]
          : []),
        ...value.aliases.map((name, index) => ({ name, id, place: placeOf(["aliases", index]) })),
      ]),
    ];
    return claims.flatMap(({ name, id, place }) => {
      const owner = owners.get(fold(name));
      if (!owner) owners.set(fold(name), { id, file: place.file });
      return owner && owner.id !== id
        ? [
            error(idUnique, {
              place,
              message: `Ідентифікатор ${quote(name)} уже має набір ${quote(owner.id)}.`,
              hint: `Змініть один із двох. Другий записано у файлі ${owner.file}.`,
            }),
          ]
        : [];
    });
  },
  examples: [
    {
      when: "два набори мають теки, що різняться лише регістром",
      files: {
        "data/datasets/Stops/datapackage.yaml":
          examplePortal["data/datasets/stops/datapackage.yaml"] ?? "",
        "data/datasets/Stops/stops.csv": examplePortal["data/datasets/stops/stops.csv"] ?? "",
      },
      messages: ["Ідентифікатор «stops» уже має набір «Stops»."],
    },
    {
      when: "інший ідентифікатор повторює власний",
      files: stopsWith("frequency: yearly", "frequency: yearly\naliases: [stops]"),
      messages: [],
    },
  ],
};
