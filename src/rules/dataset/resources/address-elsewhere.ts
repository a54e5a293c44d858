import { quote } from "../../../model/reports/finding.ts";
import { stopsWith } from "../../example-portal.ts";
import { type Rule, warning } from "../../rule.ts";

export const addressElsewhere: Rule = {
  id: "address-elsewhere",
  title: "Адреса файлу веде на інший портал",
  why: "Адресою називають файл, який лежить деінде. Адреса цього ж порталу, залишена з попереднього, після переїзду не відкриється: на її місці вже цей сайт, а такого файлу на ньому немає.",
  check({ datasets, portal }) {
    if (!portal) return [];
    const { site } = portal.value;
    const isOwn = (address: string | undefined): address is string =>
      address !== undefined && `${address}/`.startsWith(`${site}/`);
    return datasets.flatMap(({ value, placeOf }) =>
      value.resources.flatMap((resource, index) =>
        (["path", "page"] as const).flatMap((field) => {
          const address = resource[field];
          return isOwn(address)
            ? [
                warning(addressElsewhere, {
                  place: placeOf(["resources", index, field]),
                  message: `Адреса ${quote(address)} — цього ж порталу, а такого файлу чи сторінки на ньому не буде.`,
                  hint: "Завантажте файл із попереднього порталу, доки він працює, покладіть у теку набору й назвіть у path. Якщо файлу вже немає, вилучіть ресурс.",
                }),
              ]
            : [];
        }),
      ),
    );
  },
  examples: [
    {
      when: "адреса лишилася з попереднього порталу на тому самому домені",
      warns: true,
      files: {
        ...stopsWith(
          "path: stops.csv\n",
          "path: https://data.example.gov.ua/dataset/9109/stops.csv\n",
        ),
        "data/datasets/stops/stops.csv": null,
      },
      messages: [
        "Адреса «https://data.example.gov.ua/dataset/9109/stops.csv» — цього ж порталу, а такого файлу чи сторінки на ньому не буде.",
      ],
    },
    {
      when: "адреса схожа, та домен інший",
      files: {
        ...stopsWith(
          "path: stops.csv\n",
          "path: https://data.example.gov.uamuseum.org/stops.csv\n",
        ),
        "data/datasets/stops/stops.csv": null,
      },
      messages: [],
    },
  ],
};
