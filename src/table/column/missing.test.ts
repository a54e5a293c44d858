import { describe, expect, test } from "vitest";
import { isExcelError, missingShape } from "./missing.ts";

describe("what stands where there is no value", () => {
  test.each<[what: ReturnType<typeof missingShape>, texts: string[]]>([
    [
      "missing-sign",
      ["-", "–", "—", "--", "---", "н/д", "Н/Д", "н.д.", "N/A", "#N/A", "(blank)", "(Пусто)"],
    ],
    ["missing-sign", ["! not applicable", "Not applicable", "не застосовується"]],
    ["missing-code", ["NA", "NaN", "nul", "NULL", "Null", "НД"]],
    [
      "missing-word",
      [
        ..."?|х|Х|x|none|Nil|undefined|немає|НЕМА|немає даних|дані відсутні|відсутні дані".split(
          "|",
        ),
        ..."відсутній|відсутня|відсутнє|відсутні|не вказано|не визначено|невідомо|б/н|без даних".split(
          "|",
        ),
      ],
    ],
    [
      undefined,
      [
        "",
        "null",
        "0",
        "----",
        "нафта",
        "Немає даних за рік",
        "відсутні дані за 2024 рік",
        "відсутні дані за рік!",
        "Кропивницький",
        "не застосовується ще",
        "-1",
      ],
    ],
  ])("%s", (what, texts) =>
    expect(texts.map((text) => [text, missingShape(text)])).toEqual(
      texts.map((text) => [text, what]),
    ),
  );
});

test("a formula that failed, in English, Ukrainian and Russian", () => {
  const errors =
    "#REF!|#VALUE!|#DIV/0!|#NAME?|#NULL!|#NUM!|#N/A|#n/a|#ЗНАЧ!|#ПОСИЛ!|#ДЕЛ/0!|#ССЫЛКА!|#ИМЯ?|#ЧИСЛО!|#Н/Д".split(
      "|",
    );
  expect(errors.filter((text) => !isExcelError(text))).toEqual([]);
  const others = ["", "REF!", "#", "#REF", "#REF!!", "а#REF!", "№ 5", "#5", "#ПОСИЛ!а"];
  expect(others.filter(isExcelError)).toEqual([]);
});
