import { portalSchema } from "../../schemas/data/portal.ts";
import { email, isWebAddress, organisationCode, placeCode } from "../../schemas/text.ts";
import type { Given } from "./answers.ts";

/** A question to whoever founds a portal: its name is that of the command's option and of the key in a file of answers. */
export type Question = {
  name: string;
  /** What is asked for; stands in the command's help as well. */
  asks: string;
  /** What an answer looks like. */
  example: string;
  /** The word for the value in the command's help. */
  value: string;
  /** The answer of whoever gives none; a question without it must be answered. */
  usual?(given: Given): string;
  /** What is wrong with an answer, with what to do; undefined where nothing is. */
  fault(answer: string): string | undefined;
};

const oneLine = (answer: string) =>
  answer.length > 254 || /[\p{Cc}\p{Cf}]/u.test(answer)
    ? "Запишіть одним рядком, до 254 знаків."
    : undefined;

/** «user.github.io/repo» → an address with its scheme, without a slash at the end. */
export const addressOf = (answer: string): string =>
  (/^https?:\/\//i.test(answer) ? answer : `https://${answer}`).replace(/\/+$/, "");

function siteFault(answer: string): string | undefined {
  const address = addressOf(answer);
  if (!isWebAddress(address))
    return "Запишіть домен або адресу: data.poltava.gov.ua чи rada.github.io/data.";
  const { pathname, search, hash } = new URL(address);
  if (search !== "" || hash !== "" || !/^(\/[\w.-]+)*\/?$/.test(pathname))
    return "Адреса порталу — домен і, якщо потрібно, тека латиницею: без «?», «#» і пробілів.";
  return undefined;
}

/** «Полтавська міська рада» → «Полтавська міська територіальна громада». */
const hromadaOf = (council: string): string =>
  council.replace(/\s+рада$/iu, " територіальна громада");

/** First letters of the first word and of the last: «Полтавська міська територіальна громада» → «ПГ». */
const initialsOf = (title: string): string => {
  const letters = title
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, 1).toUpperCase());
  return [...new Set([letters.at(0), letters.at(-1)])].join("") || "П";
};

const languages = /^uk(?:\s*,\s*en)?$/;
const wordList = /^[\w.-]+\.[a-z]{2,}(?:\s*,\s*[\w.-]+\.[a-z]{2,})*$/i;

/** «#0a4a86,#e6b53d,#2b2119» → what portal.yaml says of colours; the first must be said. */
export function coloursOf(answer: string): Record<string, string> {
  const [accent = "", highlight, ground] = answer.toLowerCase().split(/\s*,\s*/);
  return { accent, ...(highlight ? { highlight } : {}), ...(ground ? { ground } : {}) };
}

function colourFault(answer: string): string | undefined {
  const { error } = portalSchema.shape.colours.safeParse(coloursOf(answer));
  if (!error) return undefined;
  return error.issues.some(({ message }) => message === "colour-pale")
    ? "Колір посилань має бути видно на світлому папері, а світлі літери — на тлі шапки (7 до 1): візьміть темніший відтінок."
    : "Запишіть один, два або три кольори через кому, кожен як #0a4a86.";
}

