/** The smallest portal with nothing to find: rules write their examples as changes to it. */
export const examplePortal: Record<string, string> = {
  "data/portal.yaml": `title: Відкриті дані громади
description: Портал відкритих даних громади
site: https://data.example.gov.ua
iriBase: https://data.example.gov.ua
publisher: council
contact: { email: data@example.gov.ua }
licenses: [{ name: CC-BY-4.0 }]
mailDomains: [example.gov.ua]
places:
  - code: UA35040210000014072
    title: Громада
    bbox: [32.12, 48.42, 32.42, 48.58]
mark: { bastions: 6 }
schemaVersion: 2
`,
  "data/publishers/council.yaml": `title: Міська рада
kind: council
`,
  "data/datasets/stops/datapackage.yaml": `title: Зупинки громадського транспорту
description: Перелік зупинок громадського транспорту громади.
purpose: Закон України «Про автомобільний транспорт»; для планування поїздок.
publisher: council
contact: { email: data@example.gov.ua }
keywords: [зупинки, транспорт]
themes: [TRAN]
frequency: yearly
licenses: [{ name: CC-BY-4.0 }]
spatial: [UA35040210000014072]
resources:
  - name: stops
    title: Зупинки
    path: stops.csv
    schema:
      primaryKey: id
      fields:
        - { name: id, type: string, title: Номер зупинки, constraints: { required: true } }
        - { name: name, type: string, title: Назва }
        - { name: platforms, type: integer, title: Кількість платформ }
`,
  "data/datasets/stops/stops.csv": `id,name,platforms
1,Вокзал,2
2,Центр,1
`,
};

/** The example descriptor with one text replaced by another. */
export function stopsWith(from: string, to: string): Record<string, string> {
  const path = "data/datasets/stops/datapackage.yaml";
  const text = examplePortal[path] ?? "";
  if (!text.includes(from)) throw new Error(`The example descriptor has no "${from}".`);
  return { [path]: text.replace(from, to) };
}
