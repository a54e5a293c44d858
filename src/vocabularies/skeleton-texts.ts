/** What the skeleton of a passport says where its writer is to say something: title, description, purpose, keyword, table. */
export const skeletonTexts = [
  "Назва набору «",
  "Опишіть набір двома-трьома реченнями.",
  "Назвіть закон чи рішення, на підставі якого ведете ці дані, і для чого.",
  "ключове слово",
  "Назва таблиці",
] as const;