/** Every question, in the order it is asked. */
export const questions: readonly Question[] = [
  {
    name: "name",
    asks: "назва порталу",
    value: "НАЗВА",
    example: "Відкриті дані Полтави",
    fault: oneLine,
  },
  {
    name: "site",
    asks: "адреса порталу: домен або користувач.github.io/репозиторій",
    value: "АДРЕСА",
    example: "data.rada-poltava.gov.ua",
    fault: siteFault,
  },
  {
    name: "base",
    asks: "шлях на цьому домені, якщо портал стоїть не в його корені",
    value: "ШЛЯХ",
    example: "/data",
    usual: () => "",
    fault: (answer) =>
      /^(\/?[\w.-]+)*\/?$/.test(answer)
        ? undefined
        : "Запишіть шлях латиницею, цифрами й дефісами, наприклад /data.",
  },
  {
    name: "council",
    asks: "рада, яка веде портал: повна назва",
    value: "НАЗВА",
    example: "Полтавська міська рада",
    fault: oneLine,
  },
  {
    name: "hromada",
    asks: "громада: повна назва",
    value: "НАЗВА",
    example: "Полтавська міська територіальна громада",
    usual: ({ council = "" }) => hromadaOf(council),
    fault: oneLine,
  },
  {
    name: "code",
    asks: "код громади за КАТОТТГ",
    value: "КОД",
    example: "UA і 17 цифр, з кодифікатора на сайті Мінрозвитку",
    fault: (answer) =>
      placeCode.safeParse(answer).success
        ? undefined
        : "Код КАТОТТГ — літери UA (латиницею) і 17 цифр: візьміть його з кодифікатора територій громад.",
  },
  {
    name: "mailbox",
    asks: "службова скринька порталу, не особиста",
    value: "СКРИНЬКА",
    example: "data@rada-poltava.gov.ua",
    fault: (answer) =>
      email.safeParse(answer).success
        ? undefined
        : "Запишіть адресу електронної пошти, наприклад data@rada.gov.ua.",
  },
  {
    name: "mail-domains",
    asks: "інші домени службової пошти, через кому",
    value: "ДОМЕНИ",
    example: "rada.gov.ua, misto.gov.ua",
    usual: () => "",
    fault: (answer) =>
      answer === "" || wordList.test(answer)
        ? undefined
        : "Запишіть домени через кому, без @: rada.gov.ua, misto.gov.ua.",
  },
  {
    name: "edrpou",
    asks: "код ЄДРПОУ ради",
    value: "КОД",
    example: "вісім цифр",
    usual: () => "",
    fault: (answer) =>
      answer === "" || organisationCode.safeParse(answer).success
        ? undefined
        : "Код ЄДРПОУ — вісім цифр; у файлі відповідей візьміть його в лапки, щоб не зникли нулі.",
  },
  {
    name: "languages",
    asks: "мови сторінок",
    value: "МОВИ",
    example: "uk або uk,en",
    usual: () => "uk,en",
    fault: (answer) =>
      languages.test(answer) ? undefined : "Мови сторінок — uk або uk,en: українська є завжди.",
  },
  {
    name: "letters",
    asks: "літери на знаку порталу, до трьох",
    value: "ЛІТЕРИ",
    example: "ПГ",
    usual: ({ hromada = "", council = "" }) => initialsOf(hromada || hromadaOf(council)),
    fault: (answer) =>
      /^\p{Lu}[\p{L}\p{N}]{0,2}$/u.test(answer)
        ? undefined
        : "Запишіть від однієї до трьох літер, перша велика.",
  },
  {
    name: "colours",
    asks: "кольори порталу: посилань, прикрас, тла шапки",
    value: "КОЛЬОРИ",
    example: "#0a4a86,#e6b53d,#2b2119",
    usual: () => "",
    fault: (answer) => (answer === "" ? undefined : colourFault(answer)),
  },
  {
    name: "time-zone",
    asks: "часовий пояс",
    value: "ПОЯС",
    example: "Europe/Kyiv",
    usual: () => "Europe/Kyiv",
    fault: (answer) =>
      isTimeZone(answer) ? undefined : "Запишіть пояс за базою IANA, наприклад Europe/Kyiv.",
  },
  {
    name: "repository",
    asks: "адреса репозиторію порталу на GitHub, якщо вона вже відома",
    value: "АДРЕСА",
    example: "https://github.com/rada/data",
    usual: ({ site = "" }) => repositoryOfPages(addressOf(site)) ?? "",
    fault: (answer) =>
      answer === "" || isWebAddress(answer)
        ? undefined
        : "Запишіть адресу цілком, наприклад https://github.com/rada/data.",
  },
];

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The repository that GitHub Pages would serve at an address: docs.github.com, «Types of GitHub Pages sites». */
function repositoryOfPages(site: string): string | undefined {
  if (!URL.canParse(site)) return undefined;
  const { hostname, pathname } = new URL(site);
  const user = /^([a-z\d-]+)\.github\.io$/.exec(hostname)?.[1];
  const [, name = hostname] = pathname.split("/").map((part) => part || undefined);
  return user === undefined ? undefined : `https://github.com/${user}/${name}`;
}
