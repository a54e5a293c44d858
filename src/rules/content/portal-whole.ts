import { error, type Rule } from "../rule.ts";

export const portalWhole: Rule = {
  id: "portal-whole",
  title: "Портал має опис, набори й історію",
  why: "Порожній каталог змусив би національний портал вилучити всі набори громади, а історія з одного запису зробила б усі дати сьогоднішніми. Такий портал не збирається.",
  check: ({ tree, history }) => [
    ...(tree.has("data/portal.yaml")
      ? []
      : [
          error(portalWhole, {
            place: { file: "data/portal.yaml" },
            message: "Немає файлу data/portal.yaml з описом порталу.",
            hint: "Новий портал засновує команда «npm run new-portal -- ../тека»; тут вкажіть теку порталу: --root ТЕКА.",
          }),
        ]),
    // Of a passport that is there and cannot be read its own finding speaks.
    ...([...tree.keys()].some((path) => path.startsWith("data/datasets/"))
      ? []
      : [
          error(portalWhole, {
            place: { file: "data/datasets" },
            message: "На порталі немає жодного набору.",
            hint: "Додайте набір командою «npm run new-dataset -- <id>».",
          }),
        ]),
    ...(history.state === "shallow"
      ? [
          error(portalWhole, {
            place: { file: "data" },
            message: "Історію змін завантажено не всю, тому дати наборів були б неправдиві.",
            hint: "Виконайте «git fetch --unshallow»; у GitHub Actions вкажіть fetch-depth: 0.",
          }),
        ]
      : []),
  ],
  examples: [
    {
      when: "немає жодного набору",
      files: {
        "data/datasets/stops/datapackage.yaml": null,
        "data/datasets/stops/stops.csv": null,
      },
      messages: ["На порталі немає жодного набору."],
    },
  ],
};
