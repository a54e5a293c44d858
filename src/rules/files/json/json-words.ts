import { quote } from "../../../model/reports/finding.ts";
import type { JsonFault } from "../../../table/json/json-text.ts";

const export_ =
  "Файл JSON пише програма: експортуйте його ще раз або виправте це місце в текстовому редакторі.";

/** Why a text is no JSON, and how to mend it. */
export function jsonWords(fault: JsonFault): [message: string, hint: string] {
  const { found } = fault;
  switch (fault.what) {
    case "empty":
      return ["У файлі немає нічого, крім пробілів.", "Завантажте файл ще раз."];
    case "cut":
      return [
        "Файл обірвано: у ньому щось відкрито й не закрито.",
        "Завантажте файл ще раз, цілим.",
      ];
    case "trailing-comma":
      return ["Зайва кома перед закритою дужкою.", "Вилучіть кому після останнього значення."];
    case "comment":
      return ["Примітка в тексті: JSON їх не має.", "Вилучіть примітку."];
    case "single-quote":
      return [
        `Лапки ${quote(found)}, а JSON знає лише прямі подвійні.`,
        'Замініть їх на прямі лапки: "…".',
      ];
    case "unquoted":
      return [
        `Слово ${quote(found)} без лапок.`,
        'Візьміть його в прямі лапки: "…"; значення true, false і null пишуть малими літерами без лапок, а NaN у JSON немає.',
      ];
    case "number":
      return [
        `Тут не може стояти ${quote(found)}.`,
        "Числа пишуть цифрами з десятковою крапкою, без нулів попереду; між значеннями має стояти кома.",
      ];
    case "control":
      return [
        "Усередині лапок обірвано рядок або є керівний знак.",
        "Кінець рядка всередині тексту пишуть як \\n.",
      ];
    case "escape":
      return ["Після зворотної риски стоїть не те, що дозволено.", "Саму риску подвоюють: \\\\."];
    case "second-value":
      return [
        "Після кінця даних стоїть ще щось.",
        "У файлі JSON одне значення. Якщо кожен рядок — окремий запис (NDJSON), візьміть записи у квадратні дужки й розділіть комами.",
      ];
    case "repeated-key":
      return [
        `Поле ${quote(found)} записано в одному об’єкті двічі.`,
        "Лишіть одне: програми беруть то перше, то останнє.",
      ];
    case "deep":
      return [
        "Списки вкладено надто глибоко.",
        "Такої глибини не прочитає жодна програма: зробіть список записів.",
      ];
    case "sign":
      return [`Тут не може стояти ${quote(found)}.`, export_];
  }
}
