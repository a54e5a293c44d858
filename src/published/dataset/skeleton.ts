import { skeletonTexts } from "../../vocabularies/skeleton-texts.ts";

const [title, description, purpose, keyword, tableTitle] = skeletonTexts;

/**
 * File name → text of a new dataset: commented, valid-looking, ready to be filled in. A template and no serialiser's
 * work: the comments between its fields are what it is for, and the values put in are a schema's ids and codes.
 * @param portal what of it a set begins with; `schemas`: the folder of schemas for editors, from the portal's
 */
export const renderSkeleton = (
  id: string,
  portal: { publisher: string; email: string; place: string; schemas: string },
): Record<string, string> => ({
  "datapackage.yaml": `# yaml-language-server: $schema=../../../${portal.schemas}/dataset.schema.json
# Паспорт набору. Рядки з # — пояснення, їх можна вилучити.

# Найменування набору: про що він і чий, до 254 знаків
title: ${title}${id}»
# Стислий опис: що є одним рядком, звідки дані, чого в них немає; до 4000 знаків
description: ${description}
# Підстава та призначення збору інформації: акт і мета, до 512 знаків
purpose: ${purpose}

# Розпорядник: назва файлу з data/publishers без .yaml
publisher: ${portal.publisher}
# Лише службова скринька, не особиста
contact: { email: ${portal.email} }

# Слова, за якими набір шукатимуть; апостроф — літера ʼ
keywords: [${keyword}]
# AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN
themes: [GOVE]
# several-a-day daily weekly monthly quarterly half-yearly yearly on-change never
frequency: yearly
licenses: [{ name: CC-BY-4.0 }]
# Коди КАТОТТГ територій, про які дані
spatial: [${portal.place}]

resources:
  - name: ${id}
    title: ${tableTitle}
    path: ${id}.csv
    schema:
      primaryKey: id
      fields:
        # type: string integer number boolean date datetime time year yearmonth
        - { name: id, type: string, title: Номер, constraints: { required: true } }
        - { name: name, type: string, title: Назва }
`,
  [`${id}.csv`]: "id,name\n1,Приклад\n",
});
