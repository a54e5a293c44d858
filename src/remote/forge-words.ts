import type { Problem } from "./forge.ts";

/** What stands in the way, in words for a clerk: what happened, and what to do now. */
export type ProblemWords = {
  what: string;
  todo: string;
  /** The same try may succeed: "now" by asking again, "later" after a while or somebody's help, "never" as it is. */
  again: "now" | "later" | "never";
};

type Words<K extends Problem["kind"]> = (problem: Extract<Problem, { kind: K }>) => ProblemWords;

const kyivTime = new Intl.DateTimeFormat("uk-UA", {
  timeZone: "Europe/Kyiv",
  hour: "2-digit",
  minute: "2-digit",
});

const megabytes = (bytes: number): string =>
  (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1).replace(".", ",");

const kept = "Зроблене не пропало";
const otherWays = "або збережіть архів і надішліть його поштою: кнопка поруч";

const lacking = {
  files: "записувати файли (Contents: Read and write)",
  requests: "створювати запити (Pull requests: Read and write)",
  copy: "створити вашу копію порталу (у старого виду ключа — public_repo)",
  scope: "записувати файли (у старого виду ключа — public_repo, а якщо він уже є — repo)",
} as const;

/** Of every problem its words; a new problem without words does not compile. */
const words: { [K in Problem["kind"]]: Words<K> } = {
  offline: () => ({
    what: "GitHub не відповідає: немає з’єднання або воно обірвалося.",
    todo: `${kept}: перевірте інтернет і натисніть «Надіслати» ще раз — надсилання продовжиться з того самого місця.`,
    again: "now",
  }),
  down: ({ status }) => ({
    what: `GitHub зараз не працює (${status}).`,
    todo: `${kept}: спробуйте за кілька хвилин, ${otherWays}.`,
    again: "later",
  }),
  limited: ({ until }) => ({
    what: "GitHub просить зачекати: від вас надійшло забагато запитів.",
    todo:
      until === undefined
        ? `${kept}: спробуйте за годину.`
        : `${kept}: спробуйте після ${kyivTime.format(until)} за Києвом.`,
    again: "later",
  }),
  "token-missing": () => ({
    what: "Щоб надіслати зміну звідси, потрібен ключ доступу до GitHub.",
    todo: `Створіть ключ за підказкою на цій сторінці, ${otherWays}.`,
    again: "never",
  }),
  "token-refused": () => ({
    what: "GitHub не прийняв ключа: його строк минув, його відкликано або скопійовано не весь.",
    todo: `Створіть новий ключ і вставте його сюди, ${otherWays}. Файли лишаються на сторінці.`,
    again: "never",
  }),
  "token-weak": ({ lacks }) => ({
    what: `Ключ не дозволяє ${lacking[lacks]}.`,
    todo: `Відкрийте цей ключ у налаштуваннях GitHub, додайте дозвіл і надішліть ще раз, ${otherWays}.`,
    again: "later",
  }),
  "token-unapproved": ({ owner }) => ({
    what: `Ключ ще не діє для «${owner}»: його не схвалив власник організації, або в ньому не вибрано цього порталу чи дозволу записувати (Contents і Pull requests).`,
    todo: `Перевірте ключ у налаштуваннях GitHub: коли там написано «Pending», попросіть відповідального за портал схвалити його, ${otherWays}.`,
    again: "later",
  }),
  "token-policy": ({ owner, lifetime }) => ({
    what: lifetime
      ? `«${owner}» не приймає ключів із таким довгим строком дії.`
      : `«${owner}» не приймає ключів цього виду.`,
    todo: lifetime
      ? `Створіть ключ із коротшим строком, наприклад 90 днів, ${otherWays}.`
      : `Створіть ключ іншого виду за підказкою на цій сторінці, ${otherWays}.`,
    again: "never",
  }),
  "token-sso": ({ owner }) => ({
    what: `«${owner}» вимагає підтвердити ключ через вхід своєї установи.`,
    todo: `У налаштуваннях GitHub біля ключа натисніть «Configure SSO» і підтвердьте, ${otherWays}.`,
    again: "later",
  }),
  "no-repository": ({ repository }) => ({
    what: `GitHub не показує порталу «${repository}» за цим ключем: його перенесено, він закритий або ключ створено не для нього.`,
    todo: `Перевірте, що в ключі вибрано цей портал; якщо вибрано, напишіть відповідальному за портал, ${otherWays}.`,
    again: "later",
  }),
  "no-request": ({ number }) => ({
    what: `Запиту № ${number} на GitHub немає, або цей ключ його не показує.`,
    todo: "Надішліть зміну новим запитом.",
    again: "never",
  }),
  archived: () => ({
    what: "Портал на GitHub закрито для змін: його передано в архів.",
    todo: "Запитайте у відповідального за портал, куди тепер надсилати дані; файли можна зберегти архівом.",
    again: "never",
  }),
  "copying-off": () => ({
    what: "Ви не маєте права записувати в портал, а створювати його копії заборонено.",
    todo: `Попросіть відповідального за портал додати вас до тих, хто може записувати, ${otherWays}.`,
    again: "never",
  }),
  "copy-late": () => ({
    what: "GitHub ще створює вашу копію порталу: іноді це триває до п’яти хвилин.",
    todo: `${kept}: зачекайте й натисніть «Надіслати» ще раз.`,
    again: "now",
  }),
  "copy-behind": ({ address }) => ({
    what: "Ваша копія порталу застаріла, і GitHub не приймає до неї нової зміни.",
    todo: `Відкрийте ${address}, натисніть «Sync fork», тоді «Update branch» і надішліть ще раз, ${otherWays}.`,
    again: "later",
  }),
  "copy-gone": () => ({
    what: "Копії порталу, з якої надіслано цей запит, більше немає.",
    todo: "Надішліть зміну новим запитом.",
    again: "never",
  }),
  "branch-ruled": () => ({
    what: "Правила порталу не дозволяють надсилати зміни з цього ключа.",
    todo: `Напишіть відповідальному за портал, ${otherWays}.`,
    again: "never",
  }),
  "branches-taken": ({ name }) => ({
    what: `Сьогодні вже є забагато змін із назвою «${name}».`,
    todo: "Надішліть виправлення до свого відкритого запиту або спробуйте завтра.",
    again: "later",
  }),
  moved: () => ({
    what: "Поки ви надсилали, хтось змінив те саме.",
    todo: "Надішліть ще раз: сторінка покаже, що змінилося.",
    again: "now",
  }),
  "request-ended": ({ state }) => ({
    what:
      state === "merged"
        ? "Цей запит уже прийнято: до нього нічого не додати."
        : "Цей запит уже закрито: до нього нічого не додати.",
    todo: "Надішліть зміну новим запитом.",
    again: "never",
  }),
  "request-others": ({ author }) => ({
    what: `Цей запит надіслала інша людина: ${author}.`,
    todo: "Надішліть зміну своїм запитом.",
    again: "never",
  }),
  "requests-closed": () => ({
    what: "Портал приймає запити лише від своїх учасників.",
    todo: `Попросіть відповідального за портал додати вас, ${otherWays}.`,
    again: "never",
  }),
  "too-large": ({ path, size, most }) => ({
    what: `Файл «${path.split("/").at(-1)}» має ${megabytes(size)} МБ, а дозволено ${Math.floor(most / 1024 / 1024)}.`,
    todo: "Поділіть таблицю, наприклад за роками, і надішліть ще раз.",
    again: "never",
  }),
  empty: () => ({
    what: "Надсилати нічого: у зміні немає жодного файлу.",
    todo: "Додайте файл і надішліть ще раз.",
    again: "never",
  }),
  "odd-answer": ({ about }) => ({
    what: `GitHub відповів не так, як очікує портал (${about}).`,
    todo: `Спробуйте ще раз; якщо повториться, напишіть відповідальному за портал, ${otherWays}.`,
    again: "later",
  }),
  refused: ({ status, said }) => ({
    what: `GitHub не прийняв зміни: «${said}» (${status}).`,
    todo: `Перешліть це речення відповідальному за портал, ${otherWays}.`,
    again: "never",
  }),
};

/** A problem in words. */
export const problemWords = (problem: Problem): ProblemWords =>
  (words[problem.kind] as (problem: Problem) => ProblemWords)(problem);
