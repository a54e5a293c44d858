/** What the skeleton of a passport says where its writer is to say something: title, description, purpose, keyword, table. */
export const skeletonTexts = [
  "Назва набору «",
  "Опишіть набір двома-трьома реченнями.",
  "Назвіть закон чи рішення, на підставі якого ведете ці дані, і для чого.",
  "ключове слово",
  "Назва таблиці",
] as const;

/** How a line begins that asks the writer of news to say something in its place: a proposed text has such lines. */
export const skeletonQuestion = "> **Допишіть:**";
