import { quote } from "../../../model/reports/finding.ts";
import { stopsWith } from "../../example-portal.ts";
import { error, type Rule } from "../../rule.ts";

export const resourceUnique: Rule = {
  id: "resource-unique",
  title: "Назви ресурсів набору різні",
  why: "З назви ресурсу складається постійна адреса файлу; з двох однакових видно буде один.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, placeOf }) =>
      value.resources.flatMap(({ name }, index, all) =>
        all.findIndex((other) => other.name === name) < index
          ? [
              error(resourceUnique, {
                place: placeOf(["resources", index, "name"]),
                message: `Ресурс ${quote(name)} названо двічі.`,
                hint: "Дайте другому ресурсу іншу назву.",
              }),
            ]
          : [],
      ),
    ),
  examples: [
    {
      when: "два ресурси з однаковою назвою",
      files: stopsWith(
        "resources:\n",
        "resources:\n  - name: stops\n    title: Сторінка\n    page: https://example.gov.ua/\n",
      ),
      messages: ["Ресурс «stops» названо двічі."],
    },
  ],
};
